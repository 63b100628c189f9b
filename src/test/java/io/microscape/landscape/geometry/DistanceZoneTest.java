package io.microscape.landscape.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

public class DistanceZoneTest {
    private static final double PI = Math.PI;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // a² + 4 a r + π r²
                "square          | POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))                     | 15 | 700 + 225 π",
                "with extra vertices on its edges | POLYGON ((0 0, 3 0, 5 0, 10 0, 10 10, 0 10, 0 5, 0 0)) | 15 | 700 + 225 π",
                "the other way round | POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))                 | 15 | 700 + 225 π",
                // the reflex corner fills its square of side 1: 12 + 16 + 5/4 π − 1
                "L-shape         | POLYGON ((0 0, 4 0, 4 2, 2 2, 2 4, 0 4, 0 0))               | 1  | 27 + 1.25 π",
                // a hole of 10 × 10 shrinks to 8 × 8 with square corners
                "open hole       | POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0), (5 5, 15 5, 15 15, 5 15, 5 5)) | 1 | 416 + 1 π",
                "hole that fills | POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0), (5 5, 15 5, 15 15, 5 15, 5 5)) | 5 | 800 + 25 π",
                // two squares 4 apart, zones of 2 that just touch
                "parts that touch | MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((8 0, 12 0, 12 4, 8 4, 8 0))) | 2 | 96 + 8 π",
                // 2 (32 + π) less the overlap at the corner: two unit squares and two quarter discs
                "touching in a corner | MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((4 4, 8 4, 8 8, 4 8, 4 4))) | 1 | 62 + 1.5 π",
            })
    void areaByHand(String name, String wkt, double radius, String expected) throws ParseException {
        String[] terms = expected.replace("π", "").split("\\+");
        double area = Double.parseDouble(terms[0].strip()) + Double.parseDouble(terms[1].strip()) * PI;
        Geometry space = moved(new WKTReader().read(wkt), RandomShapes.EAST, RandomShapes.NORTH);
        assertThat(new DistanceZone(space, radius).area()).isCloseTo(area, within(area * 1e-9));
    }

    /** Steiner: a convex zone has A + p r + π r². */
    @Test
    void areaOfConvexSpacesIsSteinersFormula() {
        RandomShapes shapes = new RandomShapes(1);
        for (int i = 0; i < 500; i++) {
            Geometry convex = shapes.space().convexHull();
            double radius = shapes.between(0.5, 60);
            double expected = convex.getArea() + convex.getLength() * radius + PI * radius * radius;
            assertThat(new DistanceZone(convex, radius).area()).isCloseTo(expected, within(expected * 1e-10));
        }
    }

    @Test
    void areaAgreesWithADenseBuffer() {
        RandomShapes shapes = new RandomShapes(2);
        for (int i = 0; i < 2000; i++) {
            Geometry space = shapes.space();
            double radius = i % 3 == 0 ? 15 : shapes.between(0.2, 40);
            double expected = buffer(space, radius).getArea();
            assertThat(new DistanceZone(space, radius).area())
                    .as("%s r=%s", space, radius)
                    .isCloseTo(expected, within(expected * 1e-4));
        }
    }

    /** The buffer of a polygon simplifies and may snap; the union of the buffers of its edges, one by one, does not. */
    @Test
    void areaAgreesWithTheUnionOfTheZonesOfItsEdges() {
        RandomShapes shapes = new RandomShapes(5);
        for (int i = 0; i < 150; i++) {
            Geometry space = shapes.space();
            double radius = i % 3 == 0 ? 15 : shapes.between(0.2, 40);
            List<Geometry> zones = new ArrayList<>(List.of(space));
            for (Object line : LineStringExtracter.getLines(space.getBoundary())) {
                LineString ring = (LineString) line;
                for (int j = 1; j < ring.getNumPoints(); j++) {
                    Coordinate[] edge = {ring.getCoordinateN(j - 1), ring.getCoordinateN(j)};
                    zones.add(ring.getFactory().createLineString(edge).buffer(radius, 360));
                }
            }
            double expected = OverlayNGRobust.union(zones).getArea();
            assertThat(new DistanceZone(space, radius).area())
                    .as("%s r=%s", space, radius)
                    .isCloseTo(expected, within(expected * 4e-6));
        }
    }

    @Test
    void areaOfManyVerticesAgreesWithADenseBuffer() {
        RandomShapes shapes = new RandomShapes(3);
        for (int i = 0; i < 5; i++) {
            List<Coordinate> points = new ArrayList<>();
            for (int j = 0; j < 400; j++) {
                points.add(new Coordinate(shapes.east(80), shapes.north(80)));
            }
            Geometry cloud = new GeometryFactory().createMultiPointFromCoords(points.toArray(Coordinate[]::new));
            Geometry ragged = ConcaveHull.concaveHullByLengthRatio(cloud, 0.05);
            double expected = buffer(ragged, 4).getArea();
            assertThat(new DistanceZone(ragged, 4).area()).isCloseTo(expected, within(expected * 1e-4));
        }
    }

    /** Pockets within pockets, open below another side of the hull than they lead to. */
    @Test
    void areaOfWindingSpacesAgreesWithADenseBuffer() {
        RandomShapes shapes = new RandomShapes(6);
        for (int i = 0; i < 1000; i++) {
            Geometry winding = shapes.winding(4 + i % 40, shapes.between(1, 5));
            double radius = shapes.between(0.3, 20);
            double expected = buffer(winding, radius).getArea();
            assertThat(new DistanceZone(winding, radius).area())
                    .as("%s r=%s", winding, radius)
                    .isCloseTo(expected, within(expected * 1e-4));
        }
    }

    @Test
    void lengthAgreesWithTheRoadsCutByADenseBuffer() {
        RandomShapes shapes = new RandomShapes(4);
        for (int i = 0; i < 1000; i++) {
            Geometry space = shapes.space();
            double radius = i % 2 == 0 ? 15 : shapes.between(0.2, 40);
            Geometry buffer = buffer(space, radius);
            DistanceZone zone = new DistanceZone(space, radius);
            for (Geometry road : shapes.roads(space, 4)) {
                double cut = 0;
                double length = 0;
                Coordinate[] points = road.getCoordinates();
                for (int j = 1; j < points.length; j++) {
                    Geometry segment = road.getFactory().createLineString(new Coordinate[] {points[j - 1], points[j]});
                    cut += buffer.intersection(segment).getLength();
                    if (segment.getLength() > 0) {
                        length += zone.lengthWithin(points[j - 1].x, points[j - 1].y, points[j].x, points[j].y);
                    }
                }
                // a segment that grazes the zone loses more to the buffer's chords than 1e-4 of its piece
                assertThat(length).as("%s r=%s %s", space, radius, road).isCloseTo(cut, within(1e-4 * cut + 0.02));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "through the middle,        -100, 5, 100, 5, 40",
        "along the edge,            0, 0, 10, 0, 10",
        "inside,                    2, 2, 8, 8, 8.48528137423857",
        "along the zone's edge,     0, -14.999999999, 10, -14.999999999, 10",
        "outside,                   0, -15.1, 10, -15.1, 0",
        "past a corner: half chord, 10, -9, 100, -9, 12",
        "no length outside,         60, 60, 70, 60, 0",
    })
    void lengthByHandAboutASquareOfTen(String name, double x1, double y1, double x2, double y2, double expected) {
        Geometry square = new RandomShapes(0).rectangle(RandomShapes.EAST, RandomShapes.NORTH, 10, 10);
        double length = new DistanceZone(square, 15)
                .lengthWithin(
                        RandomShapes.EAST + x1,
                        RandomShapes.NORTH + y1,
                        RandomShapes.EAST + x2,
                        RandomShapes.NORTH + y2);
        assertThat(length).isCloseTo(expected, within(1e-6));
    }

    /** A space of 100 m across: what lies deeper than the radius inside counts too. */
    @Test
    void roadsInsideALargeSpaceCountWhole() {
        Geometry square = new RandomShapes(0).rectangle(RandomShapes.EAST, RandomShapes.NORTH, 100, 100);
        double length = new DistanceZone(square, 15)
                .lengthWithin(
                        RandomShapes.EAST - 50,
                        RandomShapes.NORTH + 50,
                        RandomShapes.EAST + 150,
                        RandomShapes.NORTH + 50);
        assertThat(length).isCloseTo(130, within(1e-9));
    }

    private static Geometry buffer(Geometry geometry, double radius) {
        BufferParameters dense = new BufferParameters(720);
        dense.setSimplifyFactor(0);
        return BufferOp.bufferOp(geometry, radius, dense);
    }

    public static Geometry moved(Geometry geometry, double dx, double dy) {
        return AffineTransformation.translationInstance(dx, dy).transform(geometry);
    }
}
