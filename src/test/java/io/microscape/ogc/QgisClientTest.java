package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A real QGIS uses the WMS of a real server, and opens files. */
@SpringBootTest(classes = WmsTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class QgisClientTest {
    private static final List<String> VERSIONS = List.of("1.3.0", "1.1.1");
    private static final List<String> SYSTEMS = List.of("EPSG:4326", "EPSG:3857", "EPSG:4490", "EPSG:4544");

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Test
    void qgisDrawsIdentifiesAndShowsTheLegend() throws Exception {
        JsonNode seen = new QgisClient(folder)
                .wms(
                        "http://localhost:" + port + "/wms",
                        FakeAtlas.SPACES,
                        VERSIONS,
                        SYSTEMS,
                        List.of(106.4005, 29.8005),
                        List.of(106.4015, 29.8005),
                        List.of(106.399, 29.799, 106.404, 29.803));
        assertThat(seen.get("maps").size()).isEqualTo(VERSIONS.size() * SYSTEMS.size());
        for (JsonNode map : seen.get("maps")) {
            String which = map.get("version").asString() + " " + map.get("crs").asString();
            assertThat(map.get("error").asString()).as(which).isEmpty();
            assertThat(map.get("inside").asString()).as(which).isEqualTo("#c0392b");
            assertThat(map.get("outside").asString()).as(which).isEqualTo("#ffffff");
            // Two squares of 0.001 degrees in a map of 0.005 by 0.004, a little more when it is turned.
            assertThat(map.get("covered").asDouble()).as(which).isBetween(0.08, 0.12);
        }
        assertThat(seen.get("identified").get("feature").get("code").asString()).isEqualTo("A01");
        assertThat(seen.get("identified").get("feature").get("net_carbon_kg").asString())
                .startsWith("12345.678901");
        assertThat(seen.get("identified").get("html").asString()).contains("12,346 kg CO2");
        assertThat(seen.get("identified").get("text").asString()).contains("net_carbon_kg = 12345.678901 kg CO2");
        assertThat(seen.get("legend").get("width").asInt()).isPositive();
        assertThat(seen.get("legend").get("colours").asInt()).isGreaterThan(1);
    }

    @Test
    void qgisOpensGeoPackageAndFlatGeobuf() throws Exception {
        Path geoJson = folder.resolve("spaces.geojson");
        Files.write(
                geoJson,
                TestWms.getFeatureInfo()
                        .with("I", "50")
                        .with("TOLERANCE", "30")
                        .with("FEATURE_COUNT", "2")
                        .answer()
                        .body());
        JsonNode files = new QgisClient(folder)
                .files(List.of(
                        converted(geoJson, "GPKG", "spaces.gpkg"), converted(geoJson, "FlatGeobuf", "spaces.fgb")))
                .get("files");
        assertThat(files.size()).isEqualTo(2);
        for (JsonNode file : files) {
            assertThat(file.get("features").asInt()).isEqualTo(2);
            assertThat(file.get("crs").asString()).isEqualTo("EPSG:4326");
            assertThat(file.get("fields").toString()).contains("net_carbon_kg");
        }
    }

    private Path converted(Path source, String driver, String name) throws IOException, InterruptedException {
        Path target = folder.resolve(name);
        Process process = new ProcessBuilder("ogr2ogr", "-f", driver, target.toString(), source.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).as("ogr2ogr of Debian's package gdal-bin").isZero();
        return target;
    }
}
