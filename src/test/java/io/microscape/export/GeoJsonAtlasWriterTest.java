package io.microscape.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.export.AtlasExport.Format;
import io.microscape.study.AtlasColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonAtlasWriterTest {
    private static JsonNode collection;

    @BeforeAll
    static void export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtlasExport.write(
                ExampleStudy.store(ExampleStudy.ROWS),
                ExampleStudy.STUDY,
                Format.GEOJSON,
                out,
                new ExportOptions(false));
        collection = JsonMapper.shared().readTree(out.toByteArray());
    }

    @Test
    void isAFeatureCollectionWithoutCrsMember() {
        assertThat(collection.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(collection.has("crs")).isFalse();
        assertThat(collection.get("features").valueStream())
                .allSatisfy(
                        feature -> assertThat(feature.get("type").asString()).isEqualTo("Feature"))
                .extracting(feature -> feature.get("id").asString())
                .containsExactly("beibei.A-1, \"corner\"\nsecond line", "beibei.B-2", "beibei.中-3");
    }

    @Test
    void propertiesComeInTheOrderOfTheColumnsAndAreAllThere() {
        List<String> columns = AtlasExport.columns(ExampleStudy.store(ExampleStudy.ROWS), ExampleStudy.STUDY).stream()
                .map(AtlasColumn::name)
                .toList();
        assertThat(collection.get("features").valueStream())
                .allSatisfy(feature ->
                        assertThat(feature.get("properties").propertyNames()).containsExactlyElementsOf(columns));
    }

    @Test
    void shellsRunCounterClockwiseAndHolesClockwise() {
        List<JsonNode> polygons = collection
                .get("features")
                .valueStream()
                .map(feature -> feature.get("geometry"))
                .flatMap(geometry -> geometry.get("type").asString().equals("Polygon")
                        ? List.of(geometry.get("coordinates")).stream()
                        : geometry.get("coordinates").valueStream())
                .toList();
        assertThat(polygons).hasSize(4);
        for (JsonNode polygon : polygons) {
            for (int ring = 0; ring < polygon.size(); ring++) {
                assertThat(signedArea(polygon.get(ring)) > 0).isEqualTo(ring == 0);
            }
        }
    }

    /** The shoelace formula: positive when the ring runs counter-clockwise. */
    private static double signedArea(JsonNode ring) {
        double twice = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            JsonNode from = ring.get(i);
            JsonNode to = ring.get(i + 1);
            twice += from.get(0).asDouble() * to.get(1).asDouble()
                    - to.get(0).asDouble() * from.get(1).asDouble();
        }
        return twice / 2;
    }
}
