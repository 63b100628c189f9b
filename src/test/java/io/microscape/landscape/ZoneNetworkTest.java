package io.microscape.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.landscape.geometry.RandomShapes;
import io.microscape.study.Road;
import io.microscape.study.RoadNetworkMetrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** About a square of 10 m, whose zone of 15 m reaches from −15 to 25. */
class ZoneNetworkTest {
    private static final Geometry SQUARE = new RandomShapes(0).rectangle(0, 0, 10, 10);
    private static final double ZONE_KM2 = (700 + 225 * Math.PI) / 1e6;

    /** Roads are separated by ;, and one that begins with b is a bridge, with t a tunnel, with 1 on level 1. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no road             | ''                                                     | 0 | 0 | 0 | 0",
                "outside             | 0 90, 9 90                                             | 0 | 0 | 0 | 0",
                "one through street  | -90 5, 90 5                                            | 2 | 1 | 1 | 0",
                "bends are no nodes  | -90 5, 2 5, 4 6, 8 5, 90 5                             | 2 | 1 | 1 | 0",
                "in and out again    | -90 5, 0 5, 40 8, 40 2, 0 4                            | 4 | 2 | 2 | 0",
                "crossing            | -90 5, 90 5; 5 -90, 5 90                               | 5 | 4 | 1 | 1",
                "crossing at vertex  | -90 5, 5 5, 90 5; 5 -90, 5 5, 5 90                     | 5 | 4 | 1 | 1",
                "bridge over it      | -90 5, 90 5; b 5 -90, 5 90                             | 4 | 2 | 2 | 0",
                "tunnel below it     | -90 5, 90 5; t 5 -90, 5 90                             | 4 | 2 | 2 | 0",
                "two levels          | -90 5, 90 5; 1 5 -90, 5 90                             | 4 | 2 | 2 | 0",
                "bridge and its ramp | -90 5, 5 5; b 5 5, 90 5                                | 2 | 1 | 1 | 0",
                "ends on the other   | -90 5, 90 5; 5 5, 5 20                                 | 4 | 3 | 1 | 1",
                "almost ends on it   | -90 5, 90 5; 5 5.0005, 5 20                            | 4 | 3 | 1 | 1",
                "ends before it      | -90 5, 90 5; 5 5.5, 5 20                               | 4 | 2 | 2 | 0",
                "crossing outside    | -90 5, 90 5; 50 -90, 50 90                             | 2 | 1 | 1 | 0",
                "closed street       | 0 0, 5 0, 5 5, 0 5, 0 0                                | 1 | 1 | 1 | 0",
                "loop on a street    | -10 0, 0 0, 5 0, 5 5, 0 5, 0 0                         | 2 | 2 | 1 | 1",
                "two ways round      | 0 0, 5 5, 10 0; 0 0, 5 -5, 10 0; -9 0, 0 0; 10 0, 19 0 | 4 | 4 | 1 | 2",
                "twice the same      | 0 0, 5 5, 10 0; 10 0, 5 5, 0 0                         | 2 | 1 | 1 | 0",
                "overlapping in part | 0 0, 8 0; 3 0, 12 0                                    | 2 | 1 | 1 | 0",
            })
    void nodesEdgesAndComponentsByHand(String name, String roads, int nodes, int edges, int components, int junctions)
            throws ParseException {
        RoadNetworkMetrics found = network(roads(roads)).of(SQUARE);
        assertThat(List.of(found.nodes(), found.edges(), found.components())).containsExactly(nodes, edges, components);
        assertThat(found.junctionDensity()).isCloseTo(junctions / ZONE_KM2, within(1e-6));
    }

    /** A block with a street to each side: v = 8, e = 8, p = 1. */
    @Test
    void indicesOfABlockByHand() throws ParseException {
        RoadNetworkMetrics block = network(
                        roads("0 0, 10 0, 10 10, 0 10, 0 0; -90 0, 0 0; 10 0, 90 0; 10 10, 90 10; 0 10, -90 10"))
                .of(SQUARE);
        assertThat(block.nodes()).isEqualTo(8);
        assertThat(block.edges()).isEqualTo(8);
        assertThat(block.alpha()).isCloseTo(1 / 11.0, within(1e-15));
        assertThat(block.beta()).isEqualTo(1);
        assertThat(block.gamma()).isCloseTo(8 / 18.0, within(1e-15));
        assertThat(block.streetDensity()).isCloseTo(100 / ZONE_KM2, within(1e-6));
        assertThat(block.junctionDensity()).isCloseTo(4 / ZONE_KM2, within(1e-6));
    }

    @Test
    void withoutThreeNodesThereIsNoIndex() throws ParseException {
        RoadNetworkMetrics one = network(roads("-90 5, 90 5")).of(SQUARE);
        assertThat(one.alpha()).isNull();
        assertThat(one.beta()).isNull();
        assertThat(one.gamma()).isNull();
        assertThat(one.streetDensity()).isCloseTo(40 / ZONE_KM2, within(1e-6));
    }

    /** For a graph whose crossings are all noded, v − e + p counts the circuits: the bounded faces that JTS polygonizes. */
    @Test
    void circuitsAreTheFacesOfThePlane() {
        Random random = new Random(8);
        GeometryFactory factory = new GeometryFactory();
        Geometry zone = SQUARE.buffer(15, 720);
        for (int i = 0; i < 100; i++) {
            List<Road> roads = new ArrayList<>();
            List<Geometry> lines = new ArrayList<>();
            for (int j = 0; j < 2 + random.nextInt(12); j++) {
                Coordinate[] points = new Coordinate[2 + random.nextInt(4)];
                for (int k = 0; k < points.length; k++) {
                    points[k] = new Coordinate(random.nextDouble() * 60 - 25, random.nextDouble() * 60 - 25);
                }
                Geometry line = factory.createLineString(points);
                roads.add(new Road(null, null, false, false, 0, line));
                lines.add(line);
            }
            RoadNetworkMetrics found = network(roads).of(SQUARE);
            Geometry noded = factory.buildGeometry(lines).union().intersection(zone);
            Polygonizer polygonizer = new Polygonizer();
            polygonizer.add(noded);
            assertThat(found.edges() - found.nodes() + found.components())
                    .as("%s", noded)
                    .isEqualTo(polygonizer.getPolygons().size());
        }
    }

    @Test
    void theOrderOfTheRoadsDoesNotMatter() throws ParseException {
        List<Road> roads =
                new ArrayList<>(roads("-90 5, 90 5; 5 -90, 5 90; b 0 -90, 3 90; -20 -20, 20 30; 5 5.0004, 9 20"));
        RoadNetworkMetrics first = network(roads).of(SQUARE);
        Collections.reverse(roads);
        assertThat(network(roads).of(SQUARE)).isEqualTo(first);
    }

    private static ZoneNetwork network(List<Road> roads) {
        LandscapeBuilder landscape = Landscape.builder().withRoads();
        roads.forEach(landscape::add);
        return new ZoneNetwork(RoadSegment.index(landscape.build().roads()), 15);
    }

    private static List<Road> roads(String text) throws ParseException {
        List<Road> roads = new ArrayList<>();
        for (String road : text.split(";")) {
            String line = road.strip();
            char kind = line.isEmpty() ? ' ' : line.charAt(0);
            boolean marked = line.length() > 1 && line.charAt(1) == ' ' && "bt1".indexOf(kind) >= 0;
            if (!line.isEmpty()) {
                roads.add(new Road(
                        null,
                        null,
                        marked && kind == 'b',
                        marked && kind == 't',
                        marked && kind == '1' ? 1 : 0,
                        new WKTReader().read("LINESTRING (" + (marked ? line.substring(2) : line) + ")")));
            }
        }
        return roads;
    }
}
