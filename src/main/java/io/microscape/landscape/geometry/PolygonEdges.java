package io.microscape.landscape.geometry;

import io.microscape.landscape.index.PolygonLayer;
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
 * grid (3·10⁶ m) cost no accuracy in what follows. Zero-length edges are left out. Can be loaded again and again without
 * garbage; thread-safe as long as it is not.
 */
public final class PolygonEdges {
    private static final int STEPS_PER_METRE = 64;

    public double originX;
    public double originY;
    public int count;
    /** Number of rings. */
    public int rings;
    /** Start of edge i. */
    public double[] ax;

    public double[] ay;
    /** End of edge i. */
    public double[] bx;

    public double[] by;
    /** The edge before edge i in its ring. */
    public int[] before;
    /** The box. */
    public double minX;

    public double minY;
    public double maxX;
    public double maxY;
    /** Whether the edges bound everything outside the polygon. */
    private boolean outside;
    /** Boxes of the first edges in steps, rounded outwards: lowest column, lowest row, highest column, highest row. */
    private int[] boxes = new int[0];

    private int boxed;

    /** No edges yet, room for some. */
    public PolygonEdges() {
        this(64);
    }

    private PolygonEdges(int room) {
        ax = new double[room];
        ay = new double[room];
        bx = new double[room];
        by = new double[room];
        before = new int[room];
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
        PolygonEdges edges = new PolygonEdges(Math.max(1, polygonal.getNumPoints()));
        edges.begin(originX, originY);
        for (int i = 0; i < polygonal.getNumGeometries(); i++) {
            if (polygonal.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                edges.append(polygon.getExteriorRing(), true);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    edges.append(polygon.getInteriorRingN(hole), false);
                }
            }
        }
        return edges;
    }

    /** The same edges the other way round: the interior is what the polygon does not cover. */
    PolygonEdges complement() {
        PolygonEdges turned = new PolygonEdges(count);
        turned.begin(originX, originY);
        for (int edge = 0; edge < count; edge++) {
            turned.append(bx[edge], by[edge], ax[edge], ay[edge]);
        }
        for (int edge = 0; edge < count; edge++) {
            turned.before[before[edge]] = edge;
        }
        turned.rings = rings;
        turned.outside = !outside;
        return turned;
    }

    /** Replaces the edges by those of a packed polygon, relative to the centre of its box. */
    public void load(PolygonLayer layer, int item) {
        load(layer, item, (layer.minX(item) + layer.maxX(item)) / 2, (layer.minY(item) + layer.maxY(item)) / 2);
    }

    /** Replaces the edges by those of a packed polygon, relative to the given origin. */
    public void load(PolygonLayer layer, int item, double newOriginX, double newOriginY) {
        begin(newOriginX, newOriginY);
        int from = layer.firstRing(item);
        int to = layer.firstRing(item + 1);
        ensureRoom(layer.firstVertex(to) - layer.firstVertex(from));
        for (int ring = from; ring < to; ring++) {
            int first = count;
            int vertex = layer.firstVertex(ring);
            int end = layer.firstVertex(ring + 1);
            double x1 = layer.x(vertex) - originX;
            double y1 = layer.y(vertex) - originY;
            while (++vertex < end) {
                double x2 = layer.x(vertex) - originX;
                double y2 = layer.y(vertex) - originY;
                if (x1 != x2 || y1 != y2) {
                    put(x1, y1, x2, y2);
                }
                x1 = x2;
                y1 = y2;
            }
            endRing(first);
        }
        if (to > from) {
            minX = layer.minX(item) - originX;
            minY = layer.minY(item) - originY;
            maxX = layer.maxX(item) - originX;
            maxY = layer.maxY(item) - originY;
        }
    }

    private void begin(double newOriginX, double newOriginY) {
        originX = newOriginX;
        originY = newOriginY;
        count = 0;
        rings = 0;
        outside = false;
        boxed = 0;
        minX = Double.POSITIVE_INFINITY;
        minY = Double.POSITIVE_INFINITY;
        maxX = Double.NEGATIVE_INFINITY;
        maxY = Double.NEGATIVE_INFINITY;
    }

    private void append(LinearRing ring, boolean counterClockwise) {
        CoordinateSequence points = ring.getCoordinateSequence();
        boolean forward = Orientation.isCCW(points) == counterClockwise;
        int first = count;
        for (int i = 1; i < points.size(); i++) {
            int a = forward ? i - 1 : points.size() - i;
            int b = forward ? i : a - 1;
            append(
                    points.getX(a) - originX,
                    points.getY(a) - originY,
                    points.getX(b) - originX,
                    points.getY(b) - originY);
        }
        endRing(first);
    }

    private void append(double x1, double y1, double x2, double y2) {
        if (x1 == x2 && y1 == y2) {
            return;
        }
        ensureRoom(count + 1);
        put(x1, y1, x2, y2);
        minX = x1 < minX ? x1 : minX;
        minY = y1 < minY ? y1 : minY;
        maxX = x1 > maxX ? x1 : maxX;
        maxY = y1 > maxY ? y1 : maxY;
    }

    private void ensureRoom(int needed) {
        if (needed > ax.length) {
            int room = Math.max(needed, 2 * ax.length);
            ax = Arrays.copyOf(ax, room);
            ay = Arrays.copyOf(ay, room);
            bx = Arrays.copyOf(bx, room);
            by = Arrays.copyOf(by, room);
            before = Arrays.copyOf(before, room);
        }
    }

    private void put(double x1, double y1, double x2, double y2) {
        ax[count] = x1;
        ay[count] = y1;
        bx[count] = x2;
        by[count] = y2;
        before[count] = count - 1;
        count++;
    }

    private void endRing(int first) {
        if (count > first) {
            before[first] = count - 1;
            rings++;
        }
    }

    /** Whether they are one ring that holds its interior. */
    boolean isOneRing() {
        return rings == 1 && !outside;
    }

    /** Twice the area, by the sum over the edges; m². */
    public double twiceArea() {
        double twice = 0;
        for (int i = 0; i < count; i++) {
            twice += ax[i] * by[i] - bx[i] * ay[i];
        }
        return twice;
    }

    /** Length of all edges, m. */
    public double length() {
        double length = 0;
        for (int i = 0; i < count; i++) {
            length += Math.sqrt((bx[i] - ax[i]) * (bx[i] - ax[i]) + (by[i] - ay[i]) * (by[i] - ay[i]));
        }
        return length;
    }

    /** Whether the point (relative to the origin) lies inside, by counting the edges to its right; undecided on an edge. */
    public boolean contains(double x, double y) {
        if (x < minX || x > maxX || y < minY || y > maxY) {
            return outside;
        }
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
        return (ax[edge] <= maxX + distance || bx[edge] <= maxX + distance)
                && (ax[edge] >= minX - distance || bx[edge] >= minX - distance)
                && (ay[edge] <= maxY + distance || by[edge] <= maxY + distance)
                && (ay[edge] >= minY - distance || by[edge] >= minY - distance);
    }

    /**
     * Finds the edges whose boxes come nearer than a distance to the box given, and perhaps some that miss it by a step of
     * 1/64 m. Whole numbers, because the processor cannot guess the outcome: their signs are joined without a branch.
     *
     * @param found has room for all edges; takes those found, ascending
     * @return how many
     */
    int findNear(double minX, double minY, double maxX, double maxY, double distance, int[] found) {
        ensureBoxes();
        int left = step(minX - distance) - 1;
        int low = step(minY - distance) - 1;
        int right = step(maxX + distance) + 1;
        int high = step(maxY + distance) + 1;
        int number = 0;
        for (int edge = 0; edge < count; edge++) {
            int apart = right - boxes[4 * edge]
                    | high - boxes[4 * edge + 1]
                    | boxes[4 * edge + 2] - left
                    | boxes[4 * edge + 3] - low;
            found[number] = edge;
            number += 1 + (apart >> 31);
        }
        return number;
    }

    private void ensureBoxes() {
        if (boxes.length < 4 * count) {
            boxes = new int[4 * ax.length];
        }
        for (; boxed < count; boxed++) {
            int startColumn = step(ax[boxed]);
            int startRow = step(ay[boxed]);
            int endColumn = step(bx[boxed]);
            int endRow = step(by[boxed]);
            boxes[4 * boxed] = Math.min(startColumn, endColumn) - 1;
            boxes[4 * boxed + 1] = Math.min(startRow, endRow) - 1;
            boxes[4 * boxed + 2] = Math.max(startColumn, endColumn) + 1;
            boxes[4 * boxed + 3] = Math.max(startRow, endRow) + 1;
        }
    }

    /** Steps that differ by less than an int holds; all beyond 15,000 km are one. */
    private static int step(double metres) {
        return (int) Math.max(-1e9, Math.min(1e9, metres * STEPS_PER_METRE));
    }
}
