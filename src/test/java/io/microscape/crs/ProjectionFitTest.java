package io.microscape.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.microscape.study.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class ProjectionFitTest {
    /**
     * Transverse Mercator: k = k0 (1 + (1 + η²) (λ cos φ)² / 2 + …), η² = 0.00674 cos² φ, to the fourth order of Snyder 1987,
     * equation 8-11, worked out by hand; pseudo-Mercator: 1 / cos φ north-south by the meridian's radius.
     */
    @ParameterizedTest(name = "{0} at {1}, {2}")
    @CsvSource({
        "EPSG:4544, 105, 30, 0, 1e-7",
        "EPSG:32648, 105, 30, -0.0004, 1e-7",
        "EPSG:4544, 106.5, 30, 0.000258, 2e-6",
        "EPSG:4544, 111, 30, 0.004144, 2e-5",
        "EPSG:3857, 106.4, 29.8, 0.1565, 1e-3",
    })
    void scaleErrorOfKnownProjections(
            String crs, double longitude, double latitude, double expected, double tolerance) {
        assertThat(new ProjectionFit(CoordinateSystem.of(crs)).scaleError(longitude, latitude))
                .isCloseTo(expected, within(tolerance));
    }

    /** Each zone system over all of its zone, and half a degree beyond: a city may lie across the edge. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"EPSG:4544, 105, 2", "EPSG:4509, 111, 3.5", "EPSG:32648, 105, 3.5"})
    void zonesServeWhatTheyAreMadeFor(String crs, double meridian, double halfWidth) {
        ProjectionFit fit = new ProjectionFit(CoordinateSystem.of(crs));
        for (double latitude = 16; latitude <= 54; latitude += 2) {
            Coordinate place = new Coordinate(meridian + halfWidth, latitude);
            assertThatCode(() -> fit.require("space", place)).doesNotThrowAnyException();
        }
    }

    @Test
    void aZoneThatDoesNotServeIsRefusedAndTheOneToChooseNamed() {
        ProjectionFit fit = new ProjectionFit(CoordinateSystem.of("EPSG:4544"));
        assertThatThrownBy(() -> fit.require("space A3", new Coordinate(111.2, 30)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("space A3: EPSG:4544 does not serve its place 111.2000, 30.0000")
                .hasMessageContaining("EPSG:4546");
    }
}
