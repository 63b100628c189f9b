package io.microscape.portrayal.png;

import java.util.Arrays;
import java.util.zip.Adler32;

/** The Adler-32 of RFC 1950 over rows of pixels. */
final class PixelChecksum {
    private PixelChecksum() {}

    /**
     * The checksum of all rows, each after a byte of zero.
     *
     * @param pixelBytes bytes of a pixel, the last one lowest: 1, 3 or 4
     */
    static int adler32(int[] pixels, int width, int height, int pixelBytes) {
        Adler32 checksum = new Adler32();
        byte[] bytes = new byte[1 + width * pixelBytes];
        for (int row = 0; row < height; row++) {
            int from = row * width;
            if (row == 0 || !Arrays.equals(pixels, from, from + width, pixels, from - width, from)) {
                switch (pixelBytes) {
                    case 1 -> one(pixels, from, bytes);
                    case 3 -> three(pixels, from, bytes);
                    default -> four(pixels, from, bytes);
                }
            }
            checksum.update(bytes);
        }
        return (int) checksum.getValue();
    }

    private static void one(int[] pixels, int from, byte[] bytes) {
        for (int i = 1; i < bytes.length; i++) {
            bytes[i] = (byte) pixels[from + i - 1];
        }
    }

    private static void three(int[] pixels, int from, byte[] bytes) {
        for (int at = 1, i = from; at < bytes.length; at += 3, i++) {
            int pixel = pixels[i];
            bytes[at] = (byte) (pixel >>> 16);
            bytes[at + 1] = (byte) (pixel >>> 8);
            bytes[at + 2] = (byte) pixel;
        }
    }

    private static void four(int[] pixels, int from, byte[] bytes) {
        for (int at = 1, i = from; at < bytes.length; at += 4, i++) {
            int pixel = pixels[i];
            bytes[at] = (byte) (pixel >>> 24);
            bytes[at + 1] = (byte) (pixel >>> 16);
            bytes[at + 2] = (byte) (pixel >>> 8);
            bytes[at + 3] = (byte) pixel;
        }
    }
}
