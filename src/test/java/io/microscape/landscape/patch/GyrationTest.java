package io.microscape.landscape.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.WKTReader;

class GyrationTest {
    /** Mean distance to the centre of a unit square: (√2 + ln(1 + √2))/6 (a known integral of the box problem). */
    @Test
    void ofASquare() throws Exception {
        Geometry square = new WKTReader().read("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        double expected = 10 * (Math.sqrt(2) + Math.log(1 + Math.sqrt(2))) / 6;
        assertThat(Gyration.of(square)).isCloseTo(expected, within(1e-12));
        Geometry far =
                AffineTransformation.translationInstance(440_000, 3_300_000).transform(square);
        assertThat(Gyration.of(far)).isCloseTo(expected, within(1e-8));
    }

    /** ∫ r over a disc is 2πr³/3, over a ring of two discs the difference of both. */
    @Test
    void ofADiscAndARing() {
        Geometry disc = new GeometryFactory().createPoint(new Coordinate(5, 7)).buffer(9, 4000);
        assertThat(Gyration.of(disc)).isCloseTo(6, within(1e-6));
        Geometry ring = disc.difference(
                new GeometryFactory().createPoint(new Coordinate(5, 7)).buffer(6, 4000));
        assertThat(Gyration.of(ring)).isCloseTo(2.0 / 3 * (729 - 216) / (81 - 36), within(1e-6));
    }

    /** The centroid lies between the parts, outside both. */
    @Test
    void agreesWithDenseSampling() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 12; i++) {
            Geometry parts = new WKTReader()
                    .read("MULTIPOLYGON (((0 0, 10 0, 10 3, 4 3, 4 8, 10 8, 10 12, 0 12, 0 0),"
                            + " (1 1, 3 2, 2 6, 1 1)), ((20 5, 26 5, 23 11, 20 5)))");
            AffineTransformation skew = AffineTransformation.shearInstance(random.nextDouble(), random.nextDouble());
            Geometry space = skew.rotate(random.nextDouble() * 6).transform(parts);
            assertThat(Gyration.of(space)).isCloseTo(sampled(space), within(0.01));
        }
    }

    private static double sampled(Geometry space) {
        Envelope box = space.getEnvelopeInternal();
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(space);
        Coordinate centre = space.getCentroid().getCoordinate();
        int cells = 800;
        double sum = 0;
        long inside = 0;
        for (int row = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                Coordinate point = new Coordinate(
                        box.getMinX() + (column + 0.5) / cells * box.getWidth(),
                        box.getMinY() + (row + 0.5) / cells * box.getHeight());
                if (locator.locate(point) == Location.INTERIOR) {
                    sum += point.distance(centre);
                    inside++;
                }
            }
        }
        return sum / inside;
    }
}
