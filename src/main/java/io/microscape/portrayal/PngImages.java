package io.microscape.portrayal;

import io.microscape.portrayal.png.PngFile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Pictures as PNG. */
public final class PngImages {
    private static final int OPAQUE = 0xFF000000;

    private PngImages() {}

    /** The picture as a PNG file, alpha kept, as fast as can be; a palette is used where no more than 256 colours occur. */
    public static byte[] encode(BufferedImage image) {
        return PngFile.encode(pixels(image), image.getWidth(), image.getHeight(), false);
    }

    /** The same as a smaller file, for pictures that are kept. */
    public static byte[] encodeSmall(BufferedImage image) {
        return PngFile.encode(pixels(image), image.getWidth(), image.getHeight(), true);
    }

    /** 0xAARRGGBB row by row, not premultiplied. */
    private static int[] pixels(BufferedImage image) {
        int type = image.getType();
        boolean whole = image.getRaster().getParent() == null;
        if (!whole || type != BufferedImage.TYPE_INT_RGB && type != BufferedImage.TYPE_INT_ARGB_PRE) {
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        }
        int[] pixels =
                ((DataBufferInt) image.getRaster().getDataBuffer()).getData().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = type == BufferedImage.TYPE_INT_RGB ? pixels[i] | OPAQUE : unmultiplied(pixels[i]);
        }
        return pixels;
    }

    /** The channels divided by alpha as Java's colour model does it, without its calls for each of them. */
    private static int unmultiplied(int pixel) {
        int alpha = pixel >>> 24;
        if (alpha == 255) {
            return pixel;
        }
        return alpha == 0
                ? 0
                : alpha << 24
                        | share(pixel >>> 16 & 0xFF, alpha) << 16
                        | share(pixel >>> 8 & 0xFF, alpha) << 8
                        | share(pixel & 0xFF, alpha);
    }

    private static int share(int channel, int alpha) {
        return (channel * 255 + alpha / 2) / alpha;
    }
}
