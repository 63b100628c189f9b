package io.microscape.store.entity;

import io.microscape.study.CarbonAccount;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A carbon account; unique by study and code, joined to the micro-space of that code. */
@Entity
@Table(name = "carbon_account")
public class CarbonAccountEntity extends FeatureEntity implements Stored<CarbonAccount> {
    private String code;
    private Double soilSinkKg;
    private Double vegetationSinkKg;
    private Double materialEmissionKg;
    private Double constructionEmissionKg;
    private Double operationEmissionKg;
    private String method;
    private String source;
    private Integer year;

    @Override
    public CarbonAccount toDomain() {
        return new CarbonAccount(
                code,
                soilSinkKg,
                vegetationSinkKg,
                materialEmissionKg,
                constructionEmissionKg,
                operationEmissionKg,
                method,
                source,
                year);
    }
}
