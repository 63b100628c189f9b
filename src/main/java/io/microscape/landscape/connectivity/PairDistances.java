package io.microscape.landscape.connectivity;

import java.util.Arrays;

/**
 * Distances between all pairs of n spaces, m: symmetric, 0 from each to itself, infinite where there is no way. n(n−1)/2
 * numbers. Different pairs may be set by different threads.
 */
public final class PairDistances {
    private final double[][] below;

    /** Infinite distances between that many spaces. */
    public PairDistances(int size) {
        below = new double[size][];
        for (int i = 0; i < size; i++) {
            below[i] = new double[i];
            Arrays.fill(below[i], Double.POSITIVE_INFINITY);
        }
    }

    public int size() {
        return below.length;
    }

    /** @param distance m, not negative */
    public void set(int a, int b, double distance) {
        below[Math.max(a, b)][Math.min(a, b)] = distance;
    }

    public double get(int a, int b) {
        return a == b ? 0 : below[Math.max(a, b)][Math.min(a, b)];
    }

    /** Number of pairs at most that far apart. */
    public long pairsWithin(double distance) {
        return Arrays.stream(below)
                .flatMapToDouble(Arrays::stream)
                .filter(d -> d <= distance)
                .count();
    }
}
