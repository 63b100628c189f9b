package io.microscape.study;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which metrics a study asks for beside the basic indices, and their parameters; stored with each result.
 *
 * @param groups the families that are computed; {@link MetricGroup#BASIC} is always among them
 * @param edgeDepthM depth of the edge that is no core, m (default 2)
 * @param searchRadiusM reach of the proximity index, m (default ten radii)
 * @param thresholdsM distances of the connectivity indices, m, ascending (default ten radii): a link of that length has the
 *     probability one half in PC, and is the longest that there is in IIC
 * @param landscapeAreaM2 area A_L of the landscape for PC and IIC as fractions, m²; null when not given
 */
public record MetricOptions(
        Set<MetricGroup> groups,
        double edgeDepthM,
        double searchRadiusM,
        List<Double> thresholdsM,
        Double landscapeAreaM2) {
    /** Default of {@code edge_depth_m}. */
    public static final double EDGE_DEPTH_M = 2;

    /** Search radius for which the column {@code prox} does not name it: ten times the default radius. */
    public static final double SEARCH_RADIUS_M = 150;

    /** More thresholds than these would be more columns than a table of attributes bears. */
    public static final int MOST_THRESHOLDS = 10;

    private static final double REACH_IN_RADII = 10;

    /**
     * @throws InvalidInputException if a length or the area is not a positive number, or there is no threshold or more than
     *     {@value #MOST_THRESHOLDS}
     */
    public MetricOptions {
        EnumSet<MetricGroup> all = EnumSet.of(MetricGroup.BASIC);
        all.addAll(groups);
        groups = Collections.unmodifiableSet(all);
        requirePositive("edge_depth_m", edgeDepthM);
        requirePositive("search_radius_m", searchRadiusM);
        thresholdsM.forEach(threshold -> requirePositive("thresholds_m", threshold));
        thresholdsM = thresholdsM.stream().distinct().sorted().toList();
        if (thresholdsM.isEmpty() || thresholdsM.size() > MOST_THRESHOLDS) {
            throw new InvalidInputException("parameter thresholds_m must have 1 to " + MOST_THRESHOLDS
                    + " distances, not " + thresholdsM.size());
        }
        if (landscapeAreaM2 != null) {
            requirePositive("landscape_area_m2", landscapeAreaM2);
        }
    }

    /** The basic indices alone, parameters of the others following the radius of the zone. */
    public static MetricOptions defaults(double radiusM) {
        double reach = REACH_IN_RADII * radiusM;
        return new MetricOptions(Set.of(), EDGE_DEPTH_M, reach, List.of(reach), null);
    }

    /** The same parameters with other families. */
    public MetricOptions withGroups(Collection<MetricGroup> others) {
        return new MetricOptions(Set.copyOf(others), edgeDepthM, searchRadiusM, thresholdsM, landscapeAreaM2);
    }

    public boolean has(MetricGroup group) {
        return groups.contains(group);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InvalidInputException("parameter " + name + " must be a positive number, not " + value);
        }
    }
}
