package io.microscape.sample;

import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A seeded town of spaces on a grid of 100 m, jittered by up to 20 m, in the coordinates of a national grid. Each space is
 * an irregular ring of 20 vertices and 15 to 35 m radius; it has a lawn that shares seven of its edges, paving that shares
 * an edge with the lawn and crosses the outline, two roads of five segments that pass by or through, and five trees of 2 to
 * 8 m crowns. The features of a space depend on the seed and its number alone.
 */
public final class SyntheticCity {
    /** The town that measurements are made with. */
    public static final long SEED = 20_261_121;

    private static final double EAST = 440_000;
    private static final double NORTH = 3_300_000;
    private static final double SPACING = 100;
    private static final int VERTICES = 20;

    private final GeometryFactory factory = new GeometryFactory();
    private final int columns;
    private final int count;
    private final long seed;

    public SyntheticCity(int count, long seed) {
        this.count = count;
        this.columns = (int) Math.ceil(Math.sqrt(count));
        this.seed = seed;
    }

    /** Takes the features as they are made. */
    public interface Receiver {
        void space(MicroSpace space);

        void surface(Surface surface);

        void road(Road road);

        void crown(Crown crown);
    }

    /** Makes all features, space by space. */
    public void build(Receiver receiver) {
        for (int i = 0; i < count; i++) {
            buildOne(i, receiver);
        }
    }

    private void buildOne(int number, Receiver receiver) {
        Random random = new Random(seed * 1_000_003 + number);
        double x = EAST + SPACING * (number % columns) + between(random, -20, 20);
        double y = NORTH + SPACING * (number / columns) + between(random, -20, 20);
        Coordinate[] ring = ring(random, x, y);
        receiver.space(new MicroSpace("S" + number, "", null, true, polygon(ring)));
        receiver.surface(new Surface(Cover.GREEN, lawn(ring, x, y)));
        receiver.surface(new Surface(Cover.HARD, paving(random, ring, x, y)));
        for (int i = 0; i < 2; i++) {
            receiver.road(new Road(null, "residential", false, false, 0, road(random, x, y, i == 0)));
        }
        for (int i = 0; i < 5; i++) {
            Point tree =
                    factory.createPoint(new Coordinate(x + between(random, -28, 28), y + between(random, -28, 28)));
            receiver.crown(new Crown(tree, between(random, 2, 8), null));
        }
    }

    private static Coordinate[] ring(Random random, double x, double y) {
        Coordinate[] ring = new Coordinate[VERTICES];
        for (int i = 0; i < VERTICES; i++) {
            double angle = 2 * Math.PI * (i + between(random, -0.3, 0.3)) / VERTICES;
            double radius = between(random, 15, 35);
            ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        return ring;
    }

    /** From the middle to eight vertices of the outline, with which it shares seven edges. */
    private Polygon lawn(Coordinate[] ring, double x, double y) {
        Coordinate[] corners = new Coordinate[9];
        corners[0] = new Coordinate(x, y);
        System.arraycopy(ring, 0, corners, 1, 8);
        return polygon(corners);
    }

    /** Shares an edge with the lawn; the rest is drawn carelessly, out over the outline. */
    private Polygon paving(Random random, Coordinate[] ring, double x, double y) {
        Coordinate[] corners = new Coordinate[8];
        corners[0] = new Coordinate(x, y);
        corners[1] = ring[7];
        for (int i = 2; i < corners.length; i++) {
            double angle = 2 * Math.PI * (6 + 1.2 * i) / VERTICES;
            double radius = between(random, 18, 38);
            corners[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        return polygon(corners);
    }

    private LineString road(Random random, double x, double y, boolean along) {
        double offset = between(random, -50, 50);
        Coordinate[] points = new Coordinate[6];
        for (int i = 0; i < points.length; i++) {
            double forward = -60 + 24.0 * i;
            double aside = offset + between(random, -4, 4);
            points[i] = new Coordinate(x + (along ? forward : aside), y + (along ? aside : forward));
        }
        return factory.createLineString(points);
    }

    private Polygon polygon(Coordinate[] corners) {
        Coordinate[] ring = new Coordinate[corners.length + 1];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = corners[i % corners.length].copy();
        }
        return factory.createPolygon(ring);
    }

    private static double between(Random random, double low, double high) {
        return low + random.nextDouble() * (high - low);
    }
}
