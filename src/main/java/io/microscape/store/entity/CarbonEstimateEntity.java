package io.microscape.store.entity;

import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A component of an account as the analysis computed it, or what it has to say of the given one. */
@Entity
@Table(name = "carbon_estimate")
public class CarbonEstimateEntity implements Stored<CarbonValue> {
    @EmbeddedId
    private Place place;

    private Double kg;
    private String method;
    private String source;
    private double periodYears;
    private String reason;

    public Place place() {
        return place;
    }

    @Override
    public CarbonValue toDomain() {
        return new CarbonValue(kg, CarbonValue.Origin.COMPUTED, method, source, null, periodYears, null, reason);
    }

    /** Study and code of the micro-space, and component of its account. */
    @Embeddable
    public record Place(
            long studyId,
            String code,
            @Enumerated(EnumType.STRING) CarbonComponent component) {}
}
