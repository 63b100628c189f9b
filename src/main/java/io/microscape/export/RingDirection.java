package io.microscape.export;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The direction in which a format wants the rings of a polygon; JTS leaves it open. */
enum RingDirection {
    /** Shells counter-clockwise, holes clockwise: the right-hand rule of RFC 7946. */
    SHELL_COUNTER_CLOCKWISE,
    /** Shells clockwise, holes counter-clockwise: the ESRI shapefile. */
    SHELL_CLOCKWISE;

    /** Coordinates of the polygon's rings, the shell first; each closed and in this direction. */
    List<Coordinate[]> rings(Polygon polygon) {
        boolean shellCounterClockwise = this == SHELL_COUNTER_CLOCKWISE;
        List<Coordinate[]> rings = new ArrayList<>();
        rings.add(directed(polygon.getExteriorRing(), shellCounterClockwise));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(directed(polygon.getInteriorRingN(i), !shellCounterClockwise));
        }
        return rings;
    }

    /** The polygons of a polygon or multi-polygon, empty ones left out. */
    static List<Polygon> polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!(geometry.getGeometryN(i) instanceof Polygon polygon)) {
                throw new IllegalArgumentException("not a polygon: " + geometry.getGeometryType());
            }
            if (!polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return polygons;
    }

    private static Coordinate[] directed(LinearRing ring, boolean counterClockwise) {
        boolean asWanted = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
        return (asWanted ? ring : ring.reverse()).getCoordinates();
    }
}
