package io.microscape.store.entity;

import io.microscape.study.CommunityCarbonGroup;
import io.microscape.study.CommunityCarbonItem;
import io.microscape.study.CommunityCarbonItem.ActivityData;
import io.microscape.study.CommunityCarbonItem.Basis;
import io.microscape.study.CommunityCarbonItem.Given;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A row of a community's carbon account: a result, or activity data where there is a quantity. */
@Entity
@Table(name = "community_carbon_item")
public class CommunityCarbonItemEntity extends FeatureEntity implements Stored<CommunityCarbonItem> {
    private String community;

    @Enumerated(EnumType.STRING)
    private CommunityCarbonGroup carbonGroup;

    private String component;

    @Column(name = "given_t_per_person_year")
    private Double givenTPerPersonYear;

    @Column(name = "given_kg_per_m2_year")
    private Double givenKgPerM2Year;

    private Double quantity;
    private String unit;
    private String item;
    private Double distanceKm;

    @Enumerated(EnumType.STRING)
    private Basis per;

    private Double timesPerYear;
    private String source;
    private String place;

    @Override
    public CommunityCarbonItem toDomain() {
        return new CommunityCarbonItem(
                community,
                carbonGroup,
                component,
                quantity == null ? new Given(givenTPerPersonYear, givenKgPerM2Year) : null,
                quantity == null ? null : new ActivityData(quantity, unit, item, distanceKm, per, timesPerYear),
                source,
                place);
    }
}
