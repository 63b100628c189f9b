package io.microscape.landscape.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.landscape.index.PolygonLayer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class PatchSweepTest {
    private static final String SQUARE = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";

    private record Areas(double a, double b, double space) {}

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the same            | POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0)) | POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0)) | 100 | 0",
                "around it           | POLYGON ((-5 -5, 15 -5, 15 15, -5 15, -5 -5)) | POLYGON EMPTY | 100 | 0",
                "two that share an edge | MULTIPOLYGON (((0 0, 4 0, 4 10, 0 10, 0 0)), ((4 0, 6 0, 6 10, 4 10, 4 0))) | POLYGON ((6 0, 10 0, 10 10, 6 10, 6 0)) | 60 | 40",
                "beside it, sharing an edge | POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0)) | POLYGON ((0 10, 10 10, 10 20, 0 20, 0 10)) | 0 | 0",
                "crossing triangles  | POLYGON ((0 0, 10 0, 0 10, 0 0)) | POLYGON ((0 0, 10 0, 10 10, 0 0)) | 50 | 25",
                "green with a hole over paving | POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 8 2, 8 8, 2 8, 2 2)) | POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0)) | 64 | 36",
                "a hole that touches the shell | POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (5 0, 8 5, 2 5, 5 0)) | POLYGON EMPTY | 85 | 0",
                "a cross             | POLYGON ((4 -5, 6 -5, 6 15, 4 15, 4 -5)) | POLYGON ((-5 4, 15 4, 15 6, -5 6, -5 4)) | 20 | 16",
            })
    void areasByHand(String name, String a, String b, double areaA, double areaB) throws ParseException {
        for (double east : new double[] {0, 440_000}) {
            Areas areas = sweep(at(SQUARE, east), List.of(at(a, east)), List.of(at(b, east)));
            assertThat(areas.a).isCloseTo(areaA, within(1e-10));
            assertThat(areas.b).isCloseTo(areaB, within(1e-10));
        }
    }

    @Test
    void whatCoversAllIsTheWholeToTheBit() {
        RandomShapes shapes = new RandomShapes(41);
        for (int i = 0; i < 2000; i++) {
            Geometry space = shapes.space();
            Areas areas = sweep(space, List.of(space.copy(), space.copy()), List.of(space));
            assertThat(areas.a).isEqualTo(areas.space);
            assertThat(areas.b).isZero();
            assertThat(areas.space).isCloseTo(space.getArea(), within(1e-11 * (space.getArea() + 1)));
        }
    }

    @Test
    void agreesWithTheOverlayOnRandomPatches() {
        RandomShapes shapes = new RandomShapes(42);
        for (int i = 0; i < 3000; i++) {
            Geometry space = shapes.space();
            List<Geometry> a = patches(shapes, space);
            List<Geometry> b = patches(shapes, space);
            Areas areas = sweep(space, a, b);
            Geometry local = local(space);
            Geometry inA = polygons(OverlayNGRobust.overlay(local, union(a), OverlayNG.INTERSECTION));
            Geometry inB = polygons(OverlayNGRobust.overlay(local, union(b), OverlayNG.INTERSECTION));
            assertThat(areas.a).as("%d", i).isCloseTo(inA.getArea(), within(1e-7));
            assertThat(areas.b)
                    .as("%d", i)
                    .isCloseTo(
                            OverlayNGRobust.overlay(inB, inA, OverlayNG.DIFFERENCE)
                                    .getArea(),
                            within(1e-7));
        }
    }

    private static Geometry union(List<Geometry> patches) {
        return polygons(OverlayNGRobust.union(
                patches.stream().map(PatchSweepTest::local).toList()));
    }

    private static Geometry polygons(Geometry geometry) {
        return geometry.getFactory().buildGeometry(PolygonExtracter.getPolygons(geometry));
    }

    /** The overlay is given small numbers: at 3·10⁶ m it rounds the crossings of edges that nearly coincide. */
    private static Geometry local(Geometry geometry) {
        return DistanceZoneTest.moved(geometry, -RandomShapes.EAST, -RandomShapes.NORTH);
    }

    /** One to five: some random, some the space itself, a part of it cut along a line, or the same moved by a hair. */
    private static List<Geometry> patches(RandomShapes shapes, Geometry space) {
        List<Geometry> patches = new ArrayList<>();
        for (int j = shapes.below(5); j >= 0; j--) {
            patches.add(
                    switch (shapes.below(5)) {
                        case 0 -> space.copy();
                        case 1 -> {
                            Geometry half = shapes.rectangle(shapes.east(20), RandomShapes.NORTH - 200, 200, 400);
                            yield OverlayNGRobust.overlay(space, half, OverlayNG.INTERSECTION);
                        }
                        case 2 ->
                            AffineTransformation.translationInstance(shapes.between(-1e-6, 1e-6), 1e-9)
                                    .transform(space);
                        default -> shapes.space();
                    });
        }
        patches.removeIf(patch -> patch.getArea() == 0);
        return patches.isEmpty() ? List.of(shapes.space()) : patches;
    }

    /** A grid of lots that all share their edges, drawn twice: nothing is left out and nothing counts twice. */
    @Test
    void lotsThatShareAllTheirEdgesFillTheSpace() {
        RandomShapes shapes = new RandomShapes(43);
        GeometryFactory factory = new GeometryFactory();
        for (int i = 0; i < 200; i++) {
            Coordinate[][] corners = new Coordinate[6][6];
            for (int column = 0; column < 6; column++) {
                for (int row = 0; row < 6; row++) {
                    corners[column][row] = new Coordinate(
                            RandomShapes.EAST + 30 * column + shapes.between(-9, 9),
                            RandomShapes.NORTH + 30 * row + shapes.between(-9, 9));
                }
            }
            List<Geometry> lots = new ArrayList<>();
            for (int column = 0; column < 5; column++) {
                for (int row = 0; row < 5; row++) {
                    lots.add(factory.createPolygon(new Coordinate[] {
                        corners[column][row],
                        corners[column + 1][row],
                        corners[column + 1][row + 1],
                        corners[column][row + 1],
                        corners[column][row]
                    }));
                }
            }
            Geometry space = shapes.star(RandomShapes.EAST + 75, RandomShapes.NORTH + 75, 20, 10, 55, 1);
            Areas areas = sweep(space, lots, List.of());
            lots.addAll(List.copyOf(lots));
            assertThat(areas.a).isCloseTo(space.getArea(), within(1e-8));
            assertThat(sweep(space, lots, List.of()).a).isCloseTo(space.getArea(), within(1e-8));
        }
    }

    private static Geometry at(String wkt, double east) throws ParseException {
        return DistanceZoneTest.moved(new WKTReader().read(wkt), east, 7.5 * east);
    }

    private static Areas sweep(Geometry space, List<Geometry> a, List<Geometry> b) {
        PatchSweep sweep = new PatchSweep();
        sweep.begin(PolygonEdges.of(space));
        add(sweep, a, PatchSweep.Kind.A);
        add(sweep, b, PatchSweep.Kind.B);
        sweep.run();
        return new Areas(sweep.areaA(), sweep.areaB(), sweep.areaOfSpace());
    }

    private static void add(PatchSweep sweep, List<Geometry> patches, PatchSweep.Kind kind) {
        PolygonLayer.Builder builder = new PolygonLayer.Builder();
        patches.stream().filter(patch -> !patch.isEmpty()).forEach(builder::add);
        PolygonLayer layer = builder.build();
        for (int i = 0; i < layer.count(); i++) {
            sweep.add(layer, i, kind);
        }
    }
}
