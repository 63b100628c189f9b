package io.microscape.source.osm;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Areas of small geometries in degrees, for reports. */
final class DegreeArea {
    private static final double SEMI_MAJOR_AXIS_M = 6378137.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

    private DegreeArea() {}

    /**
     * Area in m² by the lengths of a degree of longitude and of latitude at the geometry's middle, from the radii of
     * curvature of the WGS 84 ellipsoid. Good to a thousandth for geometries below some 10 km.
     */
    static double squareMetres(Geometry lonLat) {
        Coordinate middle = lonLat.getEnvelopeInternal().centre();
        if (middle == null) {
            return 0;
        }
        double sine = Math.sin(Math.toRadians(middle.y));
        double w = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double meridian = SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
        double parallel = SEMI_MAJOR_AXIS_M / Math.sqrt(w) * Math.cos(Math.toRadians(middle.y));
        return lonLat.getArea() * Math.toRadians(1) * Math.toRadians(1) * meridian * parallel;
    }
}
