package io.microscape.study;

import org.locationtech.jts.geom.Geometry;

/**
 * A tree crown: a polygon, or the point of a tree and its crown diameter.
 *
 * @param geometry point, polygon or multi-polygon
 * @param diameterM crown diameter in m for a point; null for a polygon, or when it is not known
 * @param species taxon if given; may be null
 */
public record Crown(Geometry geometry, Double diameterM, String species) {
    /** The same crown with another geometry. */
    public Crown withGeometry(Geometry other) {
        return new Crown(other, diameterM, species);
    }
}
