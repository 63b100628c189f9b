package io.microscape.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.pipeline.Settings;
import io.microscape.study.Progress;
import io.microscape.testing.QgisClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real QGIS uses the maps and the exports of the sample study, as the running service gives them. */
class QgisAgainstServerTest {
    private static final Path STUDY = Path.of("sample-data", "chongqing");
    private static final List<String> VERSIONS = List.of("1.3.0", "1.1.1");
    private static final List<String> SYSTEMS = List.of("EPSG:4326", "EPSG:3857", "EPSG:4490", "EPSG:4544");
    /** Space A4 takes up 823.14 kg: the class 500 to 1,000 kg of the style net_carbon. */
    private static final String CLASS_OF_A4 = "#80cdc1";

    private static final List<Double> IN_A4 = List.of(106.39264, 29.80423);
    private static final List<Double> BESIDE_A4 = List.of(106.39230, 29.80390);
    private static final List<Double> AROUND_A4 = List.of(106.39205, 29.80380, 106.39325, 29.80470);

    @TempDir
    private static Path home;

    private static MicroscapeServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        Settings settings =
                Settings.fromEnvironment(Map.of("MICROSCAPE_HOME", home.toString(), "MICROSCAPE_PORT", "0"));
        server = MicroscapeServer.start(settings, List.of(STUDY.resolve("study.yml")), Progress.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void drawsNetCarbonInEverySystemAndShowsItsLegend() throws Exception {
        JsonNode seen = ask("chongqing:net_carbon", VERSIONS, SYSTEMS);
        assertThat(seen.get("maps").size()).isEqualTo(VERSIONS.size() * SYSTEMS.size());
        for (JsonNode map : seen.get("maps")) {
            String which = map.get("version").asString() + " " + map.get("crs").asString();
            assertThat(map.get("error").asString()).as(which).isEmpty();
            assertThat(map.get("inside").asString()).as(which).isEqualTo(CLASS_OF_A4);
            assertThat(map.get("outside").asString()).as(which).isEqualTo("#ffffff");
        }
        assertThat(seen.get("legend").get("colours").valueStream().map(JsonNode::asString))
                .contains(CLASS_OF_A4, "#8c510a", "#f5f5f5", "#01665e");
        assertThat(seen.get("contextual_legend").get("colours").valueStream().map(JsonNode::asString))
                .as("of the map around A4")
                .contains(CLASS_OF_A4)
                .doesNotContain("#8c510a", "#01665e");
        JsonNode identified = seen.get("identified");
        assertThat(identified.get("feature").get("code").asString()).isEqualTo("A4");
        assertThat(identified.get("feature").get("name").asString()).isEqualTo("斑竹村健身小广场4");
        assertThat(number(identified.get("feature").get("net_carbon_kg"))).isEqualTo(823.14);
        assertThat(identified.get("html").asString()).contains("823.14 kg CO2");
        assertThat(identified.get("text").asString()).contains("net_carbon_kg = 823.14 kg CO2");
    }

    @Test
    void identifiesTheComputedIndexOfASpace() throws Exception {
        JsonNode seen = ask("chongqing:green_ratio", List.of("1.3.0"), List.of("EPSG:4544"));
        JsonNode feature = seen.get("identified").get("feature");
        assertThat(feature.get("code").asString()).isEqualTo("A4");
        assertThat(number(feature.get("green_ratio"))).isCloseTo(0.5833, within(0.0005));
    }

    @Test
    void opensTheExports() throws Exception {
        Map<String, String> names = namesInTheSource();
        JsonNode files = new QgisClient(folder)
                .files(List.of(exported("gpkg"), exported("fgb")))
                .get("files");
        assertThat(files.size()).isEqualTo(2);
        for (JsonNode file : files) {
            String which = file.get("file").asString();
            Map<String, String> found = new TreeMap<>();
            for (JsonNode row : file.get("rows")) {
                found.put(row.get("code").asString(), row.get("name").asString());
                if (row.get("code").asString().equals("A4")) {
                    assertThat(number(row.get("net_carbon_kg"))).as(which).isEqualTo(823.14);
                    assertThat(number(row.get("green_ratio"))).as(which).isCloseTo(0.5833, within(0.0005));
                }
            }
            assertThat(file.get("rows").size()).as(which).isEqualTo(65);
            assertThat(found).as(which).isEqualTo(names);
            assertThat(file.get("invalid").asInt()).as(which).isZero();
            assertThat(file.get("crs").asString()).as(which).isEqualTo("EPSG:4326");
        }
    }

    private JsonNode ask(String layer, List<String> versions, List<String> systems) throws Exception {
        return new QgisClient(folder)
                .wms(server.address() + "/wms", layer, versions, systems, IN_A4, BESIDE_A4, AROUND_A4);
    }

    private Path exported(String format) throws IOException, InterruptedException {
        URI address = URI.create(server.address() + "/api/studies/chongqing/export." + format);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofFile(folder.resolve("chongqing." + format)))
                .body();
    }

    private static Map<String, String> namesInTheSource() {
        Map<String, String> names = new TreeMap<>();
        JsonNode source = JsonMapper.shared().readTree(STUDY.resolve("spaces.geojson"));
        for (JsonNode feature : source.get("features")) {
            JsonNode properties = feature.get("properties");
            names.put(properties.get("code").asString(), properties.get("name").asString());
        }
        return names;
    }

    private static double number(JsonNode text) {
        return Double.parseDouble(text.asString());
    }
}
