package io.microscape.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.pipeline.Settings;
import io.microscape.study.Progress;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service as HTTP clients see it. */
class ServerTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BOUNDARY = "microscape-test";

    @TempDir
    private static Path home;

    private static MicroscapeServer server;

    @BeforeAll
    static void start() {
        Settings settings =
                Settings.fromEnvironment(Map.of("MICROSCAPE_HOME", home.toString(), "MICROSCAPE_PORT", "0"));
        server = MicroscapeServer.start(
                settings, List.of(Path.of("sample-data", "chongqing", "study.yml")), Progress.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void listsTheStudyAndWhatItWasMadeFrom() throws Exception {
        JsonNode studies = JSON.readTree(get("/api/studies").body());
        assertThat(studies.get(0).get("key").asString()).isEqualTo("chongqing");
        assertThat(studies.get(0).get("parameters").get("road_density_per").asString())
                .isEqualTo("space");
        JsonNode details = JSON.readTree(get("/api/studies/chongqing").body());
        assertThat(details.get("imports").size()).isGreaterThanOrEqualTo(6);
        assertThat(details.get("layers").size()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void givesAccountsValueByValue() throws Exception {
        JsonNode accounts = JSON.readTree(get("/api/studies/chongqing/accounts").body());
        assertThat(accounts).hasSize(27);
        JsonNode account =
                JSON.readTree(get("/api/studies/chongqing/accounts/A1").body());
        assertThat(account.get("net_carbon_kg").asDouble()).isEqualTo(-158.01);
        assertThat(account.get("values").get(1).get("component").asString()).isEqualTo("vegetation_sink");
        assertThat(account.get("values").get(1).get("kg").asDouble()).isEqualTo(63.64);
        assertThat(account.get("values").get(1).get("origin").asString()).isEqualTo("given");
        assertThat(account.get("lines")).isEmpty();
        assertThat(JSON.readTree(get("/api/studies/chongqing/factors").body())).isEmpty();
        assertThat(get("/api/studies/chongqing/accounts/none").statusCode()).isEqualTo(404);
        assertThat(get("/api/studies/atlantis/factors").statusCode()).isEqualTo(404);
    }

    @Test
    void givesTheWholeReportsOfTheImports() throws Exception {
        JsonNode imports = JSON.readTree(get("/api/studies/chongqing/imports").body());
        assertThat(imports.findValuesAsString("file")).contains("spaces.geojson", "carbon.csv");
        assertThat(imports.get(0).get("report").get("repaired").isArray()).isTrue();
        assertThat(imports.get(0).get("origin").asString()).isEqualTo("STUDY_FILE");
    }

    @Test
    void givesTheJoinedResultPageByPage() throws Exception {
        JsonNode page = JSON.readTree(
                get("/api/studies/chongqing/spaces?limit=5&offset=2").body());
        assertThat(page.get("spaces").size()).isEqualTo(5);
        assertThat(page.get("total").asInt()).isGreaterThan(27);
        assertThat(page.get("spaces").get(0).get("code").asString()).isEqualTo("A3");
        assertThat(page.get("spaces").get(0).get("net_carbon_kg").asDouble()).isEqualTo(630.15);
    }

    @Test
    void exportsAllFormats() throws Exception {
        for (String format : List.of("csv", "geojson", "gpkg", "fgb", "shp.zip")) {
            HttpResponse<byte[]> export = HTTP.send(
                    HttpRequest.newBuilder(uri("/api/studies/chongqing/export." + format))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(export.statusCode()).as(format).isEqualTo(200);
            assertThat(export.body().length).as(format).isGreaterThan(5000);
        }
        assertThat(get("/api/studies/chongqing/export.docx").statusCode()).isEqualTo(400);
    }

    @Test
    void givesTheStatisticsOfAnAccount() throws Exception {
        JsonNode statistics = JSON.readTree(get("/api/studies/chongqing/stats?account=net_carbon_kg"
                        + "&indices=canopy_cover,connectivity&neighbours=3&permutations=199&seed=5")
                .body());
        JsonNode correlation = statistics.get("correlations").get(0);
        assertThat(correlation.get("index").asString()).isEqualTo("canopy_cover");
        assertThat(correlation.get("pearson").get("value").asDouble()).isCloseTo(0.5921, within(1e-4));
        JsonNode pattern = statistics.get("spatial").get(0);
        assertThat(pattern.get("settings").get("permutations").asInt()).isEqualTo(199);
        assertThat(pattern.get("spaces").get(0).get("neighbours").asInt()).isEqualTo(3);
        HttpResponse<String> refused = get("/api/studies/chongqing/stats?account=happiness");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("happiness").contains("net_carbon_kg");
    }

    @Test
    void errorsAreProblemDetails() throws Exception {
        HttpResponse<String> missing = get("/api/studies/atlantis");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(JSON.readTree(missing.body()).get("detail").asString()).contains("atlantis");
    }

    @Test
    void drawsTheMapAndSaysWhatIsThere() throws Exception {
        String capabilities = get("/wms?SERVICE=WMS&REQUEST=GetCapabilities").body();
        assertThat(capabilities).contains("chongqing:net_carbon").contains("EPSG:4544");
        HttpResponse<byte[]> map = HTTP.send(
                HttpRequest.newBuilder(uri("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=chongqing:net_carbon"
                                + "&STYLES=&CRS=CRS:84&BBOX=106.38,29.78,106.43,29.83&WIDTH=400&HEIGHT=400"
                                + "&FORMAT=image/png&TRANSPARENT=TRUE"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(map.headers().firstValue("content-type")).hasValue("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(map.body())).getWidth())
                .isEqualTo(400);
    }

    @Test
    void featureInformationSaysWhyAValueIsMissing() throws Exception {
        String neighbours = get("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&LAYERS=chongqing:net_carbon"
                        + "&QUERY_LAYERS=chongqing:net_carbon&STYLES=&CRS=CRS:84&BBOX=106.38,29.78,106.43,29.83"
                        + "&WIDTH=400&HEIGHT=400&I=200&J=200&TOLERANCE=100&FEATURE_COUNT=100"
                        + "&INFO_FORMAT=application/json")
                .body();
        List<JsonNode> withoutAccount = JSON.readTree(neighbours)
                .get("features")
                .valueStream()
                .map(feature -> feature.get("properties"))
                .filter(properties -> properties.get("net_carbon_kg").isNull())
                .toList();
        assertThat(withoutAccount)
                .isNotEmpty()
                .allSatisfy(properties ->
                        assertThat(properties.get("remarks").asString()).contains("carbon: no account for this code"));
    }

    @Test
    void anUploadIsImportedAnalysedAndPublishedByJobs() throws Exception {
        String csv = "id,wkt,名称\n"
                + "1,\"POLYGON((106.40 29.80,106.401 29.80,106.401 29.801,106.40 29.801,106.40 29.80))\",口袋公园\n";
        JsonNode imported = finished(post(
                "/api/studies/uploaded/imports/spaces",
                "口袋公园.csv",
                csv.getBytes(Charset.forName("GBK")),
                Map.of("crs", "EPSG:4326", "field", "name=名称")));
        assertThat(imported.get("state").asString()).as(imported.toString()).isEqualTo("DONE");
        assertThat(imported.get("progress").asInt()).isEqualTo(100);
        assertThat(imported.get("message").asString()).contains("口袋公园.csv").contains("1 of 1");

        assertThat(finished(post("/api/studies/uploaded/analyses")).get("state").asString())
                .isEqualTo("DONE");
        assertThat(finished(post("/api/studies/uploaded/publications"))
                        .get("state")
                        .asString())
                .isEqualTo("DONE");
        JsonNode spaces = JSON.readTree(get("/api/studies/uploaded/spaces").body());
        assertThat(spaces.get("spaces").get(0).get("name").asString()).isEqualTo("口袋公园");
        assertThat(spaces.get("spaces").get(0).get("green_ratio").isNull()).isTrue();
        assertThat(get("/wms?SERVICE=WMS&REQUEST=GetCapabilities").body()).contains("uploaded:");
    }

    @Test
    void aBadUploadFailsItsJobAndNothingElse() throws Exception {
        JsonNode job = finished(post(
                "/api/studies/chongqing/imports/spaces",
                "broken.geojson",
                "{\"type\":".getBytes(StandardCharsets.UTF_8),
                Map.of()));
        assertThat(job.get("state").asString()).isEqualTo("FAILED");
        assertThat(job.get("message").asString()).contains("broken.geojson");
        assertThat(JSON.readTree(get("/api/studies/chongqing/spaces").body())
                        .get("total")
                        .asInt())
                .isGreaterThan(27);
    }

    @Test
    void eventsEndWithTheJob() throws Exception {
        HttpResponse<String> accepted = post("/api/studies/chongqing/publications");
        String id = JSON.readTree(accepted.body()).get("id").asString();
        assertThat(accepted.headers().firstValue("location")).hasValue("/api/jobs/" + id);
        String events = get("/api/jobs/" + id + "/events").body();
        assertThat(events).contains("event:status").contains("\"progress\":100").contains("DONE");
    }

    @Test
    void pagesOfOtherOriginsMayReadButNotWrite() throws Exception {
        HttpRequest write = HttpRequest.newBuilder(uri("/api/studies/chongqing/analyses"))
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> refused = HTTP.send(write, HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("MICROSCAPE_TOKEN");
        HttpRequest read = HttpRequest.newBuilder(uri("/api/studies"))
                .header("Origin", "https://planner.example")
                .build();
        assertThat(HTTP.send(read, HttpResponse.BodyHandlers.ofString())
                        .headers()
                        .firstValue("access-control-allow-origin"))
                .hasValue("*");
    }

    @Test
    void givesCommunitiesWithTheirMicroSpacesAddedUp() throws Exception {
        JsonNode report =
                JSON.readTree(get("/api/studies/chongqing/communities").body());
        assertThat(report.get("communities")).hasSize(3);
        JsonNode community = report.get("communities").get(1);
        assertThat(community.get("name").asString()).isEqualTo("泉外园社区");
        assertThat(community.get("sampled_spaces").asInt()).isEqualTo(9);
        assertThat(community.get("carbon").get("net_carbon_kg").get("spaces").asInt())
                .isEqualTo(9);
        assertThat(get("/api/studies/atlantis/communities").statusCode()).isEqualTo(404);
    }

    @Test
    void comparesWithAScenarioForWhoeverMayRead() throws Exception {
        HttpResponse<String> answer = compare("""
                {scenario: half, changes: [{scale_account: {code: A1, component: operation_emission}, by: {amount: 0.5}}]}
                """);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode alternatives = JSON.readTree(answer.body()).get("alternatives");
        // A1: 90.44 kg of operation, half of it 45.22
        assertThat(alternatives
                                .get(0)
                                .get("total")
                                .get("kg")
                                .get("operation_emission_kg")
                                .asDouble()
                        - alternatives
                                .get(1)
                                .get("total")
                                .get("kg")
                                .get("operation_emission_kg")
                                .asDouble())
                .isCloseTo(45.22, within(1e-9));
        HttpResponse<String> wrong = compare("{scenario: wrong, changes: [{remove: {code: Z9}}, {drop: {}}]}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(wrong.body()).get("detail").asString()).contains("a change has no operation");
        assertThat(compare("x".repeat((1 << 20) + 1)).statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> compare(String scenario) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri("/api/studies/chongqing/comparisons"))
                        .header("Origin", "https://planner.example")
                        .POST(HttpRequest.BodyPublishers.ofString(scenario))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theMapPageNeedsNoOtherHost() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("https://").contains("webjars/ol");
    }

    @Test
    void operationsEndpointsAnswer() throws Exception {
        assertThat(get("/actuator/health").body()).contains("UP");
        assertThat(get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private static JsonNode finished(HttpResponse<String> accepted) throws Exception {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String id = JSON.readTree(accepted.body()).get("id").asString();
        get("/api/jobs/" + id + "/events");
        return JSON.readTree(get("/api/jobs/" + id).body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri(path))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(
            String path, String fileName, byte[] content, Map<String, String> parameters) throws Exception {
        StringBuilder query = new StringBuilder(path).append('?');
        parameters.forEach((name, value) -> query.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return HTTP.send(
                HttpRequest.newBuilder(uri(query.toString()))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create(server.address() + path);
    }
}
