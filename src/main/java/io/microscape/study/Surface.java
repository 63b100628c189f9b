package io.microscape.study;

import org.locationtech.jts.geom.Geometry;

/** A patch of ground: polygon or multi-polygon and its cover. */
public record Surface(Cover cover, Geometry geometry) {
    /** The same surface with another geometry. */
    public Surface withGeometry(Geometry other) {
        return new Surface(cover, other);
    }
}
