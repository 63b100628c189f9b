package io.microscape.store.entity;

import io.microscape.study.CarbonComponent;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A component of a given carbon account; unique by study, code and component. */
@Entity
@Table(name = "carbon_value")
public class CarbonValueEntity extends FeatureEntity {
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
}
