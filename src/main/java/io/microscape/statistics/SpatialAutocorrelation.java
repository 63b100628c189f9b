package io.microscape.statistics;

import io.microscape.study.SpatialStatistic;
import io.microscape.study.SpatialStatistic.Cluster;
import io.microscape.study.SpatialStatistic.HotSpot;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Moran's I (Moran 1950), its local form (Anselin 1995, Geographical Analysis 27) and Getis-Ord Gi* (Ord and Getis 1995,
 * Geographical Analysis 27) of values on row-standardised weights:
 *
 * <pre>
 * I    = n / S0 · Σi Σj w_ij z_i z_j / Σ z²         z = x − mean, S0 = Σ w
 * I_i  = z_i Σj w_ij z_j / (Σ z² / n)
 * G_i* = (Σj w_ij x_j − mean Σj w_ij) / (s √((n Σj w_ij² − (Σj w_ij)²) / (n − 1))),  s² = Σ x²/n − mean²; i is its own neighbour
 * </pre>
 *
 * Each p is two-sided by permutation: twice the smaller of the shares of permutations that are as great or as small, the
 * data themselves counted as one of them, at most 1. For the global I all values are permuted; for the local statistics the
 * others around the space, whose own value stays (conditional permutation). Every space draws from a random stream of its
 * own, so that results do not depend on the number of threads. Own code: there is no maintained Java library of them.
 */
final class SpatialAutocorrelation {
    private static final double CLUSTER_LEVEL = 0.05;

    private final SpatialWeights weights;
    private final double[] values;
    private final double[] z;
    private final double sumSquares;
    private final double mean;

    /**
     * @param values one a place of the weights; not all equal, none NaN
     */
    SpatialAutocorrelation(SpatialWeights weights, double[] values) {
        this.weights = weights;
        this.values = values.clone();
        this.mean = Arrays.stream(values).average().orElseThrow();
        this.z = Arrays.stream(values).map(value -> value - mean).toArray();
        this.sumSquares = Arrays.stream(z).map(value -> value * value).sum();
    }

    /** Global Moran's I. */
    double moran() {
        return moran(z);
    }

    /** Global Moran's I of random permutations of the values. */
    double[] permutedMoran(int permutations, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] shuffled = z.clone();
        return IntStream.range(0, permutations)
                .mapToDouble(permutation -> {
                    for (int i = shuffled.length - 1; i > 0; i--) {
                        swap(shuffled, i, random.nextInt(i + 1));
                    }
                    return moran(shuffled);
                })
                .toArray();
    }

    /** Local Moran's I of a space; NaN without neighbours. */
    double localMoran(int i) {
        return weights.count(i) == 0 ? Double.NaN : z[i] * weights.lag(i, z) / (sumSquares / z.length);
    }

    /** Gi* of a space as a standard score; NaN without neighbours or when all spaces are its neighbours. */
    double giStar(int i) {
        int k = weights.count(i) + 1;
        int n = values.length;
        if (k == 1 || k == n) {
            return Double.NaN;
        }
        double sum = z[i] + weights.sum(i, z);
        // with w = 1/k the root is √((n/k − 1)/(n − 1))
        return sum / k / (Math.sqrt(sumSquares / n) * Math.sqrt(((double) n / k - 1) / (n - 1)));
    }

    /** The local statistics of every space, with their p and classes. */
    List<SpatialStatistic> local(List<String> codes, int permutations, long seed) {
        long[] seeds = new SplittableRandom(seed).longs(codes.size()).toArray();
        ThreadLocal<Urn> urns = ThreadLocal.withInitial(() -> new Urn(z.length - 1));
        return IntStream.range(0, codes.size())
                .parallel()
                .mapToObj(i -> local(codes.get(i), i, permutations, new SplittableRandom(seeds[i]), urns.get()))
                .toList();
    }

    /** Two-sided p of an observed value among simulated ones. */
    static double twoSided(int greaterOrEqual, int lessOrEqual, int permutations) {
        return Math.min(1, 2.0 * (Math.min(greaterOrEqual, lessOrEqual) + 1) / (permutations + 1));
    }

    /**
     * With the space's own value held, local Moran's I and Gi* both go with the sum of its neighbours alone: one
     * simulation of that sum gives the p of both. A hot or cold spot is one where that sum and Gi* are on the same side.
     */
    private SpatialStatistic local(String code, int i, int permutations, SplittableRandom random, Urn others) {
        int k = weights.count(i);
        if (k == 0 || k == z.length - 1) {
            return new SpatialStatistic(code, k, null, null, null, null, null);
        }
        double observed = weights.sum(i, z);
        double tolerance = 1e-12 * Math.sqrt(sumSquares);
        int greater = 0;
        int less = 0;
        for (int permutation = 0; permutation < permutations; permutation++) {
            double sum = 0;
            for (int drawn = 0; drawn < k; drawn++) {
                int other = others.draw(drawn, random);
                sum += z[other < i ? other : other + 1];
            }
            greater += sum >= observed - tolerance ? 1 : 0;
            less += sum <= observed + tolerance ? 1 : 0;
        }
        others.sort();
        double p = twoSided(greater, less, permutations);
        boolean highAround = greater < less;
        double giStar = giStar(i);
        return new SpatialStatistic(
                code,
                k,
                localMoran(i),
                giStar,
                p,
                cluster(z[i], highAround, p),
                highAround == giStar > 0 ? hotSpot(highAround, p) : HotSpot.NOT_SIGNIFICANT);
    }

    private double moran(double[] deviations) {
        double cross = 0;
        int rows = 0;
        for (int i = 0; i < deviations.length; i++) {
            if (weights.count(i) > 0) {
                cross += deviations[i] * weights.lag(i, deviations);
                rows++;
            }
        }
        return (double) deviations.length / rows * cross / sumSquares;
    }

    private static Cluster cluster(double own, boolean highAround, double p) {
        if (p > CLUSTER_LEVEL || own == 0) {
            return Cluster.NOT_SIGNIFICANT;
        }
        if (highAround) {
            return own > 0 ? Cluster.HIGH_HIGH : Cluster.LOW_HIGH;
        }
        return own > 0 ? Cluster.HIGH_LOW : Cluster.LOW_LOW;
    }

    private static HotSpot hotSpot(boolean hot, double p) {
        if (p <= 0.01) {
            return hot ? HotSpot.HOT_99 : HotSpot.COLD_99;
        } else if (p <= 0.05) {
            return hot ? HotSpot.HOT_95 : HotSpot.COLD_95;
        } else if (p <= 0.10) {
            return hot ? HotSpot.HOT_90 : HotSpot.COLD_90;
        }
        return HotSpot.NOT_SIGNIFICANT;
    }

    private static void swap(double[] array, int i, int j) {
        double held = array[i];
        array[i] = array[j];
        array[j] = held;
    }

    /**
     * Numbers from 0 that are drawn without putting them back, again and again (Fisher and Yates). What was moved is put
     * right afterwards, so that the next space need not fill an urn of all others.
     */
    private static final class Urn {
        private final int[] numbers;
        private int[] moved = new int[1024];
        private int count;

        Urn(int size) {
            numbers = IntStream.range(0, size).toArray();
        }

        /** The draw of that number, from 0; those before it are not drawn again. */
        int draw(int number, SplittableRandom random) {
            int at = number + random.nextInt(numbers.length - number);
            if (count + 2 > moved.length) {
                moved = Arrays.copyOf(moved, 2 * moved.length);
            }
            moved[count++] = number;
            moved[count++] = at;
            int drawn = numbers[at];
            numbers[at] = numbers[number];
            numbers[number] = drawn;
            return drawn;
        }

        void sort() {
            for (int i = 0; i < count; i++) {
                numbers[moved[i]] = moved[i];
            }
            count = 0;
        }
    }
}
