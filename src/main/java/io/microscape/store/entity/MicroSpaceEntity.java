package io.microscape.store.entity;

import io.microscape.study.MicroSpace;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.locationtech.jts.geom.Geometry;

/** A micro-space; unique by study and code. */
@Entity
@Table(name = "micro_space")
public class MicroSpaceEntity extends FeatureEntity implements Stored<MicroSpace> {
    private String code;
    private String name;
    private String community;
    private boolean sampled;
    private Geometry geometry;

    @Override
    public MicroSpace toDomain() {
        return new MicroSpace(code, name, community, sampled, geometry);
    }
}
