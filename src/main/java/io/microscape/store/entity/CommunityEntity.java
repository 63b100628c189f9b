package io.microscape.store.entity;

import io.microscape.study.Community;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.locationtech.jts.geom.Geometry;

/** A community; unique by study and code. */
@Entity
@Table(name = "community")
public class CommunityEntity extends FeatureEntity implements Stored<Community> {
    private String code;
    private String name;
    private Geometry geometry;

    @Override
    public Community toDomain() {
        return new Community(code, name, geometry);
    }
}
