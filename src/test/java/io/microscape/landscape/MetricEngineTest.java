package io.microscape.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.landscape.connectivity.GraphConnectivity;
import io.microscape.landscape.geometry.RandomShapes;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MetricGroup;
import io.microscape.study.MetricOptions;
import io.microscape.study.MicroSpace;
import io.microscape.study.Road;
import io.microscape.study.SpaceConnectivity;
import io.microscape.study.StudyConnectivity;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.StudyParameters.DensityDenominator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class MetricEngineTest {
    private static final RandomShapes SHAPES = new RandomShapes(0);

    @Test
    void theBasicIndicesAloneStayAsTheyAre() {
        Landscape landscape = landscape(spaces(3), null);
        List<LandscapeIndices> basic = basic(StudyParameters.DEFAULTS, landscape);
        MetricEngine.Result result = compute(StudyParameters.DEFAULTS, 2, landscape);
        assertThat(result.indices()).isEqualTo(basic);
        assertThat(result.connectivity()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void resultsDependNeitherOnThreadsNorOnTheOrderOfTheInput(ConnectivityDistance distance) {
        StudyParameters parameters = parameters(distance, MetricGroup.values());
        RandomShapes shapes = new RandomShapes(21);
        List<MicroSpace> spaces = new ArrayList<>();
        List<Road> roads = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Geometry space = shapes.star(shapes.east(400), shapes.north(400), 5 + i % 20, 4, 20, 0.8);
            spaces.add(new MicroSpace("s" + i, "", null, true, space));
            shapes.roads(space, 2).forEach(line -> roads.add(new Road(null, null, false, false, 0, line)));
        }
        MetricEngine.Result one = compute(parameters, 1, landscape(spaces, roads));
        Collections.shuffle(spaces, new Random(1));
        Collections.shuffle(roads, new Random(2));
        MetricEngine.Result many = compute(parameters, 5, landscape(spaces, roads));

        assertThat(one.indices())
                .anySatisfy(space -> assertThat(space.importance().get(0).dpcFlux())
                        .as("something joins spaces")
                        .isPositive());
        assertThat(many.connectivity()).isEqualTo(one.connectivity());
        assertThat(many.indices()).containsExactlyInAnyOrderElementsOf(one.indices());
    }

    /** A road of 300 m round a corner joins two spaces that are 140 m apart as the crow flies. */
    @Test
    void alongRoadsTheDistanceIsThatOfTheWay() {
        List<MicroSpace> spaces = List.of(square("A", 0, 0), square("B", 150, 0));
        Geometry road = new GeometryFactory().createLineString(new Coordinate[] {
            new Coordinate(RandomShapes.EAST + 5, RandomShapes.NORTH + 10),
            new Coordinate(RandomShapes.EAST + 5, RandomShapes.NORTH + 90),
            new Coordinate(RandomShapes.EAST + 155, RandomShapes.NORTH + 90),
            new Coordinate(RandomShapes.EAST + 155, RandomShapes.NORTH + 10)
        });
        Landscape landscape = landscape(spaces, List.of(new Road(null, null, false, false, 0, road)));
        double straight = importance(ConnectivityDistance.EDGE, landscape).dpcFlux();
        double byRoad = importance(ConnectivityDistance.NETWORK, landscape).dpcFlux();
        // two equal spaces: flux = 100 · 2p/(2 + 2p)
        assertThat(straight).isCloseTo(flux(Math.pow(2, -140.0 / 150)), within(1e-9));
        assertThat(byRoad).isCloseTo(flux(Math.pow(2, -310.0 / 150)), within(1e-9));
    }

    @Test
    void whatCannotBeHadIsNullWithItsReason() {
        StudyParameters parameters = parameters(ConnectivityDistance.NETWORK, MetricGroup.values());
        MetricEngine.Result result = compute(parameters, 2, landscape(spaces(1), null));
        LandscapeIndices only = result.indices().get(0);
        assertThat(only.patch().ennM()).isNull();
        assertThat(only.reasons())
                .containsEntry("enn_m", "there is no other space")
                .containsEntry("road_nodes_15m", RoadsInZone.NO_ROADS)
                .containsEntry("street_density_15m_m_per_km2", RoadsInZone.NO_ROADS)
                .containsEntry("dpc_150m", RoadsInZone.NO_ROADS);
        assertThat(only.importance()).isEmpty();
        StudyConnectivity study = result.connectivity().get(0);
        assertThat(study.ecPcM2()).isNull();
        assertThat(study.reasons())
                .containsEntry("ec_pc_m2", RoadsInZone.NO_ROADS)
                .containsKey("connect");
    }

    /** Squares of 10 m on a grid of 30 m: a square has 4 others within 25 m, and 4 more at 28.28 m. */
    @Test
    void tooManySpacesAreRefusedAndSaidSo() {
        int side = 71;
        assertThat(side * side).isGreaterThan(GraphConnectivity.MOST_SPACES);
        List<MicroSpace> spaces = IntStream.range(0, side * side)
                .mapToObj(i -> square("s" + i, 30.0 * (i % side), 30.0 * (i / side)))
                .toList();
        StudyParameters parameters = parameters(ConnectivityDistance.EDGE, MetricGroup.CONNECTIVITY);
        parameters =
                parameters.withMetrics(new MetricOptions(parameters.metrics().groups(), 2, 150, List.of(25.0), null));
        MetricEngine.Result result = compute(parameters, 2, landscape(spaces, null));

        StudyConnectivity study = result.connectivity().get(0);
        assertThat(study.ecPcM2()).isNull();
        assertThat(study.reasons().get("ec_pc_m2")).contains("at most 5000 spaces, the study has 5041");
        long pairs = 2L * side * (side - 1);
        assertThat(study.connect()).isCloseTo(100.0 * pairs / (5041L * 5040 / 2), within(1e-9));
        assertThat(result.indices().get(0).reasons().get("dpc_25m")).contains("5041");
        assertThat(result.indices())
                .allSatisfy(row -> assertThat(row.importance()).isEmpty());
    }

    private static double flux(double p) {
        return 100 * 2 * p / (2 + 2 * p);
    }

    private static SpaceConnectivity importance(ConnectivityDistance distance, Landscape landscape) {
        return compute(parameters(distance, MetricGroup.CONNECTIVITY), 2, landscape)
                .indices()
                .get(0)
                .importance()
                .get(0);
    }

    private static StudyParameters parameters(ConnectivityDistance distance, MetricGroup... groups) {
        StudyParameters basic = new StudyParameters(15, DensityDenominator.ZONE, 50, distance);
        EnumSet<MetricGroup> chosen = EnumSet.of(MetricGroup.BASIC, groups);
        return basic.withMetrics(basic.metrics().withGroups(chosen));
    }

    private static List<LandscapeIndices> basic(StudyParameters parameters, Landscape landscape) {
        return new IndexEngine(parameters, 2).compute(landscape, (task, done, total) -> {});
    }

    private static MetricEngine.Result compute(StudyParameters parameters, int threads, Landscape landscape) {
        return new MetricEngine(parameters, threads)
                .compute(landscape, basic(parameters, landscape), (task, done, total) -> {});
    }

    private static Landscape landscape(List<MicroSpace> spaces, List<Road> roads) {
        return Landscape.of(spaces, null, roads, null, null, null);
    }

    private static List<MicroSpace> spaces(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> square("s" + i, 40.0 * i, 0))
                .toList();
    }

    private static MicroSpace square(String code, double east, double north) {
        return new MicroSpace(
                code, "", null, true, SHAPES.rectangle(RandomShapes.EAST + east, RandomShapes.NORTH + north, 10, 10));
    }
}
