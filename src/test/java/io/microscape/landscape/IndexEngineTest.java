package io.microscape.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.microscape.landscape.geometry.DistanceZoneTest;
import io.microscape.landscape.geometry.RandomShapes;
import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Progress;
import io.microscape.study.Road;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.StudyParameters.DensityDenominator;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class IndexEngineTest {
    private static final StudyParameters NETWORK =
            new StudyParameters(15, DensityDenominator.ZONE, 50, ConnectivityDistance.NETWORK);
    private static final String SQUARE = "POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))";

    @Test
    void aSquareByHand() {
        LandscapeIndices indices = only(new TestLandscape()
                .space("A1", SQUARE)
                // 20 × 10 and 20 × 10 overlapping in 20 × 5: 300 of 400
                .surface(Cover.GREEN, "POLYGON ((0 0, 20 0, 20 10, 0 10, 0 0))")
                .surface(Cover.GREEN, "POLYGON ((0 5, 20 5, 20 15, 0 15, 0 5))")
                // the upper half, of which the green takes 100
                .surface(Cover.HARD, "POLYGON ((0 10, 30 10, 30 30, 0 30, 0 10))")
                .surface(Cover.WATER, SQUARE)
                .road("LINESTRING (-100 10, 100 10)")
                .crown("POINT (0 0)", 4.0)
                .crown("POLYGON ((10 10, 12 10, 12 12, 10 12, 10 10))", null)
                .crown("POINT (12 12)", 4.0)
                .plant("A1", "桂花", 3.0)
                .plant("A1", "银杏", 1.0));
        assertThat(indices.areaM2()).isEqualTo(400);
        assertThat(indices.perimeterM()).isEqualTo(80);
        assertThat(indices.greenRatio()).isCloseTo(0.75, within(1e-12));
        assertThat(indices.hardRatio()).isCloseTo(0.25, within(1e-12));
        assertThat(indices.roadLengthM()).isCloseTo(50, within(1e-9));
        double zone = 400 + 80 * 15 + Math.PI * 225;
        assertThat(indices.roadDensity()).isCloseTo(50 / zone, within(1e-12));
        assertThat(indices.neighbours()).isZero();
        assertThat(indices.connectivity()).isZero();
        assertThat(indices.speciesRichness()).isEqualTo(2);
        assertThat(indices.shannon()).isCloseTo(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25), within(1e-12));
        // a quarter disc at the corner; a square of 4 and a disc of 4π that share a quarter of the disc
        double canopy = Math.PI + 4 + 4 * Math.PI - Math.PI;
        assertThat(indices.canopyCover()).isCloseTo(canopy / 400, within(1e-10));
        assertThat(indices.canopyDensity()).isCloseTo(canopy / 300, within(1e-10));
        assertThat(indices.reasons()).isEmpty();
    }

    @Test
    void absentIsNotZero() {
        LandscapeIndices indices = only(new TestLandscape().space("A1", SQUARE));
        assertThat(indices.reasons())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("green_ratio", "the study has no surfaces layer"),
                        Map.entry("hard_ratio", "the study has no surfaces layer"),
                        Map.entry("road_length_15m_m", "the study has no roads layer"),
                        Map.entry("road_density_15m", "the study has no roads layer"),
                        Map.entry("species_richness", "the study has no plant records"),
                        Map.entry("shannon", "the study has no plant records"),
                        Map.entry("simpson", "the study has no plant records"),
                        Map.entry("pielou", "the study has no plant records"),
                        Map.entry("margalef", "the study has no plant records"),
                        Map.entry("canopy_cover", "the study has no trees and no canopy layer"),
                        Map.entry("canopy_density", "the study has no trees and no canopy layer")));
        assertThat(indices.greenRatio()).isNull();
        assertThat(indices.roadLengthM()).isNull();
        assertThat(indices.speciesRichness()).isNull();
        assertThat(indices.canopyCover()).isNull();
        assertThat(indices.neighbours()).isZero();
        assertThat(indices.connectivity()).isZero();
    }

    @Test
    void lookedAndNothingThereIsZero() {
        LandscapeIndices indices = only(new TestLandscape()
                .space("A1", SQUARE)
                .surface(Cover.GREEN, "POLYGON ((100 0, 120 0, 120 10, 100 0))")
                .surface(Cover.HARD, "POLYGON ((100 0, 120 0, 120 10, 100 0))")
                .road("LINESTRING (1000 10, 1100 10)")
                .crown("POINT (1000 0)", 4.0)
                .plant("B1", "桂花", 3.0));
        assertThat(indices.greenRatio()).isZero();
        assertThat(indices.hardRatio()).isZero();
        assertThat(indices.roadLengthM()).isZero();
        assertThat(indices.roadDensity()).isZero();
        assertThat(indices.speciesRichness()).isZero();
        assertThat(indices.canopyCover()).isZero();
        assertThat(indices.canopyDensity()).isNull();
        assertThat(indices.reasons()).containsEntry("canopy_density", "the space has no green surface");
    }

    @Test
    void aLayerOfOneCoverSaysNothingOfTheOther() {
        LandscapeIndices green = only(new TestLandscape().space("A1", SQUARE).surface(Cover.GREEN, SQUARE));
        assertThat(green.greenRatio()).isEqualTo(1);
        assertThat(green.hardRatio()).isNull();
        assertThat(green.reasons()).containsEntry("hard_ratio", "the study has no hard surfaces");
        LandscapeIndices hard = only(new TestLandscape()
                .space("A1", SQUARE)
                .surface(Cover.HARD, SQUARE)
                .crown("POINT (5 5)", 4.0));
        assertThat(hard.hardRatio()).isEqualTo(1);
        assertThat(hard.reasons())
                .containsEntry("green_ratio", "the study has no green surfaces")
                .containsEntry("canopy_density", "the study has no green surfaces");
    }

    @Test
    void aTreeOfUnknownCrownInTheSpaceMakesTheCanopyUnknown() {
        TestLandscape landscape = new TestLandscape()
                .space("A1", SQUARE)
                .space("A2", "POLYGON ((100 0, 120 0, 120 20, 100 20, 100 0))")
                .crown("POINT (10 10)", null)
                .crown("POINT (105 10)", 2.0);
        List<LandscapeIndices> indices = compute(landscape, StudyParameters.DEFAULTS);
        assertThat(indices.get(0).canopyCover()).isNull();
        assertThat(indices.get(0).reasons())
                .containsEntry("canopy_cover", "the crown diameter of a tree in the space is not known");
        assertThat(indices.get(1).canopyCover()).isCloseTo(Math.PI / 400, within(1e-12));
    }

    /** Distances 15 and 30: 1 − (1 − ½)(1 − ¼) = 0.625 for the first; the third is out of the second's 15 m. */
    @Test
    void connectivityByHand() {
        List<LandscapeIndices> indices = compute(
                new TestLandscape()
                        .space("A1", SQUARE)
                        .neighbour("N1", "POLYGON ((35 0, 55 0, 55 20, 35 20, 35 0))")
                        .neighbour("N2", "POLYGON ((0 50, 20 50, 20 70, 0 70, 0 50))"),
                StudyParameters.DEFAULTS);
        assertThat(indices.get(0).connectivity()).isCloseTo(0.625, within(1e-12));
        assertThat(indices.get(0).neighbours()).isEqualTo(1);
        assertThat(indices.get(1).neighbours()).isEqualTo(1);
        assertThat(indices.get(2).neighbours()).isZero();
        double diagonal = Math.hypot(15, 30);
        assertThat(indices.get(2).connectivity())
                .isCloseTo(1 - 0.75 * (1 - Math.pow(2, -diagonal / 15)), within(1e-12));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "touching along an edge | POLYGON ((20 0, 40 0, 40 20, 20 20, 20 0))       | 1 | 1",
                "touching in a corner   | POLYGON ((20 20, 40 20, 40 40, 20 40, 20 20))    | 1 | 1",
                "overlapping            | POLYGON ((10 0, 40 0, 40 20, 10 20, 10 0))       | 1 | 1",
                "holding it             | POLYGON ((-90 -90, 90 -90, 90 90, -90 90, -90 -90)) | 1 | 1",
                "at 150 m               | POLYGON ((170 0, 190 0, 190 20, 170 20, 170 0))  | 0.0009765625 | 0",
                "beyond 150 m           | POLYGON ((170.01 0, 190 0, 190 20, 170.01 20, 170.01 0)) | 0 | 0",
            })
    void connectivityAtItsEnds(String name, String other, double connectivity, int neighbours) {
        LandscapeIndices first = compute(
                        new TestLandscape().space("A1", SQUARE).space("A2", other), StudyParameters.DEFAULTS)
                .get(0);
        assertThat(first.connectivity()).isCloseTo(connectivity, within(1e-12));
        assertThat(first.neighbours()).isEqualTo(neighbours);
    }

    @Test
    void densityPerSpaceAndColumnsOfAnotherRadius() {
        StudyParameters parameters = new StudyParameters(7.5, DensityDenominator.SPACE, 50, ConnectivityDistance.EDGE);
        LandscapeIndices indices = compute(
                        new TestLandscape().space("A1", SQUARE).road("LINESTRING (-100 10, 100 10)"), parameters)
                .get(0);
        assertThat(indices.roadDensity()).isCloseTo(35.0 / 400, within(1e-12));
        LandscapeIndices absent =
                compute(new TestLandscape().space("A1", SQUARE), parameters).get(0);
        assertThat(absent.reasons()).containsKeys("road_length_7_5m_m", "road_density_7_5m");
    }

    /** Two squares joined by a road of 60 m that stands 5 m off each: 5 + 60 + 5. */
    @Test
    void networkDistanceIsAccessPathAndAccess() {
        TestLandscape landscape = new TestLandscape()
                .space("A1", SQUARE)
                .space("A2", "POLYGON ((40 0, 60 0, 60 20, 40 20, 40 0))")
                .road("LINESTRING (10 -5, 10 -25, 30 -25)")
                .road("LINESTRING (50 -5, 50 -25, 30 -25)");
        double expected = Math.pow(2, -90.0 / 15);
        assertThat(compute(landscape, NETWORK))
                .allSatisfy(indices -> assertThat(indices.connectivity()).isCloseTo(expected, within(1e-12)));
    }

    /** A road through both spaces: access 0, along the road from edge to edge. */
    @Test
    void networkDistanceFromARoadThroughTheSpaces() {
        TestLandscape landscape = new TestLandscape()
                .space("A1", SQUARE)
                .space("A2", "POLYGON ((50 0, 60 0, 60 20, 50 20, 50 0))")
                .road("LINESTRING (-50 7, 100 7)");
        assertThat(compute(landscape, NETWORK))
                .allSatisfy(indices -> assertThat(indices.connectivity()).isCloseTo(0.25, within(1e-9)));
    }

    /** Roads that cross at (30, 10): they join on one level, not where one is a bridge. */
    @Test
    void crossingRoadsJoinUnlessOneIsABridge() {
        String along = "LINESTRING (20 10, 60 10)";
        String across = "LINESTRING (30 -20, 30 55)";
        TestLandscape level = new TestLandscape()
                .space("A1", SQUARE)
                .space("A2", "POLYGON ((25 55, 35 55, 35 65, 25 65, 25 55))")
                .road(along)
                .road(across);
        assertThat(compute(level, NETWORK).get(0).connectivity()).isCloseTo(Math.pow(2, -55.0 / 15), within(1e-9));
        TestLandscape bridge = new TestLandscape()
                .space("A1", SQUARE)
                .space("A2", "POLYGON ((25 55, 35 55, 35 65, 25 65, 25 55))")
                .road(along)
                .road(across, true, 1);
        assertThat(compute(bridge, NETWORK).get(0).connectivity()).isZero();
        TestLandscape ramp = bridge.road("LINESTRING (20 10, 30 -20)");
        assertThat(compute(ramp, NETWORK).get(0).connectivity())
                .isCloseTo(Math.pow(2, -(Math.hypot(10, 30) + 75) / 15), within(1e-9));
    }

    @Test
    void aRoadThatEndsOnAnotherJoinsIt() {
        TestLandscape landscape = new TestLandscape()
                .space("A1", SQUARE)
                .space("A2", "POLYGON ((25 40, 35 40, 35 50, 25 50, 25 40))")
                .road("LINESTRING (20 10, 60 10)")
                .road("LINESTRING (30 10, 30 40)");
        assertThat(compute(landscape, NETWORK).get(0).connectivity()).isCloseTo(Math.pow(2, -40.0 / 15), within(1e-9));
    }

    @Test
    void networkConnectivityNeedsRoads() {
        TestLandscape landscape = new TestLandscape().space("A1", SQUARE);
        assertThat(compute(landscape, NETWORK).get(0).connectivity()).isNull();
        assertThat(compute(landscape, NETWORK).get(0).reasons())
                .containsEntry("connectivity", "the study has no roads layer");
    }

    @Test
    void anInvalidRingIsNotAWrongNumber() {
        LandscapeIndices indices = only(new TestLandscape()
                .space("A1", "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))")
                .surface(Cover.GREEN, "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))"));
        assertThat(indices.areaM2()).isCloseTo(50, within(1e-9));
        assertThat(indices.greenRatio()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON EMPTY",
                "POLYGON ((0 0, 10 0, 20 0, 0 0))",
                "POLYGON ((0 0, 10 0, NaN 10, 0 0))",
                "LINESTRING (0 0, 10 0)",
                "POINT (0 0)",
            })
    void spacesWithoutAreaAreErrorsThatNameThem(String wkt) {
        assertThatThrownBy(() -> only(new TestLandscape().space("角落7", wkt)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("space 角落7: ");
    }

    @Test
    void degreesAreRefused() throws ParseException {
        Geometry degrees = new WKTReader().read("POLYGON ((106.4 29.8, 106.41 29.8, 106.41 29.81, 106.4 29.8))");
        MicroSpace space = new MicroSpace("A1", "", null, true, degrees);
        assertThatThrownBy(() -> Landscape.builder().add(space).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("needs a metric CRS");
    }

    @Test
    void noSpacesNoIndices() {
        assertThat(compute(new TestLandscape(), StudyParameters.DEFAULTS)).isEmpty();
    }

    @Test
    void progressEndsWithAllSpacesDone() {
        AtomicLong last = new AtomicLong();
        Progress progress = (task, done, total) -> {
            if (task.equals("computing indices")) {
                last.accumulateAndGet(done, Math::max);
                assertThat(total).isEqualTo(2);
            }
        };
        new IndexEngine(StudyParameters.DEFAULTS)
                .compute(
                        new TestLandscape()
                                .space("A1", SQUARE)
                                .space("A2", SQUARE)
                                .build(),
                        progress);
        assertThat(last).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EDGE", "NETWORK"})
    void threadsAndOrderDoNotChangeABit(ConnectivityDistance distance) {
        StudyParameters parameters = new StudyParameters(15, DensityDenominator.ZONE, 50, distance);
        TestLandscape town = randomTown(99, 120);
        Map<String, LandscapeIndices> expected =
                byCode(new IndexEngine(parameters, 1).compute(town.build(), Progress.NONE));
        for (int seed = 1; seed <= 3; seed++) {
            Landscape other = town.shuffled(new Random(seed)).build();
            Map<String, LandscapeIndices> actual =
                    byCode(new IndexEngine(parameters, 1 + 2 * seed).compute(other, Progress.NONE));
            assertThat(actual.keySet()).isEqualTo(expected.keySet());
            expected.forEach((code, indices) -> assertThat(actual.get(code)).isEqualTo(indices));
        }
    }

    private static TestLandscape randomTown(long seed, int spaces) {
        RandomShapes shapes = new RandomShapes(seed);
        TestLandscape town = new TestLandscape();
        for (int i = 0; i < spaces; i++) {
            double east = RandomShapes.EAST + shapes.between(0, 600);
            double north = RandomShapes.NORTH + shapes.between(0, 600);
            town.space("S" + i, shapes.star(east, north, 3 + shapes.below(12), 5, 20, 0.8));
            for (int j = 0; j < 3; j++) {
                Cover cover = j == 2 ? Cover.HARD : Cover.GREEN;
                town.surface(cover, shapes.star(east + j * 3, north - j, 7, 3, 12, 0.9));
                town.crown(shapes.star(east + j, north - 2 * j, 8, 1, 4, 0.5), null);
                town.crown(
                        town.point(east + shapes.between(-9, 9), north + shapes.between(-9, 9)), shapes.between(1, 9));
            }
            town.road(town.line(
                    east,
                    north,
                    east + shapes.between(-80, 80),
                    north + shapes.between(-80, 80),
                    east + shapes.between(-80, 80),
                    north + shapes.between(-80, 80)));
            for (int j = shapes.below(6); j >= 0; j--) {
                town.plant("S" + i, "taxon " + j % 4, shapes.between(0.1, 30));
            }
        }
        return town;
    }

    private static Map<String, LandscapeIndices> byCode(List<LandscapeIndices> indices) {
        return indices.stream().collect(Collectors.toMap(LandscapeIndices::code, Function.identity()));
    }

    private static LandscapeIndices only(TestLandscape landscape) {
        List<LandscapeIndices> indices = compute(landscape, StudyParameters.DEFAULTS);
        assertThat(indices).hasSize(1);
        return indices.get(0);
    }

    private static List<LandscapeIndices> compute(TestLandscape landscape, StudyParameters parameters) {
        return new IndexEngine(parameters).compute(landscape.build(), Progress.NONE);
    }

    /** Layers from WKT; small coordinates are moved to where a national grid has them. A layer without features is absent. */
    private static final class TestLandscape {
        private final List<MicroSpace> spaces = new ArrayList<>();
        private final List<Surface> surfaces = new ArrayList<>();
        private final List<Road> roads = new ArrayList<>();
        private final List<Crown> crowns = new ArrayList<>();
        private final List<Planting> plantings = new ArrayList<>();

        TestLandscape space(String code, String wkt) {
            return space(code, read(wkt));
        }

        TestLandscape space(String code, Geometry geometry) {
            spaces.add(new MicroSpace(code, "", null, true, geometry));
            return this;
        }

        TestLandscape neighbour(String code, String wkt) {
            spaces.add(new MicroSpace(code, "", null, false, read(wkt)));
            return this;
        }

        TestLandscape surface(Cover cover, String wkt) {
            return surface(cover, read(wkt));
        }

        TestLandscape surface(Cover cover, Geometry geometry) {
            surfaces.add(new Surface(cover, geometry));
            return this;
        }

        TestLandscape road(String wkt) {
            return road(wkt, false, 0);
        }

        TestLandscape road(String wkt, boolean bridge, int level) {
            roads.add(new Road(null, null, bridge, false, level, read(wkt)));
            return this;
        }

        TestLandscape road(Geometry geometry) {
            roads.add(new Road(null, null, false, false, 0, geometry));
            return this;
        }

        TestLandscape crown(String wkt, Double diameter) {
            return crown(read(wkt), diameter);
        }

        TestLandscape crown(Geometry geometry, Double diameter) {
            crowns.add(new Crown(geometry, diameter, null));
            return this;
        }

        TestLandscape plant(String code, String taxon, double count) {
            plantings.add(new Planting(code, taxon, count));
            return this;
        }

        Geometry point(double x, double y) {
            return new RandomShapes(0).rectangle(0, 0, 1, 1).getFactory().createPoint(new Coordinate(x, y));
        }

        Geometry line(double... xy) {
            Coordinate[] points = new Coordinate[xy.length / 2];
            for (int i = 0; i < points.length; i++) {
                points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
            }
            return new RandomShapes(0).rectangle(0, 0, 1, 1).getFactory().createLineString(points);
        }

        /** The same in another order, the lines drawn the other way. */
        TestLandscape shuffled(Random random) {
            TestLandscape other = new TestLandscape();
            other.spaces.addAll(spaces);
            other.surfaces.addAll(surfaces);
            roads.forEach(
                    road -> other.roads.add(road.withGeometry(road.geometry().reverse())));
            other.crowns.addAll(crowns);
            other.plantings.addAll(plantings);
            for (List<?> layer : List.of(other.spaces, other.surfaces, other.roads, other.crowns, other.plantings)) {
                Collections.shuffle(layer, random);
            }
            return other;
        }

        Landscape build() {
            return Landscape.of(
                    spaces,
                    absentIfEmpty(surfaces),
                    absentIfEmpty(roads),
                    absentIfEmpty(crowns),
                    null,
                    absentIfEmpty(plantings));
        }

        private static <T> List<T> absentIfEmpty(List<T> layer) {
            return layer.isEmpty() ? null : layer;
        }

        private static Geometry read(String wkt) {
            try {
                return DistanceZoneTest.moved(new WKTReader().read(wkt), RandomShapes.EAST, RandomShapes.NORTH);
            } catch (ParseException e) {
                throw new IllegalArgumentException(wkt, e);
            }
        }
    }
}
