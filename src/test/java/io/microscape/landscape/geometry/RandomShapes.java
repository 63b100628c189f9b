package io.microscape.landscape.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** Seeded random polygons and lines at coordinates of a national grid: concave, slivers, with holes, multi-part. */
public final class RandomShapes {
    public static final double EAST = 440_000;
    public static final double NORTH = 3_300_000;

    private final GeometryFactory factory = new GeometryFactory();
    private final Random random;

    public RandomShapes(long seed) {
        this.random = new Random(seed);
    }

    /** A space of some kind, within about 60 m of (EAST, NORTH). */
    public Geometry space() {
        return switch (random.nextInt(6)) {
            case 0 -> star(east(30), north(30), 3 + random.nextInt(30), 5, 30, random.nextDouble());
            case 1 -> sliver();
            case 2 -> withHole();
            case 3 ->
                polygonal(star(east(10), north(10), 12, 5, 20, 0.7).union(star(east(60), north(60), 9, 2, 15, 0.8)));
            case 4 -> comb();
            default -> rectangle(east(20), north(20), 1 + random.nextInt(40), 1 + random.nextInt(40));
        };
    }

    /** A star-shaped ring; the raggedness 0 makes it round, 1 fully random. */
    public Polygon star(double x, double y, int vertices, double least, double most, double raggedness) {
        Coordinate[] ring = new Coordinate[vertices + 1];
        double middle = (least + most) / 2;
        for (int i = 0; i < vertices; i++) {
            double radius = middle * (1 - raggedness) + raggedness * (least + random.nextDouble() * (most - least));
            double angle = 2 * Math.PI * (i + 0.5 * random.nextDouble()) / vertices;
            ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        ring[vertices] = ring[0].copy();
        return factory.createPolygon(ring);
    }

    /** A band along a walk that turns and turns: arms, spirals and narrow pockets; what it encloses is filled. */
    public Polygon winding(int steps, double width) {
        Coordinate[] walk = new Coordinate[steps + 1];
        double direction = 2 * Math.PI * random.nextDouble();
        double turn = 0;
        walk[0] = new Coordinate(east(10), north(10));
        for (int i = 1; i <= steps; i++) {
            turn = 0.7 * turn + random.nextGaussian() * 0.6;
            direction += turn;
            walk[i] = new Coordinate(walk[i - 1].x + 6 * Math.cos(direction), walk[i - 1].y + 6 * Math.sin(direction));
        }
        BufferParameters flat = new BufferParameters(2, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 2);
        Polygon band = (Polygon) BufferOp.bufferOp(factory.createLineString(walk), width / 2, flat);
        return factory.createPolygon(band.getExteriorRing());
    }

    public Polygon rectangle(double x, double y, double width, double height) {
        return factory.createPolygon(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + width, y),
            new Coordinate(x + width, y + height),
            new Coordinate(x, y + height),
            new Coordinate(x, y)
        });
    }

    /** Lines of one to eight segments across the neighbourhood, some of them along the edges of the space. */
    public List<Geometry> roads(Geometry near, int count) {
        List<Geometry> roads = new ArrayList<>();
        Coordinate[] outline = near.getCoordinates();
        for (int i = 0; i < count; i++) {
            int points = 2 + random.nextInt(8);
            Coordinate[] line = new Coordinate[points];
            for (int j = 0; j < points; j++) {
                line[j] = random.nextInt(4) == 0
                        ? outline[random.nextInt(outline.length)].copy()
                        : new Coordinate(east(100), north(100));
            }
            roads.add(factory.createLineString(line));
        }
        int edge = random.nextInt(outline.length - 1);
        roads.add(factory.createLineString(new Coordinate[] {outline[edge].copy(), outline[edge + 1].copy()}));
        return roads;
    }

    public double east(double reach) {
        return EAST + (2 * random.nextDouble() - 1) * reach;
    }

    public double north(double reach) {
        return NORTH + (2 * random.nextDouble() - 1) * reach;
    }

    public double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    private Geometry sliver() {
        Geometry thin = rectangle(EAST, NORTH, 20 + random.nextInt(60), 0.01 + random.nextDouble() * 0.3);
        return AffineTransformation.rotationInstance(random.nextDouble() * Math.PI, EAST, NORTH)
                .transform(thin);
    }

    private Geometry withHole() {
        Polygon outer = star(EAST, NORTH, 16, 30, 60, random.nextDouble());
        return polygonal(outer.difference(star(east(4), north(4), 5 + random.nextInt(8), 1, 25, random.nextDouble())));
    }

    private Geometry comb() {
        Geometry comb = rectangle(EAST, NORTH, 60, 4);
        for (int tooth = 0; tooth < 5; tooth++) {
            comb = comb.union(rectangle(EAST + tooth * 14, NORTH, 2, between(5, 50)));
        }
        return polygonal(AffineTransformation.rotationInstance(random.nextDouble(), EAST, NORTH)
                .transform(comb));
    }

    private static Geometry polygonal(Geometry geometry) {
        if (!(geometry instanceof Polygonal)) {
            throw new IllegalStateException("not polygonal: " + geometry);
        }
        return geometry;
    }
}
