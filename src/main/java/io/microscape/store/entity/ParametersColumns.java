package io.microscape.store.entity;

import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.StudyParameters.DensityDenominator;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Parameters of a computation as they stand beside its results and in the study's own row. */
@Embeddable
public class ParametersColumns implements Stored<StudyParameters> {
    @Column(name = "radius_m")
    private double radiusM;

    @Enumerated(EnumType.STRING)
    private DensityDenominator roadDensityPer;

    private double periodYears;

    @Enumerated(EnumType.STRING)
    private ConnectivityDistance connectivityDistance;

    protected ParametersColumns() {}

    ParametersColumns(StudyParameters parameters) {
        radiusM = parameters.radiusM();
        roadDensityPer = parameters.roadDensityPer();
        periodYears = parameters.periodYears();
        connectivityDistance = parameters.connectivityDistance();
    }

    @Override
    public StudyParameters toDomain() {
        return new StudyParameters(radiusM, roadDensityPer, periodYears, connectivityDistance);
    }
}
