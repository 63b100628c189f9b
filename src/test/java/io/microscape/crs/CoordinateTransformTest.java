package io.microscape.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.microscape.study.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class CoordinateTransformTest {
    private static CoordinateTransform between(String from, String to) {
        return CoordinateTransform.between(CoordinateSystem.of(from), CoordinateSystem.of(to));
    }

    /** Figures of PROJ 9.1.1: {@code echo LON LAT | gdaltransform -s_srs OGC:CRS84 -t_srs EPSG:CODE -output_xy}. */
    @ParameterizedTest
    @CsvSource({
        "EPSG:4544, 106.4, 29.8, 635357.699319365, 3298765.19848865",
        "EPSG:4547, 113.2971242, 23.1096309, 427996.459073703, 2556851.97855296",
        "EPSG:4547, 112.5, 45, 381729.726001506, 4986039.21404172",
        "EPSG:4533, 134.9, 48.2, 45492566.3543241, 5340670.88480633",
        "EPSG:4517, 88.4, 43.8, 29612665.6675433, 4852553.1239092",
        "EPSG:4497, 111.1, 40.3, 19508501.8988846, 4462845.08407014",
        "EPSG:4508, 113.9, 22.5, 798489.864019913, 2492059.78148572",
        "EPSG:32611, -116.3, 49.9, 550270.721751763, 5527747.24428034",
        "EPSG:32611, -122, 35, 43542.270726033, 3884483.99171538",
        "EPSG:32733, 15.5, -33.2, 546602.490010243, 6326429.33675038",
        "EPSG:3857, 113.2971242, 23.1096309, 12612178.1742863, 2645282.03550993"
    })
    void agreesWithProj(String code, double lon, double lat, double x, double y) {
        double[] xy = {lon, lat};
        between("EPSG:4326", code).apply(xy, 0, 1);
        // PROJ prints 15 digits: 1e-7 m for eastings with a zone number
        assertThat(xy[0]).isCloseTo(x, within(2e-6));
        assertThat(xy[1]).isCloseTo(y, within(2e-6));

        between(code, "EPSG:4326").apply(xy, 0, 1);
        assertThat(xy[0]).isCloseTo(lon, within(1e-12));
        assertThat(xy[1]).isCloseTo(lat, within(1e-12));
    }

    /** Same command; these come from GeoTools' database, whose series and shifts may differ from PROJ's by a little. */
    @ParameterizedTest
    @CsvSource({
        "EPSG:3006, 18.06, 59.33, 674079.256576911, 6580798.38724441, 0.005",
        "EPSG:2326, 114.17, 22.3, 835559.642066805, 817895.754680294, 2",
        "EPSG:2056, 8.54, 47.37, 2683186.28558024, 1247156.7440911, 1.5"
    })
    void systemsOfTheDatabaseAgreeWithProj(String code, double lon, double lat, double x, double y, double tolerance) {
        double[] xy = {lon, lat};
        between("EPSG:4326", code).apply(xy, 0, 1);
        assertThat(xy[0]).isCloseTo(x, within(tolerance));
        assertThat(xy[1]).isCloseTo(y, within(tolerance));
    }

    @Test
    void roundTripsStayWithinAMicrometre() {
        CoordinateTransform there = between("EPSG:4547", "EPSG:4326");
        CoordinateTransform back = between("EPSG:4326", "EPSG:4547");
        for (double x = 100_000; x <= 900_000; x += 50_000) {
            for (double y = 0; y <= 6_000_000; y += 250_000) {
                double[] xy = {x, y};
                there.apply(xy, 0, 1);
                back.apply(xy, 0, 1);
                assertThat(Math.hypot(xy[0] - x, xy[1] - y)).isLessThan(1e-6);
            }
        }
    }

    @Test
    void cgcs2000AndWgs84AreOneDatum() {
        CoordinateTransform transform = between("EPSG:4490", "EPSG:4326");
        double[] xy = {113.2971242, 23.1096309};
        transform.apply(xy, 0, 1);
        assertThat(transform.isIdentity()).isTrue();
        assertThat(xy).containsExactly(113.2971242, 23.1096309);
    }

    @Test
    void keepsTheStructureOfAGeometryAndDropsZ() throws Exception {
        Geometry geometry = new WKTReader()
                .read("GEOMETRYCOLLECTION Z (MULTIPOLYGON Z (((113 23 5, 113.1 23 5, 113.1 23.1 5, 113 23 5),"
                        + " (113.05 23.02 5, 113.08 23.02 5, 113.08 23.05 5, 113.05 23.02 5))), POINT Z (113 23 5))");
        Geometry projected = between("EPSG:4326", "EPSG:4547").apply(geometry);
        Geometry back = between("EPSG:4547", "EPSG:4326").apply(projected);

        assertThat(projected.getNumGeometries()).isEqualTo(2);
        assertThat(projected.getGeometryN(0).getGeometryType()).isEqualTo("MultiPolygon");
        assertThat(projected.getCoordinates()[0].getZ()).isNaN();
        assertThat(back.equalsExact(geometry, 1e-11)).isTrue();
    }

    /** The top edge of the box is a curve in Gauss-Krüger: lowest where the central meridian crosses it. */
    @Test
    void theEnvelopeHoldsWhatBulgesOut() {
        Envelope box = between("EPSG:4326", "EPSG:4547").apply(new Envelope(112.5, 115.5, 45, 46));
        double[] middle = {114, 45};
        between("EPSG:4326", "EPSG:4547").apply(middle, 0, 1);
        double[] corner = {112.5, 46};
        between("EPSG:4326", "EPSG:4547").apply(corner, 0, 1);

        assertThat(box.getMinY()).isCloseTo(middle[1], within(1e-6));
        assertThat(box.getMaxY()).isCloseTo(corner[1], within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4547, EPSG:4326, 1e12, 5e6",
        "EPSG:4326, EPSG:4547, 113, 91",
        "EPSG:4326, EPSG:4547, 2500000, 430000",
        "EPSG:4326, EPSG:3857, 10, NaN"
    })
    void aPointThatCannotBeTransformedIsNamed(String from, String to, double x, double y) {
        assertThatThrownBy(() -> between(from, to).apply(new double[] {x, y}, 0, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("point (" + x + " " + y + ")")
                .hasMessageContaining(from);
    }

    @Test
    void aDatumWithoutShiftIsSaid() {
        assertThat(between("EPSG:2379", "EPSG:4326").remarks())
                .singleElement()
                .asString()
                .contains("Xian 1980");
        assertThat(between("EPSG:4547", "EPSG:4326").remarks()).isEmpty();
    }
}
