package io.microscape.store.entity;

import io.microscape.study.Crown;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.locationtech.jts.geom.Geometry;

/** A tree crown. */
@Entity
@Table(name = "crown")
public class CrownEntity extends FeatureEntity implements Stored<Crown> {
    @Column(name = "diameter_m")
    private Double diameterM;

    private String species;
    private Geometry geometry;

    @Override
    public Crown toDomain() {
        return new Crown(geometry, diameterM, species);
    }
}
