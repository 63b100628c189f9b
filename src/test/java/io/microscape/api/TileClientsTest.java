package io.microscape.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.atlas.SnapshotAtlas;
import io.microscape.export.pyramid.PyramidOptions;
import io.microscape.export.pyramid.TilePyramidExport;
import io.microscape.pipeline.Settings;
import io.microscape.study.Progress;
import io.microscape.testing.Browser;
import io.microscape.testing.Gdal;
import io.microscape.testing.QgisClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
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

/** Tiles and tile archives of the sample study in the hands of QGIS, GDAL and OpenLayers. */
class TileClientsTest {
    private static final String LAYER = "chongqing:net_carbon";
    /** Space A4 takes up 823.14 kg: the class 500 to 1,000 kg of the style net_carbon. */
    private static final String CLASS_OF_A4 = "#80cdc1";

    private static final List<Double> IN_A4 = List.of(106.39264, 29.80423);
    private static final List<Double> BESIDE_A4 = List.of(106.39230, 29.80390);
    private static final List<Double> AROUND_A4 = List.of(106.39205, 29.80380, 106.39325, 29.80470);
    private static final Map<String, String> SETS = new TreeMap<>(
            Map.of("WebMercatorQuad", "EPSG:3857", "WorldCRS84Quad", "EPSG:4326", "CGCS2000Quad", "EPSG:4490"));

    @TempDir
    private static Path home;

    private static MicroscapeServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = MicroscapeServer.start(
                Settings.fromEnvironment(Map.of("MICROSCAPE_HOME", home.toString(), "MICROSCAPE_PORT", "0")),
                List.of(Path.of("sample-data", "chongqing", "study.yml")),
                Progress.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void qgisDrawsAndIdentifiesTheLayerInEverySet() throws Exception {
        JsonNode seen = new QgisClient(folder)
                .wmts(
                        server.address() + "/wmts?SERVICE=WMTS&REQUEST=GetCapabilities",
                        LAYER,
                        "net_carbon",
                        SETS,
                        IN_A4,
                        BESIDE_A4,
                        AROUND_A4);
        assertThat(seen.get("tiles").size()).isEqualTo(SETS.size());
        for (JsonNode tiles : seen.get("tiles")) {
            assertShowsA4(tiles);
        }
        for (JsonNode identified : seen.get("identified")) {
            assertThat(identified.get("code").asString()).isEqualTo("A4");
        }
    }

    /** GDAL works out place and size of every pixel from the matrices, in the axis order of the CRS. */
    @Test
    void gdalSeesTheSameSpaceInEverySet() throws Exception {
        for (String set : SETS.keySet()) {
            Path copy = folder.resolve(set + ".tif");
            Gdal.run(
                    "gdalwarp",
                    "-t_srs",
                    "EPSG:4326",
                    "-te",
                    106.392635,
                    29.804225,
                    106.392645,
                    29.804235,
                    "-ts",
                    1,
                    1,
                    "WMTS:" + server.address() + "/wmts?SERVICE=WMTS&REQUEST=GetCapabilities,layer=" + LAYER
                            + ",tilematrixset=" + set,
                    copy);
            assertThat(Gdal.run("gdallocationinfo", "-valonly", copy, 0, 0)
                            .strip()
                            .split("\\s+"))
                    .as(set)
                    .containsExactly("128", "205", "193", "255");
        }
    }

    /** Codes and values of a tile as GDAL decodes them, against those that the API gives. */
    @Test
    void gdalReadsTheAttributesOfAVectorTile() throws Exception {
        Path tile = folder.resolve("27079.mvt");
        Files.write(tile, get("/tiles/" + LAYER + "/16/52136/27079.mvt"));
        Map<String, JsonNode> expected = new TreeMap<>();
        for (JsonNode space : JsonMapper.shared()
                .readTree(get("/api/studies/chongqing/spaces"))
                .get("spaces")) {
            expected.put(space.get("code").asString(), space);
        }
        List<JsonNode> features = Gdal.features(tile.toString(), "X=52136", "Y=27079", "Z=16");
        assertThat(features).hasSizeGreaterThan(10);
        for (JsonNode feature : features) {
            JsonNode properties = feature.get("properties");
            JsonNode space = expected.get(properties.get("code").asString());
            assertThat(properties.get("name")).isEqualTo(space.get("name"));
            assertThat(properties.get("area_m2").asDouble())
                    .isCloseTo(space.get("area_m2").asDouble(), within(1e-9));
            assertThat(properties.get("net_carbon_kg").isNull())
                    .isEqualTo(space.get("net_carbon_kg").isNull());
        }
    }

    @Test
    void qgisAndGdalOpenTheArchives() throws Exception {
        TilePyramidExport export = new TilePyramidExport(new SnapshotAtlas(home));
        Path pictures = folder.resolve("pictures.gpkg");
        export.write(
                "chongqing",
                TilePyramidExport.Format.GEOPACKAGE,
                pictures,
                new PyramidOptions(List.of("net_carbon"), 0, 19, true),
                Progress.NONE);
        assertShowsA4(new QgisClient(folder)
                .rasters(List.of(pictures), IN_A4, BESIDE_A4, AROUND_A4)
                .get("rasters")
                .get(0));
        Path vectors = folder.resolve("vectors.mbtiles");
        export.write(
                "chongqing",
                TilePyramidExport.Format.MBTILES,
                vectors,
                new PyramidOptions(List.of("net_carbon", "roads"), 12, 15, false),
                Progress.NONE);
        assertThat(Gdal.run("ogrinfo", "-ro", "-so", vectors, "net_carbon"))
                .contains("net_carbon_kg: Real", "sampled: Integer(Boolean)", "name: String");
    }

    /** OpenLayers, from the page's own copy, in Debian's chromium. */
    @Test
    void openLayersReadsVectorTilesAndPictures() throws Exception {
        Path page = folder.resolve("tiles.html");
        Files.writeString(page, """
                <!DOCTYPE html><meta charset="UTF-8"><div id="map" style="width:512px;height:512px"></div><p id="seen">waiting</p>
                <script src="%1$s/webjars/ol/10.7.0/dist/ol.js"></script>
                <script>
                const vectors = new ol.layer.VectorTile({source: new ol.source.VectorTile({
                  format: new ol.format.MVT({idProperty: undefined}), maxZoom: 16,
                  url: '%1$s/tiles/%2$s/{z}/{x}/{y}.mvt'})});
                let pictures = 0;
                const xyz = new ol.source.XYZ({url: '%1$s/tiles/%2$s/{z}/{x}/{y}.png', crossOrigin: 'anonymous'});
                xyz.on('tileloadend', () => pictures++);
                const map = new ol.Map({target: 'map', layers: [new ol.layer.Tile({source: xyz}), vectors],
                  view: new ol.View({center: ol.proj.fromLonLat([106.39264, 29.80423]), zoom: 18})});
                map.on('rendercomplete', () => {
                  const found = map.getFeaturesAtPixel([256, 256]).map(f => f.get('code') + ' ' + f.get('net_carbon_kg'));
                  document.getElementById('seen').textContent = found.join() + '; pictures: ' + (pictures > 0);
                });
                </script>""".formatted(server.address(), LAYER));
        try (Browser browser = Browser.start()) {
            browser.open(page.toUri().toString()).waitForText("A4 823.14; pictures: true");
        }
    }

    private static void assertShowsA4(JsonNode picture) {
        String which = picture.get("name").asString();
        assertThat(picture.get("error").asString()).as(which).isEmpty();
        assertThat(picture.get("inside").asString()).as(which).isEqualTo(CLASS_OF_A4);
        assertThat(picture.get("outside").asString()).as(which).isEqualTo("#ffffff");
    }

    private static byte[] get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }
}
