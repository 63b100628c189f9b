package io.microscape.landscape.connectivity;

import io.microscape.study.SpaceConnectivity;
import io.microscape.study.StudyConnectivity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Connectivity of the spaces of a study as one graph, for several thresholds T at once.
 *
 * <ul>
 *   <li>{@code connect} = 100 · pairs with d ≤ T / (n(n−1)/2), percent; 0 for one space
 *   <li>PC = ΣΣ a_i a_j p*_ij / A_L², with p = 2^(−d/T) a link and p* the largest product of links over all ways
 *   <li>IIC = ΣΣ a_i a_j/(1 + nl_ij) / A_L², nl the number of links of the shortest way over links with d ≤ T
 *   <li>EC = √(A_L² · index), m²
 *   <li>dPC, dIIC of each space with their parts, percent: {@link ConnectivityIndex}
 * </ul>
 *
 * Spaces are passed through at no cost. All pairs are linked in PC, however far: no small probability is cut off. Source:
 * Saura &amp; Pascual-Hortal 2007, Saura &amp; Rubio 2010, Saura et al. 2011 (EC), FRAGSTATS 4 (CONNECT).
 */
public final class GraphConnectivity {
    /** Largest number of spaces for which PC and IIC are computed: beyond it all pairs of distances cost too much. */
    public static final int MOST_SPACES = 5000;

    /** Why PC and IIC as fractions are absent unless the landscape's area is given. */
    static final String NO_LANDSCAPE_AREA = "landscape_area_m2 is not given; PC and IIC as fractions need it";

    private final List<SpaceConnectivity>[] ofSpaces;
    private final List<StudyConnectivity> ofStudy = new ArrayList<>();

    /**
     * Computes everything.
     *
     * @param areas of the spaces, m²
     * @param distances between the spaces, m
     * @param thresholds m, ascending
     * @param landscapeArea A_L in m², or null
     * @throws IllegalArgumentException if there are more than {@link #MOST_SPACES} spaces
     */
    @SuppressWarnings("unchecked")
    public GraphConnectivity(double[] areas, PairDistances distances, List<Double> thresholds, Double landscapeArea) {
        if (areas.length > MOST_SPACES) {
            throw new IllegalArgumentException(areas.length + " spaces are more than " + MOST_SPACES);
        }
        ofSpaces = new List[areas.length];
        Arrays.setAll(ofSpaces, space -> new ArrayList<>());
        ConnectivityIndex[] pc = ConnectivityIndex.of(
                LinkGraph.ofShortestPaths(distances),
                areas,
                thresholds.stream().map(GraphConnectivity::probability).toArray(DoubleUnaryOperator[]::new));
        for (int t = 0; t < pc.length; t++) {
            double threshold = thresholds.get(t);
            ConnectivityIndex iic =
                    ConnectivityIndex.of(LinkGraph.ofSteps(distances, threshold), areas, steps -> 1 / (1 + steps))[0];
            add(threshold, pc[t], iic);
            ofStudy.add(study(areas, distances, threshold, pc[t], iic, landscapeArea));
        }
    }

    /** Contributions of a space, one a threshold, ascending. */
    public List<SpaceConnectivity> ofSpace(int space) {
        return ofSpaces[space];
    }

    /** Indices of all spaces together, one a threshold, ascending. */
    public List<StudyConnectivity> ofStudy() {
        return ofStudy;
    }

    /**
     * {@code connect}: share of the pairs that are joined.
     *
     * @return percent; 0 for one space
     */
    public static double connect(long joined, long spaces) {
        return spaces < 2 ? 0 : 100.0 * joined / (spaces * (spaces - 1) / 2);
    }

    private static DoubleUnaryOperator probability(double threshold) {
        double rate = Math.log(2) / threshold;
        return distance -> Math.exp(-rate * distance);
    }

    private void add(double threshold, ConnectivityIndex pc, ConnectivityIndex iic) {
        for (int k = 0; k < ofSpaces.length; k++) {
            ofSpaces[k].add(new SpaceConnectivity(
                    threshold,
                    pc.importance(k),
                    pc.intra[k],
                    pc.flux[k],
                    pc.connector[k],
                    iic.importance(k),
                    iic.intra[k],
                    iic.flux[k],
                    iic.connector[k]));
        }
    }

    private static StudyConnectivity study(
            double[] areas,
            PairDistances distances,
            double threshold,
            ConnectivityIndex pc,
            ConnectivityIndex iic,
            Double landscapeArea) {
        Map<String, String> reasons = new HashMap<>();
        Double square = null;
        double total = Arrays.stream(areas).sum();
        if (landscapeArea == null) {
            reasons.put("pc", NO_LANDSCAPE_AREA);
        } else if (landscapeArea < total) {
            reasons.put(
                    "pc",
                    String.format(
                            Locale.ROOT,
                            "landscape_area_m2 is less than the areas of the spaces together, %.1f m²",
                            total));
        } else {
            square = landscapeArea * landscapeArea;
        }
        if (square == null) {
            reasons.put("iic", reasons.get("pc"));
        }
        return new StudyConnectivity(
                threshold,
                areas.length,
                connect(distances.pairsWithin(threshold), areas.length),
                square == null ? null : pc.numerator / square,
                square == null ? null : iic.numerator / square,
                Math.sqrt(pc.numerator),
                Math.sqrt(iic.numerator),
                landscapeArea,
                reasons);
    }
}
