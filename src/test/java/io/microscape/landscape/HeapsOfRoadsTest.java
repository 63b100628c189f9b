package io.microscape.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.microscape.landscape.geometry.RandomShapes;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Road;
import io.microscape.study.RoadNetworkMetrics;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Hundred thousand roads in one place: what takes the square of their number would not end. */
class HeapsOfRoadsTest {
    private static final int MANY = 100_000;
    private static final RandomShapes SHAPES = new RandomShapes(0);
    private static final Geometry[] SPACES = {SHAPES.rectangle(0, 0, 10, 10), SHAPES.rectangle(100, 0, 10, 10)};

    @Test
    void identicalRoadsAreOneInTheGraphAndCountEachInTheLength() {
        FeatureIndex<RoadSegment> roads = segments(Collections.nCopies(MANY, road(-50, 5, 200, 5)));

        assertThat(new RoadNetwork(roads, SPACES, 150).distancesFrom(0)).containsExactly(90);
        RoadNetworkMetrics once = zone(segments(List.of(road(-50, 5, 200, 5))));
        RoadNetworkMetrics many = zone(roads);
        assertThat(many.nodes()).isEqualTo(2);
        assertThat(many.edges()).isEqualTo(1);
        assertThat(many.streetDensity() / once.streetDensity()).isCloseTo(MANY, within(1e-3));
    }

    @Test
    void roadsInOnePointHaveNoLength() {
        FeatureIndex<RoadSegment> roads = segments(Collections.nCopies(MANY, road(5, 5, 5, 5)));

        assertThat(new RoadNetwork(roads, SPACES, 150).distancesFrom(0)).isEmpty();
        assertThat(zone(roads).streetDensity()).isZero();
    }

    @Test
    void aStarOfDifferentRoadsIsRefusedByItsPlace() {
        FeatureIndex<RoadSegment> roads = segments(IntStream.range(0, MANY)
                .mapToObj(i -> road(5, 5, 5 + 50 * Math.cos(i), 5 + 50 * Math.sin(i)))
                .toList());

        assertThatThrownBy(() -> new RoadNetwork(roads, SPACES, 150))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("different road segments")
                .hasMessageContaining("roads near");
        assertThatThrownBy(() -> zone(roads))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("20001 different road segments");
    }

    private static FeatureIndex<RoadSegment> segments(List<Road> roads) {
        LandscapeBuilder landscape = Landscape.builder().withRoads();
        roads.forEach(landscape::add);
        return RoadSegment.index(landscape.build().roads());
    }

    private static RoadNetworkMetrics zone(FeatureIndex<RoadSegment> roads) {
        return new ZoneNetwork(roads, 15).of(SPACES[0]);
    }

    private static Road road(double x1, double y1, double x2, double y2) {
        Geometry line = new GeometryFactory()
                .createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
        return new Road(null, null, false, false, 0, line);
    }
}
