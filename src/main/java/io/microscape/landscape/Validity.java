package io.microscape.landscape;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Validity of what the kernels are given, tried in the same arrays again and again. Not thread-safe. */
final class Validity {
    /** Rings up to this size are tried edge by edge before the full test. */
    private static final int SMALL = 200;

    /** Twice the area of a triangle, m², below which its orientation is left to the full test. */
    private static final double UNCLEAR = 1e-7;

    private final double[] x = new double[SMALL + 1];
    private final double[] y = new double[SMALL + 1];

    /**
     * The geometry, mended if it is invalid. Import has repaired and reported what was invalid in the file; what is left
     * is the rare ring whose vertices a projection moved across each other by its rounding (some 1e-9 m).
     */
    Geometry repaired(Geometry geometry) {
        return isClearlySimple(geometry) || IsValidOp.isValid(geometry) ? geometry : GeometryFixer.fix(geometry);
    }

    /**
     * Whether it is one ring of which no two edges come near enough to touch: then it is valid, and most are. Ten times
     * faster than the full test, which judges the others.
     */
    private boolean isClearlySimple(Geometry geometry) {
        if (!(geometry instanceof Polygon polygon) || polygon.getNumInteriorRing() > 0 || polygon.isEmpty()) {
            return false;
        }
        CoordinateSequence ring = polygon.getExteriorRing().getCoordinateSequence();
        int edges = ring.size() - 1;
        if (edges < 3 || edges > SMALL) {
            return false;
        }
        for (int i = 0; i <= edges; i++) {
            x[i] = ring.getX(i);
            y[i] = ring.getY(i);
        }
        for (int i = 0; i < edges; i++) {
            if (turnsBack(i, i == edges - 1 ? 0 : i + 1) || !isApartFromLater(i, edges)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an edge may lie on the one before it, or has no length. */
    private boolean turnsBack(int edge, int next) {
        double dx = x[edge + 1] - x[edge];
        double dy = y[edge + 1] - y[edge];
        double nextX = x[next + 1] - x[next];
        double nextY = y[next + 1] - y[next];
        return Math.abs(dx * nextY - dy * nextX) <= UNCLEAR && dx * nextX + dy * nextY <= UNCLEAR;
    }

    /** Whether an edge clearly does not touch those after it but the next, nor, if it is the first, but the last. */
    private boolean isApartFromLater(int edge, int edges) {
        double minX = smaller(x[edge], x[edge + 1]);
        double maxX = larger(x[edge], x[edge + 1]);
        double minY = smaller(y[edge], y[edge + 1]);
        double maxY = larger(y[edge], y[edge + 1]);
        int end = edge == 0 ? edges - 1 : edges;
        for (int later = edge + 2; later < end; later++) {
            boolean boxesMeet = smaller(x[later], x[later + 1]) <= maxX
                    && larger(x[later], x[later + 1]) >= minX
                    && smaller(y[later], y[later + 1]) <= maxY
                    && larger(y[later], y[later + 1]) >= minY;
            if (boxesMeet && !apart(edge, later) && !apart(later, edge)) {
                return false;
            }
        }
        return true;
    }

    /** Whether both ends of the second edge lie clearly on one side of the first. */
    private boolean apart(int first, int second) {
        double dx = x[first + 1] - x[first];
        double dy = y[first + 1] - y[first];
        double start = dx * (y[second] - y[first]) - dy * (x[second] - x[first]);
        double end = dx * (y[second + 1] - y[first]) - dy * (x[second + 1] - x[first]);
        return (start > UNCLEAR && end > UNCLEAR) || (start < -UNCLEAR && end < -UNCLEAR);
    }

    private static double smaller(double a, double b) {
        return a < b ? a : b;
    }

    private static double larger(double a, double b) {
        return a > b ? a : b;
    }
}
