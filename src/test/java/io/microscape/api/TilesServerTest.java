package io.microscape.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.ogc.OgcSchemas;
import io.microscape.pipeline.Settings;
import io.microscape.study.Progress;
import io.microscape.tiles.Gzip;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tiles of the sample study as HTTP clients get them. Space A4 lies on tile 16/52136/27079 of WebMercatorQuad. */
class TilesServerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String LAYER = "chongqing:net_carbon";
    private static final String TILE = "16/52136/27079";
    private static final String EMPTY_TILE = "16/1/1";
    private static final String GET_TILE = "/wmts?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&LAYER=" + LAYER
            + "&STYLE=net_carbon&FORMAT=image/png&TILEMATRIXSET=WebMercatorQuad&TILEMATRIX=16&TILEROW=27079&TILECOL=52136";

    @TempDir
    private static Path home;

    private static MicroscapeServer server;

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

    /**
     * The schema takes the limits of rows and columns for positive numbers and says beside them that they begin at 0, an
     * error known for long: a limit of 0 is shown to it as 1.
     */
    @ParameterizedTest
    @CsvSource({"''", "&LANGUAGE=en", "&LANGUAGE=zh"})
    void capabilitiesAreValidAgainstTheSchemaOfTheOgc(String language) throws Exception {
        byte[] document =
                get("/wmts?SERVICE=WMTS&REQUEST=GetCapabilities" + language).body();
        OgcSchemas.schema("http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd")
                .newValidator()
                .validate(new StreamSource(new StringReader(new String(document, StandardCharsets.UTF_8)
                        .replaceAll("<(M(in|ax)Tile(Row|Col))>0<", "<$1>1<"))));
        Document capabilities = OgcSchemas.parse(document);
        assertThat(capabilities.getElementsByTagName("TileMatrixSet").getLength())
                .isGreaterThan(3);
        assertThat(capabilities.getElementsByTagName("LegendURL").getLength()).isPositive();
        assertThat(get("/wmts/1.0.0/WMTSCapabilities.xml?" + language.replaceFirst("^&", ""))
                        .body())
                .isEqualTo(document);
    }

    @Test
    void bothFormsOfTheTileServiceAndTheAddressOfWebMapsGiveTheSameTile() throws Exception {
        HttpResponse<byte[]> pairs = get(GET_TILE);
        assertThat(pairs.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(get("/tiles/" + LAYER + "/net_carbon/WebMercatorQuad/16/27079/52136.png")
                        .body())
                .isEqualTo(pairs.body());
        assertThat(get("/tiles/" + LAYER + "/" + TILE + ".png").body()).isEqualTo(pairs.body());
    }

    /** The box of tile 16/52136/27079: the world is 2 · 20037508.342789244 m wide and 65,536 tiles. */
    @Test
    void aTileIsTheMapOfItsBox() throws Exception {
        double edge = 20037508.342789244;
        double span = 2 * edge / 65536;
        double west = -edge + 52136 * span;
        double north = edge - 27079 * span;
        BufferedImage map = picture(get("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=" + LAYER
                + "&STYLES=&CRS=EPSG:3857&BBOX=" + west + "," + (north - span) + "," + (west + span) + "," + north
                + "&WIDTH=256&HEIGHT=256&FORMAT=image/png&TRANSPARENT=TRUE"));
        BufferedImage tile = picture(get("/tiles/" + LAYER + "/" + TILE + ".png"));
        int inked = 0;
        int different = 0;
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                inked += map.getRGB(x, y) >>> 24 == 0 ? 0 : 1;
                different += map.getRGB(x, y) == tile.getRGB(x, y) ? 0 : 1;
            }
        }
        assertThat(inked).isGreaterThan(500);
        assertThat(different).isLessThan(inked / 100);
    }

    /** Twice the pixels for the same place, with symbols of twice the size: 90.714 dpi is a pixel of 0.28 mm. */
    @Test
    void aTileForADenseScreenIsTheMapOfTwiceItsDensity() throws Exception {
        double edge = 20037508.342789244;
        double span = 2 * edge / 65536;
        double west = -edge + 52136 * span;
        double north = edge - 27079 * span;
        BufferedImage map = picture(get("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=" + LAYER
                + "&STYLES=&CRS=EPSG:3857&BBOX=" + west + "," + (north - span) + "," + (west + span) + "," + north
                + "&WIDTH=512&HEIGHT=512&FORMAT=image/png&TRANSPARENT=TRUE&DPI=" + 2 * 25.4 / 0.28));
        HttpResponse<byte[]> dense = get("/tiles/" + LAYER + "/" + TILE + "@2x.png");
        BufferedImage tile = picture(dense);
        assertThat(tile.getWidth()).isEqualTo(512);
        int inked = 0;
        int different = 0;
        for (int y = 0; y < 512; y++) {
            for (int x = 0; x < 512; x++) {
                inked += map.getRGB(x, y) >>> 24 == 0 ? 0 : 1;
                different += map.getRGB(x, y) == tile.getRGB(x, y) ? 0 : 1;
            }
        }
        assertThat(inked).isGreaterThan(2000);
        assertThat(different).isLessThan(inked / 100);
        assertThat(get("/tiles/" + LAYER + "/net_carbon/WebMercatorQuad/16/27079/52136@2x.png")
                        .body())
                .isEqualTo(dense.body());
        assertThat(picture(get("/tiles/" + LAYER + "/" + EMPTY_TILE + "@2x.png"))
                        .getWidth())
                .isEqualTo(512);
        assertThat(get("/tiles/" + LAYER + "/" + TILE + "@3x.png").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "TILECOL=52136, '',              400, MissingParameterValue, TILECOL",
        "LAYER=chongqing:net_carbon, LAYER=nowhere, 400, InvalidParameterValue, LAYER",
        "STYLE=net_carbon, STYLE=pretty, 400, InvalidParameterValue, STYLE",
        "FORMAT=image/png, FORMAT=image/tiff, 400, InvalidParameterValue, FORMAT",
        "TILEMATRIXSET=WebMercatorQuad, TILEMATRIXSET=Mars, 400, InvalidParameterValue, TILEMATRIXSET",
        "TILEMATRIX=16, TILEMATRIX=99,   400, InvalidParameterValue, TILEMATRIX",
        "TILEROW=27079, TILEROW=-1,      400, InvalidParameterValue, TILEROW",
        "TILEROW=27079, TILEROW=1,       400, TileOutOfRange, TILEROW",
        "TILECOL=52136, TILECOL=65536,   400, TileOutOfRange, TILECOL",
        "VERSION=1.0.0, VERSION=2.0.0,   400, InvalidParameterValue, VERSION",
        "VERSION=1.0.0, '',              400, MissingParameterValue, VERSION",
        "REQUEST=GetTile, REQUEST=GetMap, 501, OperationNotSupported, GetMap",
        "SERVICE=WMTS, '',               400, MissingParameterValue, SERVICE"
    })
    void reportsProblemsAsTheStandardHasThem(String part, String instead, int status, String code, String locator)
            throws Exception {
        HttpResponse<byte[]> answer = get(GET_TILE.replace(part, instead));
        assertThat(answer.statusCode()).isEqualTo(status);
        OgcSchemas.schema("http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd")
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(answer.body())));
        Element exception = (Element) OgcSchemas.parse(answer.body())
                .getElementsByTagName("Exception")
                .item(0);
        assertThat(exception.getAttribute("exceptionCode")).isEqualTo(code);
        assertThat(exception.getAttribute("locator")).isEqualTo(locator);
    }

    @Test
    void saysWhatIsAtAPixelOfATile() throws Exception {
        int[] pixel = pixelOf(106.39264, 29.80423);
        String info = GET_TILE.replace("GetTile", "GetFeatureInfo") + "&INFOFORMAT=application/json&I=" + pixel[0]
                + "&J=" + pixel[1];
        JsonNode found = JsonMapper.shared().readTree(get(info).body());
        assertThat(found.get("features").get(0).get("properties").get("code").asString())
                .isEqualTo("A4");
        HttpResponse<byte[]> outside = get(info.replaceFirst("&I=\\d+", "&I=256"));
        assertThat(outside.statusCode()).isEqualTo(400);
        assertThat(new String(outside.body(), StandardCharsets.UTF_8)).contains("PointIJOutOfRange");
    }

    @Test
    void aTileThatTheClientHasIsNotSentAgain() throws Exception {
        String tag = get("/tiles/" + LAYER + "/" + TILE + ".png")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<byte[]> again = get("/tiles/" + LAYER + "/" + TILE + ".png", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        String version = tag.replace("\"", "");
        assertThat(get("/tiles/" + LAYER + "/" + TILE + ".png?v=" + version)
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow())
                .contains("immutable");
        assertThat(get("/tiles/" + LAYER + "/" + TILE + ".png?v=old")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow())
                .contains("must-revalidate");
    }

    @Test
    void emptyTilesAreBlankPicturesAndNoVectors() throws Exception {
        BufferedImage blank = picture(get("/tiles/" + LAYER + "/" + EMPTY_TILE + ".png"));
        assertThat(blank.getRGB(0, 0, 256, 256, null, 0, 256)).containsOnly(0);
        HttpResponse<byte[]> vectors = get("/tiles/" + LAYER + "/" + EMPTY_TILE + ".mvt");
        assertThat(vectors.statusCode()).isEqualTo(204);
        assertThat(vectors.body()).isEmpty();
    }

    @Test
    void vectorTilesAreZippedForThoseWhoTakeIt() throws Exception {
        HttpResponse<byte[]> plain = get("/tiles/" + LAYER + "/" + TILE + ".mvt");
        HttpResponse<byte[]> zipped = get("/tiles/" + LAYER + "/" + TILE + ".mvt", "Accept-Encoding", "br, gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.headers().firstValue("Content-Type")).contains("application/vnd.mapbox-vector-tile");
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(Gzip.unzip(zipped.body())).isEqualTo(plain.body());
    }

    @Test
    void tileJsonLeadsToTheTiles() throws Exception {
        JsonNode document = JsonMapper.shared()
                .readTree(get("/tiles/" + LAYER + "/tilejson.json").body());
        assertThat(document.get("tilejson").asString()).isEqualTo("3.0.0");
        JsonNode layer = document.get("vector_layers").get(0);
        assertThat(layer.get("id").asString()).isEqualTo("net_carbon");
        assertThat(layer.get("fields").get("net_carbon_kg").asString()).isEqualTo("Number");
        assertThat(layer.get("fields").get("sampled").asString()).isEqualTo("Boolean");
        assertThat(document.get("bounds").get(0).asDouble()).isBetween(106.3, 106.4);
        String tile = document.get("tiles")
                .get(0)
                .asString()
                .replace("{z}/{x}/{y}", TILE)
                .replace(server.address(), "");
        assertThat(get(tile).headers().firstValue("Cache-Control").orElseThrow())
                .contains("immutable");
        assertThat(get("/tiles/chongqing/tilejson.json").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/tiles/nowhere/1/1/1.png",
        "/tiles/chongqing:net_carbon/25/1/1.png",
        "/tiles/chongqing:net_carbon/1/2/1.mvt",
        "/tiles/chongqing:net_carbon/1/one/1.mvt",
        "/tiles/chongqing:net_carbon/99999999999/1/1.mvt",
        "/tiles/nowhere/tilejson.json"
    })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void pagesOfAnyOriginMayReadTiles() throws Exception {
        assertThat(get("/tiles/" + LAYER + "/" + TILE + ".mvt", "Origin", "https://example.org")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    /** Column and row on tile 16/52136/27079, by the formulas of the spherical Mercator. */
    private static int[] pixelOf(double longitude, double latitude) {
        double x = (longitude + 180) / 360 * 65536 * 256 - 52136 * 256;
        double latitudeRadians = Math.toRadians(latitude);
        double asinh = Math.log(Math.tan(latitudeRadians) + 1 / Math.cos(latitudeRadians));
        double y = (1 - asinh / Math.PI) / 2 * 65536 * 256 - 27079 * 256;
        assertThat(x).isBetween(0.0, 256.0);
        assertThat(y).isBetween(0.0, 256.0);
        return new int[] {(int) x, (int) y};
    }

    private static BufferedImage picture(HttpResponse<byte[]> answer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
