package io.microscape.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.landscape.geometry.DistanceZoneTest;
import io.microscape.landscape.geometry.RandomShapes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class CoreAreaTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "square           | POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))                  | 2 | 36 | 0",
                "nothing so deep  | POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))                  | 6 | 0  | 0",
                "just so deep     | POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))                  | 5 | 0  | 0",
                // 75 - edges: the core is the L of arms 3 wide with a quarter disc taken out of its reflex corner
                "L-shape          | POLYGON ((0 0, 10 0, 10 5, 5 5, 5 10, 0 10, 0 0))        | 1 | 40 | -0.25",
                // 8 by 8 less the hole of 2 by 2 widened by 1: 4 + 8 + π
                "hole             | POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4)) | 1 | 52 | -1",
                "two parts        | MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((9 0, 19 0, 19 10, 9 10, 9 0))) | 1 | 68 | 0",
                "parts touching   | MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((4 4, 8 4, 8 8, 4 8, 4 4))) | 1 | 8 | 0",
                "the other way    | POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))                  | 2 | 36 | 0",
            })
    void byHand(String name, String wkt, double depth, double whole, double pis) throws ParseException {
        Geometry space = DistanceZoneTest.moved(new WKTReader().read(wkt), RandomShapes.EAST, RandomShapes.NORTH);
        assertThat(CoreArea.of(space, depth)).isCloseTo(whole + pis * Math.PI, within(1e-8));
    }

    /** The space less the buffers of its edges one by one, 180 segments a quadrant. */
    @Test
    void agreesWithTheSpaceLessTheBuffersOfItsEdges() {
        RandomShapes shapes = new RandomShapes(11);
        for (int i = 0; i < 80; i++) {
            Geometry space = shapes.space();
            double depth = i % 2 == 0 ? 2 : shapes.between(0.1, 8);
            List<Geometry> edges = new ArrayList<>();
            for (Object line : LineStringExtracter.getLines(space.getBoundary())) {
                LineString ring = (LineString) line;
                for (int j = 1; j < ring.getNumPoints(); j++) {
                    Coordinate[] edge = {ring.getCoordinateN(j - 1), ring.getCoordinateN(j)};
                    edges.add(ring.getFactory().createLineString(edge).buffer(depth, 180));
                }
            }
            double expected = space.getArea()
                    - OverlayNGRobust.overlay(space, OverlayNGRobust.union(edges), OverlayNG.INTERSECTION)
                            .getArea();
            assertThat(CoreArea.of(space, depth))
                    .as("%s depth=%s", space, depth)
                    .isCloseTo(expected, within(1e-5 * space.getArea()));
        }
    }

    @Test
    void agreesWithDenseSampling() {
        RandomShapes shapes = new RandomShapes(12);
        for (int i = 0; i < 40; i++) {
            Geometry space = shapes.space();
            double depth = shapes.between(0.2, 4);
            Envelope box = space.getEnvelopeInternal();
            IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(space);
            IndexedFacetDistance edge = new IndexedFacetDistance(space.getBoundary());
            int cells = 300;
            long deep = 0;
            for (int row = 0; row < cells; row++) {
                for (int column = 0; column < cells; column++) {
                    Coordinate point = new Coordinate(
                            box.getMinX() + (column + 0.5) / cells * box.getWidth(),
                            box.getMinY() + (row + 0.5) / cells * box.getHeight());
                    if (locator.locate(point) == Location.INTERIOR
                            && edge.distance(space.getFactory().createPoint(point)) >= depth) {
                        deep++;
                    }
                }
            }
            double sampled = box.getArea() * deep / (cells * (double) cells);
            assertThat(CoreArea.of(space, depth))
                    .as("%s depth=%s", space, depth)
                    .isCloseTo(sampled, within(0.01 * box.getArea()));
        }
    }
}
