package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** Interpolated places against the places that the transform itself gives. */
class PixelGridTest {
    @ParameterizedTest
    @CsvSource({
        "EPSG:3857, 106.4, 29.8, 0.05",
        "EPSG:3857, 100, 20, 20",
        "EPSG:3857, -180, -80, 160",
        "EPSG:4544, 106.4, 29.8, 0.05",
        "EPSG:4544, 106, 29, 3",
        "EPSG:32648, 106.4, 29.8, 0.5",
        "CRS:84, 106.4, 29.8, 0.5"
    })
    void placesAreWithinAThirtiethOfAPixel(String crs, double west, double south, double degrees) {
        CoordinateTransform transform =
                CoordinateTransform.between(CoordinateSystem.of("CRS:84"), CoordinateSystem.of(crs));
        Envelope box = transform.apply(new Envelope(west, west + degrees, south, south + degrees));
        MapFrame frame = new MapFrame(crs, box, 800, 800);
        frame.interpolate(10);
        Random random = new Random(27);
        for (int i = 0; i < 2000; i++) {
            double[] exact = {
                west - degrees / 10 + random.nextDouble() * degrees * 1.2,
                Math.max(-84, Math.min(84, south - degrees / 10 + random.nextDouble() * degrees * 1.2))
            };
            double[] placed = exact.clone();
            transform.apply(exact, 0, 1);
            assertThat(frame.toPixels(placed, 1)).isTrue();
            assertThat(placed[0]).isCloseTo((exact[0] - box.getMinX()) * 800 / box.getWidth(), within(0.034));
            assertThat(placed[1]).isCloseTo((box.getMaxY() - exact[1]) * 800 / box.getHeight(), within(0.034));
        }
    }
}
