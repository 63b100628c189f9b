package io.microscape.landscape;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Validity of what the kernels are given. */
final class Validity {
    /** Rings up to this size are tried edge by edge before the full test. */
    private static final int SMALL = 200;

    /** Twice the area of a triangle, m², below which its orientation is left to the full test. */
    private static final double UNCLEAR = 1e-7;

    private Validity() {}

    /**
     * The geometry, mended if it is invalid. Import has repaired and reported what was invalid in the file; what is left
     * is the rare ring whose vertices a projection moved across each other by its rounding (some 1e-9 m).
     */
    static Geometry repaired(Geometry geometry) {
        return isClearlySimple(geometry) || IsValidOp.isValid(geometry) ? geometry : GeometryFixer.fix(geometry);
    }

    /**
     * Whether it is one ring of which no two edges come near enough to touch: then it is valid, and most are. Ten times
     * faster than the full test, which judges the others.
     */
    private static boolean isClearlySimple(Geometry geometry) {
        if (!(geometry instanceof Polygon polygon) || polygon.getNumInteriorRing() > 0 || polygon.isEmpty()) {
            return false;
        }
        CoordinateSequence ring = polygon.getExteriorRing().getCoordinateSequence();
        int edges = ring.size() - 1;
        if (edges < 3 || edges > SMALL) {
            return false;
        }
        for (int i = 0; i < edges; i++) {
            if (turnsBack(ring, i, (i + 1) % edges)) {
                return false;
            }
            for (int j = i + 2; j < edges; j++) {
                if ((i > 0 || j < edges - 1) && boxesMeet(ring, i, j) && !apart(ring, i, j) && !apart(ring, j, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether an edge may lie on the one before it, or has no length. */
    private static boolean turnsBack(CoordinateSequence ring, int edge, int next) {
        double dx = ring.getX(edge + 1) - ring.getX(edge);
        double dy = ring.getY(edge + 1) - ring.getY(edge);
        double nextX = ring.getX(next + 1) - ring.getX(next);
        double nextY = ring.getY(next + 1) - ring.getY(next);
        return Math.abs(dx * nextY - dy * nextX) <= UNCLEAR && dx * nextX + dy * nextY <= UNCLEAR;
    }

    private static boolean boxesMeet(CoordinateSequence ring, int i, int j) {
        return Math.max(ring.getX(i), ring.getX(i + 1)) >= Math.min(ring.getX(j), ring.getX(j + 1))
                && Math.max(ring.getX(j), ring.getX(j + 1)) >= Math.min(ring.getX(i), ring.getX(i + 1))
                && Math.max(ring.getY(i), ring.getY(i + 1)) >= Math.min(ring.getY(j), ring.getY(j + 1))
                && Math.max(ring.getY(j), ring.getY(j + 1)) >= Math.min(ring.getY(i), ring.getY(i + 1));
    }

    /** Whether both ends of the second edge lie clearly on one side of the first. */
    private static boolean apart(CoordinateSequence ring, int i, int j) {
        double x = ring.getX(i);
        double y = ring.getY(i);
        double dx = ring.getX(i + 1) - x;
        double dy = ring.getY(i + 1) - y;
        double start = dx * (ring.getY(j) - y) - dy * (ring.getX(j) - x);
        double end = dx * (ring.getY(j + 1) - y) - dy * (ring.getX(j + 1) - x);
        return (start > UNCLEAR && end > UNCLEAR) || (start < -UNCLEAR && end < -UNCLEAR);
    }
}
