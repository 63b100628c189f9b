package io.microscape.store.entity;

import io.microscape.study.Planting;
import io.microscape.study.TreeSize;
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

    private Double dbhCm;

    @Column(name = "height_m")
    private Double heightM;

    private Double dbhGrowthCmPerYear;

    @Column(name = "height_growth_m_per_year")
    private Double heightGrowthMPerYear;

    @Override
    public Planting toDomain() {
        return new Planting(code, taxon, count, TreeSize.of(dbhCm, heightM, dbhGrowthCmPerYear, heightGrowthMPerYear));
    }
}
