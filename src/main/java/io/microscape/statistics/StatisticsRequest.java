package io.microscape.statistics;

import io.microscape.study.SpatialSettings;
import io.microscape.study.StudyParameters;
import java.util.List;

/**
 * What is to be computed.
 *
 * @param accounts columns of the accounts
 * @param indices columns of the indices that are tested with each account
 * @param spatial neighbours, permutations and seed
 */
public record StatisticsRequest(List<String> accounts, List<String> indices, SpatialSettings spatial) {
    /** The accounts that are looked at when none are named. */
    public static final List<String> ACCOUNTS = List.of("vegetation_sink_kg", "net_carbon_kg");

    public StatisticsRequest {
        accounts = accounts.stream().distinct().toList();
        indices = indices.stream().distinct().toList();
    }

    /**
     * The five indices of the published study of the definitions page with the vegetation sink and the net carbon; where
     * lists are given, these instead.
     *
     * @param accounts columns, or empty for the usual ones
     * @param indices columns, or empty for the usual ones
     */
    public static StatisticsRequest of(
            StudyParameters parameters, List<String> accounts, List<String> indices, SpatialSettings spatial) {
        return new StatisticsRequest(
                accounts.isEmpty() ? ACCOUNTS : accounts, indices.isEmpty() ? indices(parameters) : indices, spatial);
    }

    private static List<String> indices(StudyParameters parameters) {
        return List.of(
                "green_ratio",
                "road_density_" + parameters.radiusLabel(),
                "connectivity",
                "species_richness",
                "canopy_cover");
    }
}
