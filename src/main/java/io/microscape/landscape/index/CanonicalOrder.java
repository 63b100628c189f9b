package io.microscape.landscape.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The canonical order of features: along a Hilbert curve over the whole plane by the centre of their box, and by content
 * where that is equal. The curve does not depend on the extent of the data: a feature added somewhere does not change the
 * order of two others, so that sums over them keep every bit.
 *
 * <p>The keys are sorted by radix, in time proportional to their number; own code because the JDK sorts no primitive keys
 * with a payload.
 */
final class CanonicalOrder {
    /** Steps of the curve per metre. */
    private static final double RESOLUTION = 16;

    private static final int PARALLEL_FROM = 1 << 13;
    private static final short[] FOUR_LEVELS = fourLevels();

    private CanonicalOrder() {}

    /** Centre and content of the features to order. */
    interface Features {
        double centreX(int item);

        double centreY(int item);

        /** Tells apart all features that differ in anything a result can depend on. */
        int compare(int first, int second);
    }

    /** The items 0 … count − 1 in canonical order. */
    static int[] of(Features features, int count) {
        long[] keys = new long[count];
        IntStream range = IntStream.range(0, count);
        (count < PARALLEL_FROM ? range : range.parallel())
                .forEach(i -> keys[i] = hilbert(step(features.centreX(i)), step(features.centreY(i))));
        int[] order = sort(keys);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && keys[to] == keys[from]) {
                to++;
            }
            if (to - from > 1) {
                sortByContent(features, order, from, to);
            }
            from = to;
        }
        return order;
    }

    private static void sortByContent(Features features, int[] order, int from, int to) {
        Comparator<Integer> content = features::compare;
        int[] sorted = Arrays.stream(order, from, to)
                .boxed()
                .sorted(content)
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, order, from, sorted.length);
    }

    private static int step(double coordinate) {
        // beyond 134,000 km the curve ends, and content alone orders
        return (int) Math.floor(coordinate * RESOLUTION) ^ Integer.MIN_VALUE;
    }

    /** Place on the Hilbert curve of order 32, an unsigned number. */
    private static long hilbert(int column, int row) {
        long place = 0;
        int turn = 0;
        for (int shift = Integer.SIZE - 4; shift >= 0; shift -= 4) {
            int step = FOUR_LEVELS[turn << 8 | (column >>> shift & 15) << 4 | (row >>> shift & 15)];
            place = place << 8 | step >>> 2;
            turn = step & 3;
        }
        return place;
    }

    /**
     * Four levels of the curve at once: by the way the curve is turned (1: mirrored at the diagonal, 2: upside down) and four
     * bits of column and row, the eight bits of the place and, below them, how the curve is turned within it.
     */
    private static short[] fourLevels() {
        short[] levels = new short[4 << 8];
        for (int i = 0; i < levels.length; i++) {
            int turn = i >>> 8;
            int place = 0;
            for (int bit = 3; bit >= 0; bit--) {
                int column = (i >>> 4 + bit & 1) ^ turn >>> 1;
                int row = (i >>> bit & 1) ^ turn >>> 1;
                int right = (turn & 1) == 0 ? column : row;
                int upper = (turn & 1) == 0 ? row : column;
                place = place << 2 | (3 * right ^ upper);
                turn ^= upper == 0 ? 1 | right << 1 : 0;
            }
            levels[i] = (short) (place << 2 | turn);
        }
        return levels;
    }

    /**
     * Sorts the keys, byte by byte from the last, and the numbers 0 … n − 1 along with them: keys fetched by number would be
     * fetched from all over the memory.
     */
    private static int[] sort(long[] keys) {
        int count = keys.length;
        int[][] starts = starts(keys);
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        int[] nextOrder = new int[count];
        long[] sorted = keys;
        long[] next = new long[count];
        for (int digit = 0; digit < Long.BYTES; digit++) {
            int shift = digit * Byte.SIZE;
            int[] places = starts[digit];
            if (count == 0 || isOnly(places, (int) (keys[0] >>> shift & 0xff), count)) {
                continue;
            }
            for (int i = 0; i < count; i++) {
                int place = places[(int) (sorted[i] >>> shift & 0xff)]++;
                next[place] = sorted[i];
                nextOrder[place] = order[i];
            }
            long[] keysBefore = sorted;
            sorted = next;
            next = keysBefore;
            int[] orderBefore = order;
            order = nextOrder;
            nextOrder = orderBefore;
        }
        if (sorted != keys) {
            System.arraycopy(sorted, 0, keys, 0, count);
        }
        return order;
    }

    /** For each byte of the keys, where those with each value of it begin. */
    private static int[][] starts(long[] keys) {
        int[][] starts = new int[Long.BYTES][257];
        for (long key : keys) {
            for (int digit = 0; digit < Long.BYTES; digit++) {
                starts[digit][(int) (key >>> digit * Byte.SIZE & 0xff) + 1]++;
            }
        }
        for (int[] places : starts) {
            for (int value = 0; value < 256; value++) {
                places[value + 1] += places[value];
            }
        }
        return starts;
    }

    /** Whether all keys have that value of a byte. */
    private static boolean isOnly(int[] places, int value, int count) {
        return places[value + 1] - places[value] == count;
    }
}
