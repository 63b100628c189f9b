package io.microscape.ogc;

import io.microscape.portrayal.PngImages;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** The formats in which pictures are given. */
enum ImageFormat {
    PNG("image/png", true) {
        @Override
        byte[] encode(BufferedImage image) {
            return PngImages.encode(image);
        }
    },
    JPEG("image/jpeg", false) {
        @Override
        byte[] encode(BufferedImage image) {
            try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
                ImageIO.write(opaque(image), "jpeg", bytes);
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private final String mimeType;
    private final boolean transparency;

    ImageFormat(String mimeType, boolean transparency) {
        this.mimeType = mimeType;
        this.transparency = transparency;
    }

    String mimeType() {
        return mimeType;
    }

    /** Whether the format can leave the background out. */
    boolean transparency() {
        return transparency;
    }

    abstract byte[] encode(BufferedImage image);

    /** Bytes that encoding a picture of that size takes besides the picture: a copy, and what comes out. */
    long bytesToEncode(int width, int height) {
        return 2L * Integer.BYTES * width * height;
    }

    /**
     * The format of that name; case and parameters behind a semicolon do not matter.
     *
     * @throws ServiceException InvalidFormat
     */
    static ImageFormat of(String requested) {
        return MediaTypes.find("FORMAT", requested, values(), ImageFormat::mimeType);
    }

    static List<String> mimeTypes() {
        return Arrays.stream(values()).map(ImageFormat::mimeType).toList();
    }

    /** JPEG has no alpha channel, and ImageIO writes nothing at all when it is given one. */
    private static BufferedImage opaque(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return copy;
    }
}
