package io.microscape.landscape.connectivity;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A connectivity index of the form Σ_i Σ_j a_i a_j s(i,j) and what each space contributes to it, for a strength s that
 * falls with the length of the shortest path: s = 2^(−d/threshold) for PC, s = 1/(1 + links) for IIC.
 *
 * <p>Contributions follow Saura &amp; Rubio 2010, in percent of the sum: {@code intra} = a_k², {@code flux} =
 * 2 Σ_{j≠k} a_k a_j s(k,j), {@code connector} = Σ_{i,j≠k} a_i a_j (s(i,j) − s(i,j) without k). Together they are
 * 100 (I − I without k)/I, the loss of the index by removal of k, without that difference of near numbers.
 *
 * <p>Exact: every removal is computed (see {@link ShortestPathTree}). Time: n shortest path trees, and for each the search
 * again below every space of it, about n² · depth of the trees. Sums run in blocks of fixed size that are
 * added in order: the result does not depend on the number of threads.
 */
final class ConnectivityIndex {
    private static final int BLOCK = 64;
    private static final double PERCENT = 100;

    /** Σ_i Σ_j a_i a_j s(i,j), m⁴. */
    final double numerator;

    final double[] intra;
    final double[] flux;
    final double[] connector;

    private ConnectivityIndex(double[] areas, double[] flow, double[] lost) {
        double sum = 0;
        for (int k = 0; k < areas.length; k++) {
            sum += areas[k] * areas[k] + areas[k] * flow[k];
        }
        double total = sum;
        numerator = total;
        intra = percent(areas.length, k -> areas[k] * areas[k], total);
        flux = percent(areas.length, k -> 2 * areas[k] * flow[k], total);
        connector = percent(areas.length, k -> lost[k], total);
    }

    private static double[] percent(int size, IntToDoubleFunction value, double total) {
        return IntStream.range(0, size)
                .mapToDouble(k -> PERCENT * value.applyAsDouble(k) / total)
                .toArray();
    }

    /** Loss of the index without space k, percent. */
    double importance(int k) {
        return intra[k] + flux[k] + connector[k];
    }

    /**
     * Several indices over the same paths.
     *
     * @param areas of the spaces, m²
     * @param strengths s as a function of path length, in [0, 1], 0 at infinity; one an index
     */
    static ConnectivityIndex[] of(LinkGraph graph, double[] areas, DoubleUnaryOperator... strengths) {
        int size = areas.length;
        int blocks = (size + BLOCK - 1) / BLOCK;
        double[][] flow = new double[strengths.length][size];
        double[][][] lostOfBlock = new double[blocks][][];
        IntStream.range(0, blocks)
                .parallel()
                .forEach(block -> lostOfBlock[block] = block(graph, areas, strengths, block * BLOCK, flow));
        ConnectivityIndex[] indices = new ConnectivityIndex[strengths.length];
        for (int s = 0; s < strengths.length; s++) {
            double[] lost = new double[size];
            for (double[][] ofBlock : lostOfBlock) {
                for (int k = 0; k < size; k++) {
                    lost[k] += ofBlock[s][k];
                }
            }
            indices[s] = new ConnectivityIndex(areas, flow[s], lost);
        }
        return indices;
    }

    /** The paths from the spaces of a block: their flow, and what each space's removal takes from them. */
    private static double[][] block(
            LinkGraph graph, double[] areas, DoubleUnaryOperator[] strengths, int first, double[][] flow) {
        int size = areas.length;
        double[][] lost = new double[strengths.length][size];
        double[][] strength = new double[strengths.length][size];
        ShortestPathTree tree = new ShortestPathTree(graph);
        for (int source = first; source < Math.min(size, first + BLOCK); source++) {
            tree.grow(source);
            double area = areas[source];
            for (int s = 0; s < strengths.length; s++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    strength[s][j] = strengths[s].applyAsDouble(tree.distance(j));
                    if (j != source) {
                        sum += areas[j] * strength[s][j];
                    }
                }
                flow[s][source] = sum;
            }
            tree.forEachLengthening((removed, to, after) -> {
                for (int s = 0; s < strengths.length; s++) {
                    lost[s][removed] += 2 * area * areas[to] * (strength[s][to] - strengths[s].applyAsDouble(after));
                }
            });
        }
        return lost;
    }
}
