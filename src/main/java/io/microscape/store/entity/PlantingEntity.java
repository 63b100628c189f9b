package io.microscape.store.entity;

import io.microscape.study.Planting;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A line of a plant list. */
@Entity
@Table(name = "planting")
public class PlantingEntity extends FeatureEntity implements Stored<Planting> {
    private String code;
    private String taxon;

    @Column(name = "individual_count")
    private Double count;

    @Override
    public Planting toDomain() {
        return new Planting(code, taxon, count);
    }
}
