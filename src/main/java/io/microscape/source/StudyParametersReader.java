package io.microscape.source;

import io.microscape.source.text.StrictNumbers;
import io.microscape.source.text.Suggestion;
import io.microscape.study.MetricGroup;
import io.microscape.study.MetricOptions;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.StudyParameters.DensityDenominator;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads {@code parameters} and {@code metrics} of a study file. */
final class StudyParametersReader {
    private static final List<String> PARAMETERS = List.of(
            "radius_m",
            "road_density_per",
            "period_years",
            "connectivity_distance",
            "edge_depth_m",
            "search_radius_m",
            "thresholds_m",
            "landscape_area_m2");

    private StudyParametersReader() {}

    /** Everything that is wrong becomes a problem of the document. */
    static StudyParameters read(YamlMapping document) {
        StudyParameters defaults = StudyParameters.DEFAULTS;
        YamlMapping given = document.mapping("parameters");
        if (given == null) {
            return defaults.withMetrics(defaults.metrics().withGroups(metricGroups(document)));
        }
        given.known(PARAMETERS);
        double radius = positive(given, "radius_m", defaults.radiusM());
        return new StudyParameters(
                radius,
                Objects.requireNonNullElse(
                        given.oneOf("road_density_per", DensityDenominator.class), defaults.roadDensityPer()),
                positive(given, "period_years", defaults.periodYears()),
                Objects.requireNonNullElse(
                        given.oneOf("connectivity_distance", ConnectivityDistance.class),
                        defaults.connectivityDistance()),
                metrics(given, metricGroups(document), MetricOptions.defaults(radius)));
    }

    private static MetricOptions metrics(YamlMapping given, Set<MetricGroup> groups, MetricOptions defaults) {
        return new MetricOptions(
                groups,
                positive(given, "edge_depth_m", defaults.edgeDepthM()),
                positive(given, "search_radius_m", defaults.searchRadiusM()),
                thresholds(given, defaults.thresholdsM()),
                given.has("landscape_area_m2") ? positive(given, "landscape_area_m2", 1) : null);
    }

    private static List<Double> thresholds(YamlMapping given, List<Double> absent) {
        if (!given.has("thresholds_m")) {
            return absent;
        }
        List<Double> thresholds = given.numbers("thresholds_m");
        if (thresholds.stream().anyMatch(threshold -> !(threshold > 0))) {
            given.problemAt("thresholds_m", "must be more than 0");
            return absent;
        }
        if (thresholds.stream().distinct().count() < thresholds.size()) {
            given.problemAt("thresholds_m", "names a distance twice");
            return absent;
        }
        if (thresholds.isEmpty() || thresholds.size() > MetricOptions.MOST_THRESHOLDS) {
            given.problemAt(
                    "thresholds_m",
                    "must have 1 to " + MetricOptions.MOST_THRESHOLDS + " distances, not " + thresholds.size());
            return absent;
        }
        return thresholds;
    }

    private static Set<MetricGroup> metricGroups(YamlMapping document) {
        List<String> known =
                Arrays.stream(MetricGroup.values()).map(MetricGroup::key).toList();
        Set<MetricGroup> groups = EnumSet.of(MetricGroup.BASIC);
        for (String name : document.texts("metrics")) {
            int place = known.indexOf(name);
            if (place >= 0) {
                groups.add(MetricGroup.values()[place]);
            } else {
                document.problemAt(
                        "metrics",
                        "names " + StrictNumbers.shown(name) + Suggestion.of(name, known) + "; known are "
                                + String.join(", ", known));
            }
        }
        return groups;
    }

    private static double positive(YamlMapping given, String key, double absent) {
        Double value = given.number(key);
        if (value != null && !(value > 0)) {
            given.problemAt(key, "must be more than 0, not " + value);
            return absent;
        }
        return value == null ? absent : value;
    }
}
