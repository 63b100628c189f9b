package io.microscape.store.entity;

import io.microscape.study.ContextFeature;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** A feature of a context layer. */
@Entity
@Table(name = "context_feature")
public class ContextFeatureEntity implements Stored<ContextFeature> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long contextLayerId;

    @Column(name = "values_json")
    @Convert(converter = ContextValuesConverter.class)
    private List<Object> values;

    private Geometry geometry;

    @Override
    public ContextFeature toDomain() {
        return new ContextFeature(geometry, values);
    }
}
