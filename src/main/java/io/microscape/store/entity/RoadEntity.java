package io.microscape.store.entity;

import io.microscape.study.Road;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.locationtech.jts.geom.Geometry;

/** A road centre line. */
@Entity
@Table(name = "road")
public class RoadEntity extends FeatureEntity implements Stored<Road> {
    private String name;
    private String highway;
    private boolean bridge;
    private boolean tunnel;
    private int level;
    private Geometry geometry;

    @Override
    public Road toDomain() {
        return new Road(name, highway, bridge, tunnel, level, geometry);
    }
}
