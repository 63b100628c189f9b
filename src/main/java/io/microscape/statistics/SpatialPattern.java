package io.microscape.statistics;

import io.microscape.study.LocalizedText;
import io.microscape.study.SpatialSettings;
import io.microscape.study.SpatialStatistic;
import java.util.List;

/**
 * How a value is spread over the map: global Moran's I, and the place of each space.
 *
 * @param variable column of the value
 * @param settings neighbours, permutations and seed
 * @param n spaces with a value
 * @param leftOut spaces without one
 * @param islands spaces without neighbours; they count in n, but have no local statistics
 * @param moran global Moran's I: above {@code expected} when alike values are neighbours
 * @param expected its expectation without any pattern, −1/(n − 1)
 * @param permutationMean mean of I over the permutations
 * @param permutationDeviation their standard deviation
 * @param p two-sided, by permutation
 * @param spaces local statistics, one for each space with a value
 * @param reason why there are no numbers; else null
 */
public record SpatialPattern(
        String variable,
        SpatialSettings settings,
        int n,
        int leftOut,
        Integer islands,
        Double moran,
        Double expected,
        Double permutationMean,
        Double permutationDeviation,
        Double p,
        List<SpatialStatistic> spaces,
        LocalizedText reason) {

    static SpatialPattern without(String variable, SpatialSettings settings, int n, int leftOut, LocalizedText reason) {
        return new SpatialPattern(
                variable, settings, n, leftOut, null, null, null, null, null, null, List.of(), reason);
    }
}
