package io.microscape.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down adjustment for several tests (S. Holm 1979, Scandinavian Journal of Statistics 6): the smallest p is
 * multiplied by the number of tests, the next by one less, and so on; no adjusted p is smaller than the one before it, none
 * greater than 1. Own code: the statistics library has no adjustment for multiple tests.
 */
final class HolmAdjustment {
    private HolmAdjustment() {}

    /** Adjusted p in the order given; NaN (no test) stays NaN and is not counted. */
    static double[] adjust(double[] p) {
        int[] ascending = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = p.clone();
        double least = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            int i = ascending[rank];
            least = Math.max(least, Math.min(1, (ascending.length - rank) * p[i]));
            adjusted[i] = least;
        }
        return adjusted;
    }
}
