package io.microscape.landscape.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class RingHullTest {
    @Test
    void cornersAreThoseOfTheConvexHull() {
        RandomShapes shapes = new RandomShapes(7);
        for (int i = 0; i < 2000; i++) {
            Polygon polygon = i % 2 == 0
                    ? shapes.winding(3 + i % 50, shapes.between(1, 5))
                    : shapes.star(shapes.east(30), shapes.north(30), 3 + i % 40, 5, 30, i % 7 / 6.0);
            assertThat(corners(polygon)).as(polygon.toText()).isEqualTo(cornersOfHull(polygon));
        }
    }

    @Test
    void verticesOnASideAndTheDirectionOfTheRingDoNotMatter() {
        Coordinate[] ring = {
            at(5, 0), at(10, 0), at(10, 10), at(6, 4), at(5, 10), at(0, 10), at(0, 5), at(0, 0), at(2, 0)
        };
        Set<Coordinate> expected = Set.of(at(0, 0), at(10, 0), at(10, 10), at(0, 10));
        GeometryFactory factory = new GeometryFactory();
        for (int start = 0; start < ring.length; start++) {
            Coordinate[] turned = new Coordinate[ring.length + 1];
            for (int i = 0; i <= ring.length; i++) {
                turned[i] = ring[(start + i) % ring.length];
            }
            Polygon polygon = factory.createPolygon(turned);
            assertThat(corners(polygon))
                    .containsAll(expected)
                    .allMatch(corner -> corner.x == 0 || corner.y == 0 || corner.x == 10 || corner.y == 10);
            assertThat(corners(polygon.reverse())).containsAll(expected);
        }
    }

    @Test
    void aSpikeHasNoHull() {
        PolygonEdges flat = PolygonEdges.of(
                new GeometryFactory().createPolygon(new Coordinate[] {at(0, 0), at(5, 0), at(9, 0), at(0, 0)}));
        assertThat(new RingHull().of(flat)).isFalse();
    }

    private static Set<Coordinate> corners(Geometry polygon) {
        PolygonEdges edges = PolygonEdges.of(polygon, 0, 0);
        RingHull hull = new RingHull();
        assertThat(hull.of(edges)).as(polygon.toText()).isTrue();
        Set<Coordinate> corners = new HashSet<>();
        for (int corner = 0; corner < hull.corners(); corner++) {
            int edge = hull.edgeAt(corner);
            corners.add(at(edges.ax[edge], edges.ay[edge]));
        }
        return corners;
    }

    private static Set<Coordinate> cornersOfHull(Polygon polygon) {
        return Set.of(
                Arrays.stream(polygon.convexHull().getCoordinates()).distinct().toArray(Coordinate[]::new));
    }

    private static Coordinate at(double x, double y) {
        return new Coordinate(x, y);
    }
}
