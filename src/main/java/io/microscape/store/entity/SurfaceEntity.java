package io.microscape.store.entity;

import io.microscape.study.Cover;
import io.microscape.study.Surface;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.locationtech.jts.geom.Geometry;

/** A patch of ground. */
@Entity
@Table(name = "surface")
public class SurfaceEntity extends FeatureEntity implements Stored<Surface> {
    @Enumerated(EnumType.STRING)
    private Cover cover;

    private Geometry geometry;

    @Override
    public Surface toDomain() {
        return new Surface(cover, geometry);
    }
}
