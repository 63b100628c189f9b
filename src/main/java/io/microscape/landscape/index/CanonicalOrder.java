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
        int[] order = sorted(keys);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && keys[order[to]] == keys[order[from]]) {
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

    private static int[] sorted(long[] keys) {
        int[] order = new int[keys.length];
        Arrays.setAll(order, i -> i);
        int[] next = new int[keys.length];
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            int[] starts = new int[257];
            for (long key : keys) {
                starts[(int) (key >>> shift & 0xff) + 1]++;
            }
            if (keys.length > 0 && starts[(int) (keys[0] >>> shift & 0xff) + 1] == keys.length) {
                continue;
            }
            for (int digit = 0; digit < 256; digit++) {
                starts[digit + 1] += starts[digit];
            }
            for (int item : order) {
                next[starts[(int) (keys[item] >>> shift & 0xff)]++] = item;
            }
            int[] sorted = next;
            next = order;
            order = sorted;
        }
        return order;
    }
}
