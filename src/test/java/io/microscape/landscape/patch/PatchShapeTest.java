package io.microscape.landscape.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.source.Reading;
import io.microscape.source.SourceFeature;
import io.microscape.testing.SharedData;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

class PatchShapeTest {
    /** Values that momepy publishes for its 144 buildings (EXPECTED.md beside the file). */
    @Test
    void agreesWithWhatMomepyPublishes() {
        List<Geometry> buildings = buildings();
        assertThat(buildings).hasSize(144);
        assertPublished(
                buildings,
                shape -> 1 - shape.circle(),
                0.5690762180557374,
                81.94697540002619,
                0.2790908141757502,
                0.7467862040050506);
        assertPublished(
                buildings,
                shape -> 1 / (shape.shape() * shape.shape()),
                0.8486134470818577,
                122.20033637978752,
                0.18260442238858857,
                1.0179729958596555);
        assertPublished(
                buildings, PatchShape::frac, 1.0284229071113, 148.09289862402, 0.9961153485808, 1.1823500218800869);
        assertPublished(
                buildings,
                shape -> 1 / shape.para(),
                5.576164283846954,
                802.9676568739615,
                1.693082337025171,
                11.314007604595293);
    }

    /** Every circle through two or three vertices that holds them all is tried. */
    @Test
    void theEnclosingCircleIsTheSmallestOfAll() {
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            Geometry space = hull(random, 3 + random.nextInt(9));
            double smallest = smallestEnclosing(space.getCoordinates());
            assertThat(PatchShape.of(moved(space)).enclosingRadius()).isCloseTo(smallest, within(1e-9 * smallest));
        }
    }

    @Test
    void aSquareMetreHasNoFractalDimension() {
        assertThat(new PatchShape(1, 4, Math.sqrt(0.5)).frac()).isNaN();
        assertThat(new PatchShape(25, 20, 5).frac()).isCloseTo(1, within(1e-15));
    }

    private static void assertPublished(
            List<Geometry> buildings,
            ToDoubleFunction<PatchShape> value,
            double mean,
            double sum,
            double min,
            double max) {
        DoubleSummaryStatistics found =
                buildings.stream().map(PatchShape::of).mapToDouble(value).summaryStatistics();
        assertThat(found.getAverage()).isCloseTo(mean, within(1e-9));
        assertThat(found.getSum()).isCloseTo(sum, within(1e-9 * sum));
        assertThat(found.getMin()).isCloseTo(min, within(1e-9));
        assertThat(found.getMax()).isCloseTo(max, within(1e-9 * max));
    }

    private static Geometry hull(Random random, int points) {
        Coordinate[] cloud = new Coordinate[points];
        for (int i = 0; i < points; i++) {
            cloud[i] = new Coordinate(random.nextDouble() * 40, random.nextDouble() * 40);
        }
        return new GeometryFactory().createMultiPointFromCoords(cloud).convexHull();
    }

    private static Geometry moved(Geometry geometry) {
        return AffineTransformation.translationInstance(440_000, 3_300_000).transform(geometry);
    }

    private static double smallestEnclosing(Coordinate[] points) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int a = 0; a < points.length; a++) {
            for (int b = a + 1; b < points.length; b++) {
                Coordinate middle = new Coordinate((points[a].x + points[b].x) / 2, (points[a].y + points[b].y) / 2);
                smallest = Math.min(smallest, radiusIfEnclosing(middle, points[a].distance(points[b]) / 2, points));
                for (int c = b + 1; c < points.length; c++) {
                    Coordinate centre = circumcentre(points[a], points[b], points[c]);
                    if (centre != null) {
                        smallest = Math.min(smallest, radiusIfEnclosing(centre, centre.distance(points[a]), points));
                    }
                }
            }
        }
        return smallest;
    }

    private static double radiusIfEnclosing(Coordinate centre, double radius, Coordinate[] points) {
        for (Coordinate point : points) {
            if (centre.distance(point) > radius + 1e-9) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return radius;
    }

    private static Coordinate circumcentre(Coordinate a, Coordinate b, Coordinate c) {
        double bx = b.x - a.x;
        double by = b.y - a.y;
        double cx = c.x - a.x;
        double cy = c.y - a.y;
        double d = 2 * (bx * cy - by * cx);
        if (Math.abs(d) < 1e-9) {
            return null;
        }
        double bb = bx * bx + by * by;
        double cc = cx * cx + cy * cy;
        return new Coordinate(a.x + (cy * bb - by * cc) / d, a.y + (bx * cc - cx * bb) / d);
    }

    private static List<Geometry> buildings() {
        return Reading.of(SharedData.path("oracle/momepy/bubenec.gpkg"), null, "buildings").features().stream()
                .map(SourceFeature::geometry)
                .toList();
    }
}
