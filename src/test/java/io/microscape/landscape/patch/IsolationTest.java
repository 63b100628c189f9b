package io.microscape.landscape.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

class IsolationTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Squares of side 2 at 0, 5 and 13: gaps 3, 6 and 11; one more on the first. */
    @Test
    void byHand() {
        Geometry[] spaces = {square(0, 2), square(5, 2), square(13, 2), square(1, 2)};
        Isolation isolation = new Isolation(spaces);
        assertThat(isolation.nearest(0)).isZero();
        assertThat(isolation.nearest(1)).isEqualTo(2);
        assertThat(isolation.nearest(2)).isEqualTo(6);
        // the overlapping one counts at 1 m: 4/1 + 4/3² + 4/11²
        assertThat(isolation.proximity(0, 20)).isCloseTo(4 + 4 / 9.0 + 4 / 121.0, within(1e-15));
        assertThat(isolation.proximity(0, 3)).isCloseTo(4 + 4 / 9.0, within(1e-15));
        assertThat(isolation.proximity(2, 5.9)).isZero();
        assertThat(new Isolation(new Geometry[] {square(0, 1)}).nearest(0)).isInfinite();
    }

    @Test
    void theNearestIsTheNearestOfAll() {
        Random random = new Random(6);
        Geometry[] spaces = new Geometry[400];
        for (int i = 0; i < spaces.length; i++) {
            // clusters far apart, so that the nearest is often beyond any local search
            double x = random.nextInt(4) * 5000 + random.nextDouble() * 900;
            double y = random.nextDouble() * 900;
            spaces[i] = AffineTransformation.rotationInstance(random.nextDouble(), x, y)
                    .transform(FACTORY.toGeometry(
                            new Envelope(x, x + 1 + random.nextInt(40), y, y + 1 + random.nextInt(40))));
        }
        Isolation isolation = new Isolation(spaces);
        for (int i = 0; i < spaces.length; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            double proximity = 0;
            for (int j = 0; j < spaces.length; j++) {
                if (j != i) {
                    double distance = spaces[i].distance(spaces[j]);
                    nearest = Math.min(nearest, distance);
                    proximity += distance <= 200 ? spaces[j].getArea() / Math.pow(Math.max(1, distance), 2) : 0;
                }
            }
            assertThat(isolation.nearest(i)).isCloseTo(nearest, within(1e-9));
            assertThat(isolation.proximity(i, 200)).isCloseTo(proximity, within(1e-9 * proximity));
        }
    }

    private static Geometry square(double x, double side) {
        return FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(x, 0),
            new Coordinate(x + side, 0),
            new Coordinate(x + side, side),
            new Coordinate(x, side),
            new Coordinate(x, 0)
        });
    }
}
