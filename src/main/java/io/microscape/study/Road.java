package io.microscape.study;

import org.locationtech.jts.geom.Geometry;

/**
 * A road centre line.
 *
 * @param name may be null
 * @param highway class as in OpenStreetMap's highway key; may be null
 * @param bridge on a bridge
 * @param tunnel in a tunnel
 * @param level vertical order (OpenStreetMap's layer), 0 on the ground
 * @param geometry line or multi-line
 */
public record Road(String name, String highway, boolean bridge, boolean tunnel, int level, Geometry geometry) {
    /** The same road with another geometry. */
    public Road withGeometry(Geometry other) {
        return new Road(name, highway, bridge, tunnel, level, other);
    }
}
