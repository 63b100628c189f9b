package io.microscape.landscape.connectivity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * An undirected graph over spaces with link lengths, packed: the links of space i are at {@code start[i]} to
 * {@code start[i + 1] − 1}. Immutable, thread-safe.
 */
final class LinkGraph {
    final int[] start;
    final int[] target;
    /** Lengths of the links; null when each is 1. */
    private final double[] lengths;

    private LinkGraph(int[][] targets, double[][] lengths) {
        int size = targets.length;
        start = new int[size + 1];
        for (int i = 0; i < size; i++) {
            start[i + 1] = start[i] + targets[i].length;
        }
        target = new int[start[size]];
        this.lengths = lengths == null ? null : new double[start[size]];
        for (int i = 0; i < size; i++) {
            System.arraycopy(targets[i], 0, target, start[i], targets[i].length);
            if (lengths != null) {
                System.arraycopy(lengths[i], 0, this.lengths, start[i], lengths[i].length);
            }
        }
    }

    double length(int link) {
        return lengths == null ? 1 : lengths[link];
    }

    int size() {
        return start.length - 1;
    }

    /** A link of length 1 between spaces at most the threshold apart (m): the graph of the binary indices. */
    static LinkGraph ofSteps(PairDistances distances, double threshold) {
        int size = distances.size();
        int[][] targets = IntStream.range(0, size)
                .parallel()
                .mapToObj(i -> IntStream.range(0, size)
                        .filter(j -> j != i && distances.get(i, j) <= threshold)
                        .toArray())
                .toArray(int[][]::new);
        return new LinkGraph(targets, null);
    }

    /**
     * The links that shortest paths can need, of all pairs with a distance, whichever single space is taken out.
     *
     * <p>A link i–j is left out when two other spaces k each offer a way that is no longer, d(i,k) + d(k,j) ≤ d(i,j), of
     * two links each shorter than it. Whatever space is removed, one of the two ways remains; by induction over the
     * lengths it remains by links that were kept. So all shortest distances are those of the complete graph, exactly, with
     * the graph whole and without any one space. In a town this keeps some tens of links a space of thousands.
     */
    static LinkGraph ofShortestPaths(PairDistances distances) {
        int size = distances.size();
        int[][] targets = new int[size][];
        double[][] lengths = new double[size][];
        IntStream.range(0, size).parallel().forEach(i -> {
            double[] row = new double[size];
            for (int j = 0; j < size; j++) {
                row[j] = distances.get(i, j);
            }
            int[] byDistance = IntStream.range(0, size)
                    .filter(j -> j != i && Double.isFinite(row[j]))
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer j) -> row[j]).thenComparingInt(j -> j))
                    .mapToInt(Integer::intValue)
                    .toArray();
            targets[i] = Arrays.stream(byDistance)
                    .filter(j -> !isReplaceable(distances, row, byDistance, j))
                    .sorted()
                    .toArray();
            lengths[i] = Arrays.stream(targets[i]).mapToDouble(j -> row[j]).toArray();
        });
        return new LinkGraph(targets, lengths);
    }

    private static boolean isReplaceable(PairDistances distances, double[] row, int[] byDistance, int to) {
        double direct = row[to];
        int ways = 0;
        for (int via : byDistance) {
            if (!(row[via] < direct)) {
                return false;
            }
            double rest = distances.get(via, to);
            if (rest < direct && row[via] + rest <= direct && ++ways == 2) {
                return true;
            }
        }
        return false;
    }
}
