package io.microscape.atlas;

import io.microscape.study.Crown;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The disc of a tree crown that is given as a point and a diameter, for drawing only: areas are computed elsewhere. The
 * disc is laid out in degrees by the radii of curvature of the WGS 84 ellipsoid (Snyder, Map Projections: A Working Manual,
 * 1987, eq. 4-18 and 4-20), exact to a millimetre at the size of a crown.
 */
final class CrownDisc {
    private static final int VERTICES = 32;
    private static final double SEMI_MAJOR_M = 6_378_137;
    private static final double ECCENTRICITY_SQUARED = 0.006_694_379_990_141_3;

    private CrownDisc() {}

    /** The crown's polygon in EPSG:4326; null for a point without diameter, which has no outline. */
    static Geometry of(Crown crown) {
        if (!(crown.geometry() instanceof Point point)) {
            return crown.geometry();
        }
        if (crown.diameterM() == null || !(crown.diameterM() > 0)) {
            return null;
        }
        double latitude = Math.toRadians(point.getY());
        double curvature = 1 - ECCENTRICITY_SQUARED * Math.pow(Math.sin(latitude), 2);
        double meridional = SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED) / Math.pow(curvature, 1.5);
        double transverse = SEMI_MAJOR_M / Math.sqrt(curvature) * Math.cos(latitude);
        double radius = crown.diameterM() / 2;
        Coordinate[] ring = new Coordinate[VERTICES + 1];
        for (int i = 0; i < VERTICES; i++) {
            double angle = 2 * Math.PI * i / VERTICES;
            ring[i] = new Coordinate(
                    point.getX() + Math.toDegrees(radius * Math.cos(angle) / transverse),
                    point.getY() + Math.toDegrees(radius * Math.sin(angle) / meridional));
        }
        ring[VERTICES] = ring[0].copy();
        return point.getFactory().createPolygon(ring);
    }
}
