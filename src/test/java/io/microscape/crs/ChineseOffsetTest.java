package io.microscape.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.testing.SharedData;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChineseOffsetTest {
    private static final double METRES_PER_DEGREE = 111_320;

    @ParameterizedTest
    @EnumSource
    void theInverseIsExactAllOverChina(ChineseOffset offset) {
        double worst = 0;
        for (double lon = 73.1; lon < 136; lon += 0.37) {
            for (double lat = 3.1; lat < 54; lat += 0.41) {
                double[] xy = {lon, lat};
                offset.fromLonLat(xy, 0);
                assertThat(Math.hypot(xy[0] - lon, xy[1] - lat) * METRES_PER_DEGREE)
                        .isBetween(1.0, 2500.0);
                offset.toLonLat(xy, 0);
                worst = Math.max(worst, Math.hypot(xy[0] - lon, xy[1] - lat) * METRES_PER_DEGREE);
            }
        }
        assertThat(worst).isLessThan(1e-5);
    }

    /** Outside the box of its definition GCJ-02 is WGS 84. */
    @Test
    void nothingIsShiftedOutsideTheBox() {
        double[] xy = {7.42, 43.73, -116.3, 49.9};
        CoordinateTransform.between(CoordinateSystem.of("EPSG:4326"), CoordinateSystem.of("GCJ-02"))
                .apply(xy, 0, 2);
        assertThat(xy).containsExactly(7.42, 43.73, -116.3, 49.9);
    }

    /** The pair was shifted by others; its coordinates have seven decimals, a centimetre. */
    @Test
    void agreesWithTheShiftedPairOfYuexiu() throws Exception {
        JsonNode shifted = read("yuexiu_variants/yuexiu_green_gcj02.geojson");
        JsonNode original = read("yuexiu_variants/yuexiu_green_wgs84.geojson");
        int compared = 0;
        for (int feature = 0; feature < original.size(); feature++) {
            JsonNode from = shifted.get(feature).at("/geometry/coordinates/0/0");
            JsonNode to = original.get(feature).at("/geometry/coordinates/0/0");
            for (int i = 0; i < to.size(); i++) {
                double[] xy = {from.get(i).get(0).asDouble(), from.get(i).get(1).asDouble()};
                CoordinateTransform.between(CoordinateSystem.of("GCJ-02"), CoordinateSystem.of("EPSG:4326"))
                        .apply(xy, 0, 1);
                assertThat(xy[0]).isCloseTo(to.get(i).get(0).asDouble(), within(1.5e-7));
                assertThat(xy[1]).isCloseTo(to.get(i).get(1).asDouble(), within(1.5e-7));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(3000);
    }

    /** BD-09 is GCJ-02 and Baidu's own step of about 0.0065° and 0.006°. */
    @Test
    void bd09LiesOnTopOfGcj02() {
        double[] xy = {116.404, 39.915};
        CoordinateTransform.between(CoordinateSystem.of("GCJ-02"), CoordinateSystem.of("BD-09"))
                .apply(xy, 0, 1);
        // the example of many public converters: 116.404, 39.915 of GCJ-02 is 116.41036949371029, 39.92133699351021
        assertThat(xy[0]).isCloseTo(116.41036949371029, within(1e-11));
        assertThat(xy[1]).isCloseTo(39.92133699351021, within(1e-11));
    }

    private static JsonNode read(String file) throws Exception {
        return JsonMapper.shared()
                .readTree(Files.readString(SharedData.path(file)))
                .get("features");
    }
}
