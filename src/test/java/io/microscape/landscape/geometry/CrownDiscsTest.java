package io.microscape.landscape.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class CrownDiscsTest {
    private static final double X = RandomShapes.EAST;
    private static final double Y = RandomShapes.NORTH;
    private final Geometry square = new RandomShapes(0).rectangle(X, Y, 100, 100);

    @Test
    void oneDiscInside() {
        assertThat(area(new Disc(X + 50, Y + 50, 3))).isCloseTo(9 * Math.PI, within(1e-9));
    }

    @Test
    void discsOnAnEdgeAndACorner() {
        assertThat(area(new Disc(X, Y + 50, 2), new Disc(X + 100, Y + 100, 4)))
                .isCloseTo(2 * Math.PI + 4 * Math.PI, within(1e-9));
    }

    /** Two circles of radius 1, centres 1 apart: lens of 2π/3 − √3/2. */
    @Test
    void overlappingDiscsCountTheirLensOnce() {
        assertThat(area(new Disc(X + 50, Y + 50, 1), new Disc(X + 51, Y + 50, 1)))
                .isCloseTo(2 * Math.PI - (2 * Math.PI / 3 - Math.sqrt(3) / 2), within(1e-9));
    }

    @Test
    void equalNestedAndTouchingDiscs() {
        assertThat(area(
                        new Disc(X + 50, Y + 50, 5),
                        new Disc(X + 50, Y + 50, 5),
                        new Disc(X + 51, Y + 50, 2),
                        new Disc(X + 53, Y + 50, 2),
                        new Disc(X + 60, Y + 50, 5)))
                .isCloseTo(50 * Math.PI, within(1e-5));
    }

    /** A circle through a corner crosses neither edge for sure, one that touches an edge has its middle there. */
    @Test
    void discsThroughACornerAndDiscsThatTouchAnEdge() {
        assertThat(area(new Disc(X + 3, Y, 3))).isCloseTo(4.5 * Math.PI, within(1e-9));
        assertThat(area(new Disc(X + 3, Y + 50, 3))).isCloseTo(9 * Math.PI, within(1e-9));
        assertThat(area(new Disc(X - 3, Y + 50, 3))).isCloseTo(0, within(1e-9));
        Geometry turned = AffineTransformation.rotationInstance(0.4, X, Y).transform(square);
        for (int i = 0; i < 100; i++) {
            double angle = 0.4 + i * Math.PI / 200;
            Disc through = new Disc(X + 3 * Math.cos(angle), Y + 3 * Math.sin(angle), 3);
            // half discs on either side of each edge, by the segments that the edges cut off
            double cut = segment(3, angle - 0.4) + segment(3, Math.PI / 2 - angle + 0.4);
            assertThat(areaWithin(turned, List.of(through)))
                    .as("at %s", angle)
                    .isCloseTo(9 * Math.PI - cut, within(1e-7));
        }
    }

    /** Area that a line through a point of the circle cuts off, the centre being at that angle above the line: r² (β − sin β cos β). */
    private static double segment(double radius, double angle) {
        double half = Math.PI / 2 - angle;
        return radius * radius * (half - Math.sin(half) * Math.cos(half));
    }

    @Test
    void aDiscOverAllIsTheSpaceAndOneOutsideIsNothing() {
        assertThat(area(new Disc(X + 50, Y + 50, 90))).isCloseTo(10_000, within(1e-8));
        assertThat(area(new Disc(X - 50, Y - 50, 60))).isEqualTo(0);
        assertThat(area()).isEqualTo(0);
    }

    @Test
    void agreesWithDenseBuffersOnRandomCases() {
        RandomShapes shapes = new RandomShapes(7);
        GeometryFactory factory = new GeometryFactory();
        for (int i = 0; i < 1000; i++) {
            Geometry space = shapes.space();
            List<Disc> discs = new ArrayList<>();
            List<Geometry> buffers = new ArrayList<>();
            double discArea = 0;
            for (int j = shapes.below(25); j >= 0; j--) {
                Disc disc = new Disc(shapes.east(60), shapes.north(60), shapes.between(1, i % 4 == 0 ? 30 : 6));
                discs.add(disc);
                discArea += Math.PI * disc.radius() * disc.radius();
                buffers.add(
                        factory.createPoint(new Coordinate(disc.x(), disc.y())).buffer(disc.radius(), 360));
            }
            double expected = UnaryUnionOp.union(buffers).intersection(space).getArea();
            assertThat(areaWithin(space, discs)).as("%s %s", space, discs).isCloseTo(expected, within(4e-6 * discArea));
        }
    }

    @Test
    void orderOfDiscsDoesNotChangeABit() {
        RandomShapes shapes = new RandomShapes(8);
        List<Disc> discs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            discs.add(new Disc(shapes.east(60), shapes.north(60), shapes.between(1, 8)));
        }
        Geometry space = shapes.star(X, Y, 40, 20, 60, 1);
        double area = areaWithin(space, discs);
        Collections.shuffle(discs, new Random(1));
        assertThat(areaWithin(space, discs)).isEqualTo(area);
    }

    /** Rows of equal discs that overlap by pairs alone: what takes the square of their number would not end. */
    @Test
    void aWoodOfManyCrowns() {
        int rows = 300;
        List<Disc> discs = new ArrayList<>();
        for (int i = 0; i < rows * rows; i++) {
            discs.add(new Disc(X + 10 + 6 * (i % rows), Y + 10 + 6 * (i / rows), 4));
        }
        Collections.shuffle(discs, new Random(2));
        double expected = rows * rows * 16 * Math.PI - 2 * rows * (rows - 1) * lens(4, 6);
        assertThat(areaWithin(new RandomShapes(0).rectangle(X, Y, 2000, 2000), discs) / expected)
                .isCloseTo(1, within(1e-12));
    }

    /** Of equal discs along a line, what one shares with all before it lies in the one before. */
    @Test
    void aHeapOfNearlyEqualCrowns() {
        int many = 10_000;
        double step = 0.0005;
        List<Disc> discs = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            discs.add(new Disc(X + 40 + i * step, Y + 50, 5));
        }
        double expected = many * 25 * Math.PI - (many - 1) * lens(5, step);
        assertThat(areaWithin(square, discs)).isCloseTo(expected, within(1e-6));
    }

    /** Area that two discs of one radius share: 2 r² acos(d / 2r) − d √(4r² − d²) / 2. */
    private static double lens(double radius, double distance) {
        return 2 * radius * radius * Math.acos(distance / (2 * radius))
                - distance / 2 * Math.sqrt(4 * radius * radius - distance * distance);
    }

    private record Disc(double x, double y, double radius) {}

    private static double areaWithin(Geometry space, List<Disc> discs) {
        CrownDiscs union = new CrownDiscs();
        union.begin(PolygonEdges.of(space));
        discs.forEach(disc -> union.add(disc.x, disc.y, disc.radius));
        return union.area();
    }

    private double area(Disc... discs) {
        return areaWithin(square, List.of(discs));
    }
}
