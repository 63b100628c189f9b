package io.microscape.store.entity;

import io.microscape.study.CarbonComponent;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A component of an account as the analysis computed it, or what it has to say of the given one. */
@Entity
@Table(name = "carbon_estimate")
public class CarbonEstimateEntity {
    @EmbeddedId
    private Place place;

    private Double kg;
    private String method;
    private String source;
    private double periodYears;
    private String reason;

    /** Study and code of the micro-space, and component of its account. */
    @Embeddable
    public record Place(
            long studyId,
            String code,
            @Enumerated(EnumType.STRING) CarbonComponent component) {}
}
