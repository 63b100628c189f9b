package io.microscape.portrayal.png;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A PNG file of 8 bits a channel: with a palette where there are no more than 256 colours, else in true colours; with alpha
 * only where a pixel is not opaque.
 */
public final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int OVERHEAD = 1024;
    private static final int OPAQUE = 0xFF000000;
    private static final byte TRUE_COLOUR = 2;
    private static final byte INDEXED = 3;
    private static final byte TRUE_COLOUR_WITH_ALPHA = 6;

    private PngFile() {}

    /**
     * The file of a picture.
     *
     * @param pixels 0xAARRGGBB row by row, not premultiplied; they are changed
     * @param small whether it may take half as long again to become smaller
     */
    public static byte[] encode(int[] pixels, int width, int height, boolean small) {
        Palette palette = Palette.of(pixels);
        boolean opaque = palette == null && isOpaque(pixels);
        byte type = palette != null ? INDEXED : opaque ? TRUE_COLOUR : TRUE_COLOUR_WITH_ALPHA;
        BitSink out = new BitSink(OVERHEAD + pixels.length / 2);
        out.bytes(SIGNATURE);
        writeHeader(width, height, type, out);
        int pixelBytes;
        if (palette != null) {
            pixelBytes = 1;
            writePalette(palette, out);
            palette.replace(pixels);
        } else {
            pixelBytes = opaque ? 3 : 4;
            arrange(pixels, opaque);
        }
        int start = begin("IDAT", out);
        PixelDeflater.deflate(pixels, width, height, pixelBytes, small, out);
        end(start, out);
        end(begin("IEND", out), out);
        return out.toBytes();
    }

    private static boolean isOpaque(int[] pixels) {
        int all = OPAQUE;
        for (int pixel : pixels) {
            all &= pixel;
        }
        return all == OPAQUE;
    }

    /** Bytes of a pixel in the order of the file, the last one lowest. */
    private static void arrange(int[] pixels, boolean opaque) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = opaque ? pixels[i] & ~OPAQUE : Integer.rotateLeft(pixels[i], Byte.SIZE);
        }
    }

    private static void writeHeader(int width, int height, byte type, BitSink out) {
        int start = begin("IHDR", out);
        out.bigEndian(width);
        out.bigEndian(height);
        // 8 bits; deflate, its one set of filters, not interlaced
        out.bytes(new byte[] {8, type, 0, 0, 0});
        end(start, out);
    }

    private static void writePalette(Palette palette, BitSink out) {
        byte[] colours = new byte[3 * palette.size()];
        byte[] alphas = new byte[palette.size()];
        boolean opaque = true;
        for (int i = 0; i < alphas.length; i++) {
            int colour = palette.colour(i);
            colours[3 * i] = (byte) (colour >>> 16);
            colours[3 * i + 1] = (byte) (colour >>> 8);
            colours[3 * i + 2] = (byte) colour;
            alphas[i] = (byte) (colour >>> 24);
            opaque &= colour >>> 24 == 0xFF;
        }
        int start = begin("PLTE", out);
        out.bytes(colours);
        end(start, out);
        if (!opaque) {
            start = begin("tRNS", out);
            out.bytes(alphas);
            end(start, out);
        }
    }

    /** Begins a chunk, its length open, and gives the place of its type. */
    private static int begin(String type, BitSink out) {
        out.bigEndian(0);
        out.align();
        int start = out.length();
        out.bytes(type.getBytes(StandardCharsets.US_ASCII));
        return start;
    }

    /** Ends a chunk with its checksum, and puts its length before it. */
    private static void end(int start, BitSink out) {
        out.align();
        CRC32 checksum = new CRC32();
        checksum.update(out.buffer(), start, out.length() - start);
        out.bigEndianAt(start - Integer.BYTES, out.length() - start - Integer.BYTES);
        out.bigEndian((int) checksum.getValue());
    }
}
