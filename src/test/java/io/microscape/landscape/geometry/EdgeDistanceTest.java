package io.microscape.landscape.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

class EdgeDistanceTest {
    @Test
    void agreesWithJtsOnRandomPairs() {
        RandomShapes shapes = new RandomShapes(51);
        EdgeDistance distance = new EdgeDistance();
        for (int i = 0; i < 20_000; i++) {
            Geometry first = shapes.space();
            double reach = i % 4 == 0 ? 20 : 200;
            Geometry second = AffineTransformation.translationInstance(
                            shapes.between(-reach, reach), shapes.between(-reach, reach))
                    .transform(shapes.space());
            PolygonEdges a = PolygonEdges.of(first);
            PolygonEdges b = PolygonEdges.of(second, a.originX, a.originY);
            assertThat(distance.between(a, b))
                    .as("%s %s", first, second)
                    .isCloseTo(first.distance(second), within(1e-8));
        }
    }

    @Test
    void isZeroForWhatTouchesOrHolds() {
        RandomShapes shapes = new RandomShapes(52);
        Geometry square = shapes.rectangle(RandomShapes.EAST, RandomShapes.NORTH, 20, 20);
        assertThat(toSquare(square, 20, 0, 5, 5)).isZero();
        assertThat(toSquare(square, 20, 20, 5, 5)).isZero();
        assertThat(toSquare(square, 5, 5, 5, 5)).isZero();
        assertThat(toSquare(square, -50, -50, 200, 200)).isZero();
        assertThat(toSquare(square, 23, 24, 5, 5)).isEqualTo(5);
    }

    private static double toSquare(Geometry square, double dx, double dy, double width, double height) {
        Geometry other = new RandomShapes(0).rectangle(RandomShapes.EAST + dx, RandomShapes.NORTH + dy, width, height);
        PolygonEdges a = PolygonEdges.of(square);
        return new EdgeDistance().between(a, PolygonEdges.of(other, a.originX, a.originY));
    }
}
