package io.microscape.cli;

import io.microscape.statistics.StatisticsRequest;
import io.microscape.study.NeighbourRule;
import io.microscape.study.SpatialSettings;
import io.microscape.study.StudyParameters;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What to compute, as options. */
final class StatisticsOptions {
    @Option(
            names = "--account",
            split = ",",
            paramLabel = "COLUMN",
            description = "Account columns, comma separated (default: vegetation_sink_kg,net_carbon_kg).")
    private List<String> accounts = new ArrayList<>();

    @Option(
            names = "--indices",
            split = ",",
            paramLabel = "COLUMN",
            description = "Index columns tested with each account, comma separated (default: green_ratio,"
                    + "road_density_15m,connectivity,species_richness,canopy_cover).")
    private List<String> indices = new ArrayList<>();

    @Option(names = "--neighbours", paramLabel = "K", description = "Nearest spaces that are neighbours (default: 4).")
    private Integer neighbours;

    @Option(
            names = "--within",
            paramLabel = "METRES",
            description = "Spaces at most so far, edge to edge, are neighbours instead.")
    private Double within;

    @Option(names = "--permutations", paramLabel = "N", description = "Random permutations (default: 999).")
    private Integer permutations;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the random numbers.")
    private Long seed;

    StatisticsRequest request(StudyParameters parameters) {
        return StatisticsRequest.of(
                parameters,
                accounts,
                indices,
                SpatialSettings.DEFAULTS.with(NeighbourRule.ofEither(neighbours, within), permutations, seed));
    }
}
