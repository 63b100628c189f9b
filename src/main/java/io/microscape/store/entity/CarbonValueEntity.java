package io.microscape.store.entity;

import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A component of a given carbon account; unique by study, code and component. */
@Entity
@Table(name = "carbon_value")
public class CarbonValueEntity extends FeatureEntity implements Stored<CarbonValue> {
    private String code;

    @Enumerated(EnumType.STRING)
    private CarbonComponent component;

    private Double kg;
    private String method;
    private String source;
    private Integer year;
    private Double periodYears;
    private Double uncertaintyPercent;
    private String reason;

    public String code() {
        return code;
    }

    public CarbonComponent component() {
        return component;
    }

    @Override
    public CarbonValue toDomain() {
        return new CarbonValue(
                kg, CarbonValue.Origin.GIVEN, method, source, year, periodYears, uncertaintyPercent, reason);
    }
}
