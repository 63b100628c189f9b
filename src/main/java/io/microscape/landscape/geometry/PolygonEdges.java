package io.microscape.landscape.geometry;

import java.util.Arrays;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The directed edges of a polygon or multi-polygon as primitive arrays, interior on the left of each, relative to a
 * local origin: differences of near coordinates are exact in floating point, so that the large numbers of a national
 * grid (3·10⁶ m) cost no accuracy in what follows. Zero-length edges are left out. Immutable, thread-safe.
 */
public final class PolygonEdges {
    public final double originX;
    public final double originY;
    public final int count;
    /** Start of edge i. */
    public final double[] ax;

    public final double[] ay;
    /** End of edge i. */
    public final double[] bx;

    public final double[] by;

    /** Whether the edges bound everything outside the polygon. */
    private final boolean outside;

    private PolygonEdges(double originX, double originY, int count, double[][] edges, boolean outside) {
        this.outside = outside;
        this.originX = originX;
        this.originY = originY;
        this.count = count;
        this.ax = Arrays.copyOf(edges[0], count);
        this.ay = Arrays.copyOf(edges[1], count);
        this.bx = Arrays.copyOf(edges[2], count);
        this.by = Arrays.copyOf(edges[3], count);
    }

    /** The edges relative to the centre of the geometry's envelope. */
    public static PolygonEdges of(Geometry polygonal) {
        Envelope box = polygonal.getEnvelopeInternal();
        return of(polygonal, (box.getMinX() + box.getMaxX()) / 2, (box.getMinY() + box.getMaxY()) / 2);
    }

    /**
     * The edges relative to the given origin.
     *
     * @param polygonal a valid polygon or multi-polygon; parts that are not polygons are ignored
     */
    public static PolygonEdges of(Geometry polygonal, double originX, double originY) {
        double[][] edges = new double[4][polygonal.getNumPoints()];
        int count = 0;
        for (int i = 0; i < polygonal.getNumGeometries(); i++) {
            if (polygonal.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                count = append(polygon.getExteriorRing(), true, originX, originY, edges, count);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    count = append(polygon.getInteriorRingN(hole), false, originX, originY, edges, count);
                }
            }
        }
        return new PolygonEdges(originX, originY, count, edges, false);
    }

    /** The same edges the other way round: the interior is what the polygon does not cover. */
    PolygonEdges complement() {
        return new PolygonEdges(originX, originY, count, new double[][] {bx, by, ax, ay}, !outside);
    }

    private static int append(
            LinearRing ring, boolean counterClockwise, double originX, double originY, double[][] edges, int start) {
        CoordinateSequence points = ring.getCoordinateSequence();
        boolean forward = Orientation.isCCW(points) == counterClockwise;
        int count = start;
        for (int i = 1; i < points.size(); i++) {
            int a = forward ? i - 1 : i;
            int b = forward ? i : i - 1;
            double x1 = points.getX(a) - originX;
            double y1 = points.getY(a) - originY;
            double x2 = points.getX(b) - originX;
            double y2 = points.getY(b) - originY;
            if (x1 != x2 || y1 != y2) {
                edges[0][count] = x1;
                edges[1][count] = y1;
                edges[2][count] = x2;
                edges[3][count] = y2;
                count++;
            }
        }
        return count;
    }

    /** Whether the point (relative to the origin) lies inside, by counting the edges to its right; undecided on an edge. */
    public boolean contains(double x, double y) {
        boolean inside = outside;
        for (int i = 0; i < count; i++) {
            if ((ay[i] > y) != (by[i] > y) && x < ax[i] + (bx[i] - ax[i]) * ((y - ay[i]) / (by[i] - ay[i]))) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Whether the edge's box comes nearer than the distance to the box given. */
    public boolean near(int edge, double minX, double minY, double maxX, double maxY, double distance) {
        return Math.min(ax[edge], bx[edge]) <= maxX + distance
                && Math.max(ax[edge], bx[edge]) >= minX - distance
                && Math.min(ay[edge], by[edge]) <= maxY + distance
                && Math.max(ay[edge], by[edge]) >= minY - distance;
    }
}
