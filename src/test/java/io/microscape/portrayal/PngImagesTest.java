package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The file has the pixels that Java's own colour model sees in the picture. */
class PngImagesTest {
    @Test
    void dividesEveryChannelByEveryAlpha() throws IOException {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int alpha = 0; alpha < 256; alpha++) {
            for (int channel = 0; channel <= alpha; channel++) {
                pixels[alpha * 256 + channel] = alpha << 24 | channel << 16 | (alpha - channel) << 8 | channel / 2;
            }
        }

        isKept(image);
    }

    @Test
    void takesPicturesOfOtherTypes() throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR);
        image.setRGB(3, 4, 0xFF123456);

        isKept(image);
        isKept(image.getSubimage(2, 3, 10, 10));
        BufferedImage premultiplied = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB_PRE);
        premultiplied.setRGB(9, 4, 0x80123456);
        isKept(premultiplied.getSubimage(5, 2, 20, 8));
        BufferedImage opaque = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        opaque.setRGB(9, 4, 0x123456);
        isKept(opaque);
    }

    private static void isKept(BufferedImage image) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] expected = image.getRGB(0, 0, width, height, null, 0, width);
        for (byte[] file : new byte[][] {PngImages.encode(image), PngImages.encodeSmall(image)}) {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
            assertThat(read.getRGB(0, 0, width, height, null, 0, width)).isEqualTo(expected);
        }
    }
}
