package io.microscape.portrayal.png;

/**
 * Compresses rows of pixels into a zlib stream (RFC 1950, 1951) that any inflater reads. A map is made of areas of one
 * colour: a pixel mostly repeats the one to its left or the one above it. Own code because looking for nothing else, and
 * pixel by pixel, takes less than half of the time of zlib's search for repeated bytes at its fastest level; the standard
 * library has no strategy for it.
 */
final class PixelDeflater {
    /** A block has codes of its own and gathers so many tokens before. */
    private static final int BLOCK_TOKENS = 1 << 15;

    private static final int COLOUR_BITS = 13;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int pixelBytes;
    private final BitSink out;
    private final TokenBlock block;
    /** Distance of the pixel above. */
    private final int above;

    private final boolean reachesAbove;
    /** Pixels that are worth a match. */
    private final int least;
    /**
     * Where a colour, or the beginning of a run of them, was met last: its row, and below it its place. What was never met
     * is sought at the first pixel, and not found there. Null when it is not sought.
     */
    private final long[] seen;

    private PixelDeflater(int[] pixels, int width, int height, int pixelBytes, boolean small, BitSink out) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.pixelBytes = pixelBytes;
        this.out = out;
        this.block = new TokenBlock((int) Math.min(BLOCK_TOKENS, 2L * (width + 1) * height + 1), out);
        this.above = width * pixelBytes + 1;
        this.reachesAbove = above <= TokenBlock.FARTHEST_MATCH;
        this.least = (TokenBlock.SHORTEST_MATCH + pixelBytes - 1) / pixelBytes;
        this.seen = small ? new long[1 << COLOUR_BITS] : null;
    }

    /**
     * Writes the pixels as a zlib stream, each row after a byte of zero, the filter "none" of PNG.
     *
     * @param pixels row by row, the last byte of each lowest; what is above its bytes must be zero
     * @param pixelBytes bytes of a pixel: 1, 3 or 4
     * @param small whether to look further for colours met before: a sixth smaller on maps, for half as much time again
     */
    static void deflate(int[] pixels, int width, int height, int pixelBytes, boolean small, BitSink out) {
        new PixelDeflater(pixels, width, height, pixelBytes, small, out).write();
    }

    private void write() {
        // deflate with a window of 32 KB, fastest level; the two bytes are a multiple of 31
        out.bits(0x78, Byte.SIZE);
        out.bits(0x01, Byte.SIZE);
        for (int row = 0; row < height; row++) {
            addRow(row);
        }
        block.write(true);
        out.align();
        out.bigEndian(PixelChecksum.adler32(pixels, width, height, pixelBytes));
    }

    private void addRow(int row) {
        int start = row * width;
        int end = start + width;
        boolean hasAbove = reachesAbove && row > 0;
        int at = start;
        int run = hasAbove ? runAbove(at, end) : 0;
        if (run * pixelBytes + 1 >= TokenBlock.SHORTEST_MATCH) {
            // the filter byte repeats the one above, too
            block.match(1 + run * pixelBytes, above);
            at += run;
        } else {
            block.literals(0, 1);
        }
        while (at < end) {
            int runLeft = at > start ? runLeft(at, end) : 0;
            int runAbove = hasAbove ? runAbove(at, end) : 0;
            run = Math.max(runLeft, runAbove);
            if (run >= least) {
                block.match(run * pixelBytes, runAbove > runLeft ? above : pixelBytes);
            } else {
                run = addColour(at, row);
            }
            at += run;
        }
    }

    private int runLeft(int from, int end) {
        int pixel = pixels[from - 1];
        int at = from;
        while (at < end && pixels[at] == pixel) {
            at++;
        }
        return at - from;
    }

    private int runAbove(int from, int end) {
        int at = from;
        while (at < end && pixels[at] == pixels[at - width]) {
            at++;
        }
        return at - from;
    }

    /** Adds pixels that repeat others of their colours, or else one pixel as it is, and tells how many. */
    private int addColour(int at, int row) {
        int end = (row + 1) * width;
        if (seen != null && at + least <= end) {
            int place = place(at);
            long known = seen[place];
            seen[place] = (long) row << Integer.SIZE | at;
            int before = (int) known;
            int rowBefore = (int) (known >>> Integer.SIZE);
            int distance = (at - before) * pixelBytes + row - rowBefore;
            if (pixels[before] == pixels[at] && distance > 0 && distance <= TokenBlock.FARTHEST_MATCH) {
                int run = runFrom(before, at, Math.min(end, at + (rowBefore + 1) * width - before));
                if (run >= least) {
                    block.match(run * pixelBytes, distance);
                    return run;
                }
            }
        }
        addPixel(pixels[at]);
        return 1;
    }

    private int place(int at) {
        int key = least == 1 ? pixels[at] : pixels[at] << 16 ^ pixels[at + 1] << 8 ^ pixels[at + 2];
        return key * GOLDEN_RATIO >>> Integer.SIZE - COLOUR_BITS;
    }

    private int runFrom(int before, int from, int end) {
        int at = from;
        while (at < end && pixels[at] == pixels[at - from + before]) {
            at++;
        }
        return at - from;
    }

    private void addPixel(int pixel) {
        int bytes = Integer.reverseBytes(pixel);
        switch (pixelBytes) {
            case 1 -> block.literals(pixel, 1);
            case 3 -> block.literals(bytes >>> 8, 3);
            default -> {
                block.literals(bytes & 0xFFFF, 2);
                block.literals(bytes >>> 16, 2);
            }
        }
    }
}
