package io.microscape.store.entity;

import io.microscape.study.StudyConnectivity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** Connectivity of all spaces of a study at one threshold. */
@Entity
@Table(name = "study_connectivity")
public class StudyConnectivityEntity implements Stored<StudyConnectivity> {
    @EmbeddedId
    private Place place;

    private int spaceCount;
    private Double connect;
    private Double pc;
    private Double iic;

    @Column(name = "ec_pc_m2")
    private Double ecPcM2;

    @Column(name = "ec_iic_m2")
    private Double ecIicM2;

    @Column(name = "landscape_area_m2")
    private Double landscapeAreaM2;

    @Column(name = "reasons_json")
    @Convert(converter = ReasonsConverter.class)
    private Map<String, String> reasons;

    @Override
    public StudyConnectivity toDomain() {
        return new StudyConnectivity(
                place.thresholdM(), spaceCount, connect, pc, iic, ecPcM2, ecIicM2, landscapeAreaM2, reasons);
    }

    /** Study and threshold in m. */
    @Embeddable
    public record Place(
            long studyId, @Column(name = "threshold_m") double thresholdM) {}
}
