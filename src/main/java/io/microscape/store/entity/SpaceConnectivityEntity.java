package io.microscape.store.entity;

import io.microscape.study.SpaceConnectivity;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Contribution of a micro-space to the connectivity of all at one threshold. */
@Entity
@Table(name = "space_connectivity")
public class SpaceConnectivityEntity implements Stored<SpaceConnectivity> {
    @EmbeddedId
    private Place place;

    private double dpc;
    private double dpcIntra;
    private double dpcFlux;
    private double dpcConnector;
    private double diic;
    private double diicIntra;
    private double diicFlux;
    private double diicConnector;

    /** Code of the micro-space. */
    public String code() {
        return place.code();
    }

    @Override
    public SpaceConnectivity toDomain() {
        return new SpaceConnectivity(
                place.thresholdM(), dpc, dpcIntra, dpcFlux, dpcConnector, diic, diicIntra, diicFlux, diicConnector);
    }

    /** Study, code of the micro-space, and threshold in m. */
    @Embeddable
    public record Place(
            long studyId,
            String code,
            @Column(name = "threshold_m") double thresholdM) {}
}
