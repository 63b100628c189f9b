package io.microscape.store.entity;

import io.microscape.study.MetricGroup;
import io.microscape.study.MetricOptions;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.StudyParameters.DensityDenominator;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Parameters of a computation as they stand beside its results and in the study's own row. */
@Embeddable
public class ParametersColumns implements Stored<StudyParameters> {
    private static final String SEPARATOR = ",";

    @Column(name = "radius_m")
    private double radiusM;

    @Enumerated(EnumType.STRING)
    private DensityDenominator roadDensityPer;

    private double periodYears;

    @Enumerated(EnumType.STRING)
    private ConnectivityDistance connectivityDistance;

    /** Names of the metric groups, separated by commas. */
    private String metrics;

    @Column(name = "edge_depth_m")
    private double edgeDepthM;

    @Column(name = "search_radius_m")
    private double searchRadiusM;

    /** Numbers separated by commas. */
    @Column(name = "thresholds_m")
    private String thresholdsM;

    @Column(name = "landscape_area_m2")
    private Double landscapeAreaM2;

    protected ParametersColumns() {}

    ParametersColumns(StudyParameters parameters) {
        radiusM = parameters.radiusM();
        roadDensityPer = parameters.roadDensityPer();
        periodYears = parameters.periodYears();
        connectivityDistance = parameters.connectivityDistance();
        metrics = groupsText(parameters.metrics());
        edgeDepthM = parameters.metrics().edgeDepthM();
        searchRadiusM = parameters.metrics().searchRadiusM();
        thresholdsM = thresholdsText(parameters.metrics());
        landscapeAreaM2 = parameters.metrics().landscapeAreaM2();
    }

    @Override
    public StudyParameters toDomain() {
        return new StudyParameters(
                radiusM,
                roadDensityPer,
                periodYears,
                connectivityDistance,
                new MetricOptions(
                        Arrays.stream(metrics.split(SEPARATOR))
                                .map(MetricGroup::valueOf)
                                .collect(Collectors.toSet()),
                        edgeDepthM,
                        searchRadiusM,
                        Arrays.stream(thresholdsM.split(SEPARATOR))
                                .map(Double::valueOf)
                                .toList(),
                        landscapeAreaM2));
    }

    /** The metric groups as they are stored. */
    public static String groupsText(MetricOptions options) {
        return options.groups().stream().map(Enum::name).collect(Collectors.joining(SEPARATOR));
    }

    /** The thresholds as they are stored. */
    public static String thresholdsText(MetricOptions options) {
        return options.thresholdsM().stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }
}
