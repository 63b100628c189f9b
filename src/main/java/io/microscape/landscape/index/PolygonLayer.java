package io.microscape.landscape.index;

import java.util.Arrays;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * Polygons and multi-polygons in canonical order: all coordinates in one array, ring after ring, closed, each turned so
 * that the interior is on its left. Coordinates in the metric CRS, m.
 */
public final class PolygonLayer extends PackedLayer {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final double[] xy;
    /** First vertex of each ring, and the number of all vertices at the end. */
    private final int[] vertices;
    /** First ring of each feature, and the number of all rings at the end. */
    private final int[] rings;

    private final boolean[] holes;
    private final double[] boxes;
    private final int[] sources;

    private PolygonLayer(Builder builder) {
        super(builder.count);
        int n = builder.count;
        int ringCount = builder.rings[n];
        this.sources = CanonicalOrder.of(builder, n);
        this.xy = new double[2 * builder.vertices[ringCount]];
        this.vertices = new int[ringCount + 1];
        this.rings = new int[n + 1];
        this.holes = new boolean[ringCount];
        this.boxes = new double[4 * n];
        int ring = 0;
        for (int i = 0; i < n; i++) {
            int source = sources[i];
            System.arraycopy(builder.boxes, 4 * source, boxes, 4 * i, 4);
            for (int from = builder.rings[source]; from < builder.rings[source + 1]; from++) {
                int size = builder.vertices[from + 1] - builder.vertices[from];
                System.arraycopy(builder.xy, 2 * builder.vertices[from], xy, 2 * vertices[ring], 2 * size);
                holes[ring] = builder.holes[from] != 0;
                vertices[++ring] = vertices[ring - 1] + size;
            }
            rings[i + 1] = ring;
        }
        builder.xy = null;
        builder.boxes = null;
        index();
    }

    /** The place of the feature in the order of addition. */
    public int source(int item) {
        return sources[item];
    }

    /** First ring of the feature; its rings end where those of the next one begin. */
    public int firstRing(int item) {
        return rings[item];
    }

    /** First vertex of the ring; its vertices end where those of the next one begin, and the last is the first again. */
    public int firstVertex(int ring) {
        return vertices[ring];
    }

    /** Whether the ring is a hole in the ring before it that is none. */
    public boolean hole(int ring) {
        return holes[ring];
    }

    public double x(int vertex) {
        return xy[2 * vertex];
    }

    public double y(int vertex) {
        return xy[2 * vertex + 1];
    }

    @Override
    public double minX(int item) {
        return boxes[4 * item];
    }

    @Override
    public double minY(int item) {
        return boxes[4 * item + 1];
    }

    @Override
    public double maxX(int item) {
        return boxes[4 * item + 2];
    }

    @Override
    public double maxY(int item) {
        return boxes[4 * item + 3];
    }

    @Override
    void addMeeting(int from, int to, double minX, double minY, double maxX, double maxY, Hits hits) {
        for (int item = from; item < to; item++) {
            if (boxes[4 * item] <= maxX
                    && boxes[4 * item + 2] >= minX
                    && boxes[4 * item + 1] <= maxY
                    && boxes[4 * item + 3] >= minY) {
                hits.add(item);
            }
        }
    }

    /** The feature as a polygon, or a multi-polygon when it has several parts. */
    public Geometry geometry(int item) {
        Polygon[] parts = new Polygon[rings[item + 1] - rings[item]];
        int count = 0;
        int ring = rings[item];
        while (ring < rings[item + 1]) {
            int next = ring + 1;
            while (next < rings[item + 1] && holes[next]) {
                next++;
            }
            LinearRing[] inner = new LinearRing[next - ring - 1];
            for (int hole = ring + 1; hole < next; hole++) {
                inner[hole - ring - 1] = ring(hole);
            }
            parts[count++] = FACTORY.createPolygon(ring(ring), inner);
            ring = next;
        }
        return count == 1 ? parts[0] : FACTORY.createMultiPolygon(Arrays.copyOf(parts, count));
    }

    private LinearRing ring(int ring) {
        double[] points = Arrays.copyOfRange(xy, 2 * vertices[ring], 2 * vertices[ring + 1]);
        return FACTORY.createLinearRing(new PackedCoordinateSequence.Double(points, 2, 0));
    }

    /** Takes polygons one by one. */
    public static final class Builder implements CanonicalOrder.Features {
        private double[] xy = new double[256];
        private int[] vertices = new int[16];
        private int[] rings = new int[16];
        private byte[] holes = new byte[16];
        private double[] boxes = new double[64];
        private int count;
        private int ringCount;

        /** Adds a valid, non-empty polygon or multi-polygon; parts that are not polygons are left out. */
        public void add(Geometry polygonal) {
            boxes = room(boxes, 4 * count + 4);
            boxes[4 * count] = polygonal.getEnvelopeInternal().getMinX();
            boxes[4 * count + 1] = polygonal.getEnvelopeInternal().getMinY();
            boxes[4 * count + 2] = polygonal.getEnvelopeInternal().getMaxX();
            boxes[4 * count + 3] = polygonal.getEnvelopeInternal().getMaxY();
            for (int i = 0; i < polygonal.getNumGeometries(); i++) {
                if (polygonal.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                    add(polygon.getExteriorRing(), false);
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        add(polygon.getInteriorRingN(hole), true);
                    }
                }
            }
            count++;
            rings = room(rings, count + 1);
            rings[count] = ringCount;
        }

        private void add(LinearRing ring, boolean hole) {
            CoordinateSequence points = ring.getCoordinateSequence();
            int size = points.size();
            int start = vertices[ringCount];
            xy = room(xy, 2 * (start + size));
            boolean forward = Orientation.isCCW(points) != hole;
            for (int i = 0; i < size; i++) {
                int from = forward ? i : size - 1 - i;
                xy[2 * (start + i)] = points.getX(from);
                xy[2 * (start + i) + 1] = points.getY(from);
            }
            holes = room(holes, ringCount + 1);
            holes[ringCount] = (byte) (hole ? 1 : 0);
            ringCount++;
            vertices = room(vertices, ringCount + 1);
            vertices[ringCount] = start + size;
        }

        /** The layer; the builder is used up. */
        public PolygonLayer build() {
            return new PolygonLayer(this);
        }

        @Override
        public double centreX(int item) {
            return (boxes[4 * item] + boxes[4 * item + 2]) / 2;
        }

        @Override
        public double centreY(int item) {
            return (boxes[4 * item + 1] + boxes[4 * item + 3]) / 2;
        }

        @Override
        public int compare(int first, int second) {
            int from = vertices[rings[first]];
            int other = vertices[rings[second]];
            int size = vertices[rings[first + 1]] - from;
            int order = Integer.compare(size, vertices[rings[second + 1]] - other);
            if (order == 0) {
                order = Arrays.compare(xy, 2 * from, 2 * (from + size), xy, 2 * other, 2 * (other + size));
            }
            if (order == 0) {
                order = Arrays.compare(holes, rings[first], rings[first + 1], holes, rings[second], rings[second + 1]);
            }
            return order;
        }
    }
}
