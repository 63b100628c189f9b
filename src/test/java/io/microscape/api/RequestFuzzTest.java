package io.microscape.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.microscape.atlas.LayerPublisher;
import io.microscape.atlas.SnapshotAtlas;
import io.microscape.ogc.OgcSchemas;
import io.microscape.study.ContextFeature;
import io.microscape.study.ContextLayer;
import io.microscape.study.ContextTable;
import io.microscape.study.LayerDimension;
import io.microscape.study.LayerTraits;
import io.microscape.study.LocalizedText;
import io.microscape.study.Progress;
import io.microscape.study.ScaleRange;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import io.microscape.testing.MemoryStudyStore;
import io.microscape.testing.ProcessResources;
import io.microscape.testing.RawHttp;
import io.microscape.testing.RawHttp.Answer;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ten thousand requests over sockets, most of them right but for one or two things and some that are hardly HTTP: each is
 * answered with what was asked for or with a valid report, none with 500, and the server holds no more afterwards than
 * after the first thousand.
 */
class RequestFuzzTest {
    private static final int REQUESTS = 10_000;
    private static final int WARM_UP = 1_000;
    private static final long SEED = 20261121;
    private static final long HEAP_SLACK = 40L << 20;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final String MAP =
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=town:parks&STYLES=&CRS=CRS:84"
                    + "&BBOX=106,29,107,30&WIDTH=64&HEIGHT=64&FORMAT=image/png";

    /** Entities that multiply, an entity from a file, and depth. */
    private static final List<String> STYLES = List.of(
            "<!DOCTYPE a [<!ENTITY b \"cccccccccc\"><!ENTITY d \"%26b;%26b;%26b;%26b;%26b;%26b;%26b;%26b;\"><!ENTITY e"
                    + " \"%26d;%26d;%26d;%26d;%26d;%26d;%26d;%26d;\">]><StyledLayerDescriptor>%26e;%26e;</StyledLayerDescriptor>",
            "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><StyledLayerDescriptor>%26f;</StyledLayerDescriptor>",
            "<a>".repeat(500),
            "<StyledLayerDescriptor version=\"1.0.0\"><NamedLayer><Name>town:parks</Name><UserStyle><FeatureTypeStyle><Rule>"
                    + "<PolygonSymbolizer><Fill/></PolygonSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer>"
                    + "</StyledLayerDescriptor>");

    private static final List<String> TARGETS = List.of(
            MAP,
            MAP,
            MAP + "&TRANSPARENT=TRUE&BGCOLOR=0xFFEEDD&EXCEPTIONS=INIMAGE",
            MAP.replace("VERSION=1.3.0", "VERSION=1.1.1").replace("CRS=CRS:84", "SRS=EPSG:4326"),
            MAP.replace("town:parks", "town:trees") + "&TIME=2019/2020",
            MAP.replace("town:parks", "town") + "&TIME=2019",
            MAP + "&CQL_FILTER=area%3E5+AND+name+LIKE+'%25a%25'",
            MAP + "&SLD_BODY=" + STYLES.get(0).replace(" ", "+"),
            MAP.replace("GetMap", "GetFeatureInfo") + "&QUERY_LAYERS=town:parks&I=30&J=30&INFO_FORMAT=application/json",
            MAP.replace("GetMap", "GetFeatureInfo") + "&QUERY_LAYERS=town:parks&I=30&J=30&INFO_FORMAT=text/html",
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=town:parks&FORMAT=image/png&WIDTH=20&HEIGHT=20",
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities&UPDATESEQUENCE=0&LANGUAGE=zh",
            "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetStyles&LAYERS=town:parks&STYLES=polygons",
            "/wmts?SERVICE=WMTS&REQUEST=GetCapabilities&VERSION=1.0.0",
            "/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=town:parks&STYLE=polygons&FORMAT=image/png"
                    + "&TILEMATRIXSET=WebMercatorQuad&TILEMATRIX=5&TILEROW=13&TILECOL=25",
            "/wmts?SERVICE=WMTS&REQUEST=GetFeatureInfo&VERSION=1.0.0&LAYER=town:parks&STYLE=polygons&FORMAT=image/png"
                    + "&TILEMATRIXSET=WebMercatorQuad&TILEMATRIX=5&TILEROW=13&TILECOL=25&I=1&J=1&INFOFORMAT=text/plain",
            "/tiles/town:parks/polygons/WebMercatorQuad/5/13/25.png",
            "/tiles/town:parks/5/25/13.png",
            "/tiles/town:parks/5/25/13.mvt",
            "/tiles/town/tilejson.json?language=en");

    private static final List<String> VALUES = List.of(
            "",
            "-1",
            "0",
            "1",
            "99999999999999999999999",
            "2147483648",
            "1e400",
            "-1e308,-1e308,1e308,1e308",
            "1e-300,0,2e-300,1",
            "NaN",
            "Infinity",
            "0x",
            "%",
            "%E5%8C%97",
            "%B1%B1",
            "%00",
            "%0D%0AX:%20y",
            "%F0%9F%8C%B3",
            "..%2F..%2Fetc",
            "..;/",
            "'%20OR%201=1--",
            "%3Cscript%3E",
            "${jndi:x}",
            "town",
            "town,town,town",
            "town:Street+trees",
            ",,,,,,,,",
            "EPSG:3857",
            "EPSG:4544",
            "AUTO2:42001,1,0,0",
            "1.1.1",
            "9.9",
            "image/jpeg",
            "INIMAGE",
            "BLANK",
            "0xFF00FF",
            "current",
            "2019/2020/P1Y",
            "2020/2019",
            "5000",
            "(((((((((((((((((((((((((((((((((((((((((((((((((((((((((",
            "name+LIKE+'%25%25%25%25%25%25%25%25%25%25%25%25a'",
            "INTERSECTS(geometry,POLYGON((0+0,1+1,2+2)))",
            "exec('x')=1",
            "1".repeat(3000),
            "GetMap",
            "GetFeatureInfo",
            "GetTile",
            "24",
            "%ff%fe");

    /** Requests that are hardly any. */
    private static final List<String> MALFORMED = List.of(
            "GET\r\n\r\n",
            "GET /wms?REQUEST=GetMap HTTP/9.9\r\n\r\n",
            "GET /wms?REQUEST=<> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /wms?\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /%zz/wms HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /tiles/%2e%2e/%2e%2e/0/0/0.png HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /wms HTTP/1.1\r\nConnection: close\r\n\r\n",
            "GET /wms HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
            "GET /wms HTTP/1.1\r\nHost: x\r\nX-" + "y".repeat(100_000) + ": z\r\n\r\n",
            "GET /wms?" + "A".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /wms?REQUEST=GetCapabilities HTTP/1.1\r\nHost: x\r\nX-Forwarded-Host: \"<>\"\r\nConnection: close\r\n\r\n",
            "GET /wms?REQUEST=GetCapabilities HTTP/1.1\r\nHost: x\r\nAccept-Language: ;;q=9,\u00e9\r\nConnection: close\r\n\r\n",
            "GET " + MAP + " HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"\"\",W/\r\nConnection: close\r\n\r\n",
            "BREW /wms HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "DELETE /wms HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "POST /wms HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n"
                    + "Connection: close\r\n\r\nREQUEST=%",
            "POST /wms HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 4\r\nConnection: close\r\n\r\n<a/>",
            "POST /wms HTTP/1.1\r\nHost: x\r\nContent-Type: nonsense\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "POST /wms HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n",
            "POST /wms HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\nConnection: close\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n");

    @TempDir
    private static Path folder;

    private static MapServer server;
    private static Schema wmsExceptions;
    private static Schema owsExceptions;

    @BeforeAll
    static void start() throws Exception {
        publish(folder.resolve("home"));
        server = MapServer.start(new SnapshotAtlas(folder.resolve("home")));
        wmsExceptions = OgcSchemas.schema("http://schemas.opengis.net/wms/1.3.0/exceptions_1_3_0.xsd");
        owsExceptions = OgcSchemas.schema("http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyAnswerIsValidAndNothingIsKept() throws Exception {
        Random random = new Random(SEED);
        Map<String, Integer> counts = new TreeMap<>();
        long handles = 0;
        long threads = 0;
        long direct = 0;
        long heap = 0;
        for (int i = 0; i < REQUESTS; i++) {
            if (i == WARM_UP) {
                handles = ProcessResources.fileHandles();
                threads = ProcessResources.threads();
                direct = ProcessResources.directMemory();
                heap = ProcessResources.heapInUse();
            }
            String request = request(random);
            counts.merge(kindOf(request, RawHttp.exchange(server.port(), request)), 1, Integer::sum);
        }
        assertThat(counts.keySet())
                .as("answers of every kind: " + counts)
                .contains(
                        "picture",
                        "vector tile",
                        "information",
                        "WMS_Capabilities",
                        "ServiceExceptionReport",
                        "ExceptionReport",
                        "400",
                        "404");
        assertThat(counts.get("picture")).isGreaterThan(REQUESTS / 10);
        assertThat(counts.get("ServiceExceptionReport")).isGreaterThan(REQUESTS / 10);
        assertThat(ProcessResources.fileHandles()).as("file handles").isLessThanOrEqualTo(handles + 8);
        assertThat(ProcessResources.threads()).as("threads").isLessThanOrEqualTo(threads + 8);
        assertThat(ProcessResources.directMemory()).as("direct memory").isLessThanOrEqualTo(direct + (8L << 20));
        assertThat(ProcessResources.heapInUse()).as("heap").isLessThanOrEqualTo(heap + HEAP_SLACK);
    }

    private static String request(Random random) {
        int sort = random.nextInt(20);
        if (sort == 0) {
            return MALFORMED.get(random.nextInt(MALFORMED.size()));
        }
        String target = mutated(TARGETS.get(random.nextInt(TARGETS.size())), random);
        String query = target.substring(target.indexOf('?') + 1);
        if (sort == 1 && target.startsWith("/wms?")) {
            return "POST /wms HTTP/1.0\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + query.length() + "\r\n\r\n" + query;
        }
        return "GET " + target + " HTTP/1.0\r\nAccept-Language: " + (sort % 2 == 0 ? "zh-CN,zh;q=0.9" : "en")
                + "\r\n\r\n";
    }

    /** One or two parameters, or parts of the path, left out, doubled, scrambled or given another value. */
    private static String mutated(String target, Random random) {
        boolean inQuery = target.indexOf('?') >= 0;
        int start = target.indexOf(inQuery ? '?' : '/') + 1;
        String separator = inQuery ? "&" : "/";
        List<String> parts =
                new ArrayList<>(Arrays.asList(target.substring(start).split(separator)));
        for (int mutations = random.nextInt(3); mutations > 0; mutations--) {
            int at = random.nextInt(parts.size());
            String part = parts.get(at);
            String name = part.substring(0, part.indexOf('=') + 1);
            String value = random.nextInt(8) == 0
                    ? STYLES.get(random.nextInt(STYLES.size())).replace(" ", "+")
                    : VALUES.get(random.nextInt(VALUES.size()));
            switch (random.nextInt(5)) {
                case 0 -> parts.set(at, name.toLowerCase(java.util.Locale.ROOT) + value);
                case 1 -> parts.add(at, name + value);
                case 2 -> parts.set(at, scrambled(part, random));
                case 3 -> parts.set(at, part + value);
                default -> parts.set(at, name + value);
            }
        }
        return target.substring(0, start) + String.join(separator, parts);
    }

    private static String scrambled(String part, Random random) {
        if (part.isEmpty()) {
            return part;
        }
        StringBuilder text = new StringBuilder(part);
        text.setCharAt(random.nextInt(part.length()), (char) (33 + random.nextInt(94)));
        return text.toString();
    }

    /** Checks an answer; what it is, or the status of one that refuses the request as HTTP. */
    private static String kindOf(String request, Answer answer) throws Exception {
        String asked = request.lines().findFirst().orElse("");
        assertThat(answer.status()).as(asked + "\n" + answer.text()).isIn(200, 204, 400, 404, 405, 414, 415, 501, 505);
        if (answer.status() == 204) {
            return "nothing to see";
        }
        String type = answer.header("content-type").split(";", 2)[0];
        switch (type) {
            case "image/png", "image/jpeg" -> {
                assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())))
                        .as(asked)
                        .isNotNull();
                return "picture";
            }
            case "application/vnd.mapbox-vector-tile" -> {
                assertThat(VectorTile.Tile.parseFrom(answer.body()).getLayersCount())
                        .as(asked)
                        .isPositive();
                return "vector tile";
            }
            case "application/json", "application/geo+json", "application/problem+json" -> {
                assertThat(JsonMapper.shared().readTree(answer.body()).isObject())
                        .as(asked)
                        .isTrue();
            }
            case "text/plain" -> assertThat(answer.text()).as(asked).doesNotContain("Exception");
            case "text/html" ->
                assertThat(answer.text()).as(asked).contains("</html>").doesNotContain("\tat ");
            case "" -> assertThat(answer.status()).as(asked).isEqualTo(400);
            default -> {
                return rootOf(asked, answer);
            }
        }
        return answer.status() == 200 ? "information" : Integer.toString(answer.status());
    }

    private static String rootOf(String asked, Answer answer) throws Exception {
        Document document = OgcSchemas.parse(answer.body());
        String root = document.getDocumentElement().getLocalName();
        assertThat(root)
                .as(asked)
                .isIn(
                        "ServiceExceptionReport",
                        "ExceptionReport",
                        "WMS_Capabilities",
                        "WMT_MS_Capabilities",
                        "Capabilities",
                        "StyledLayerDescriptor",
                        "FeatureCollection");
        if (root.equals("ServiceExceptionReport")
                && answer.header("content-type").startsWith("text/xml")) {
            wmsExceptions.newValidator().validate(new DOMSource(document));
        } else if (root.equals("ExceptionReport")) {
            owsExceptions.newValidator().validate(new DOMSource(document));
        }
        return root;
    }

    /** Squares, crossing lines and points with times in one study, one of the layers named by two words. */
    private static void publish(Path home) {
        MemoryStudyStore store = new MemoryStudyStore();
        List<ContextFeature> parks = new ArrayList<>();
        List<ContextFeature> trees = new ArrayList<>();
        List<ContextFeature> streets = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            double x = 106 + i % 10 / 10.0;
            double y = 29 + i / 10 / 10.0;
            Geometry square = GEOMETRIES.toGeometry(new Envelope(x, x + 0.08, y, y + 0.08));
            parks.add(new ContextFeature(square, Arrays.asList(i % 7 == 0 ? null : "公园 park " + i, (double) i)));
            trees.add(new ContextFeature(
                    GEOMETRIES.createPoint(new Coordinate(x, y)), List.of(Integer.toString(2015 + i % 10))));
            streets.add(new ContextFeature(
                    GEOMETRIES.createLineString(
                            new Coordinate[] {new Coordinate(106, y), new Coordinate(107, 59 - y), new Coordinate(x, 29)
                            }),
                    List.of("街")));
        }
        LayerDimension time = new LayerDimension(
                "time",
                "planted",
                "ISO8601",
                null,
                "2020",
                true,
                true,
                true,
                List.of("2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024"));
        add(store, "parks", ContextTable.Kind.POLYGONS, LayerTraits.NONE, parks, "name TEXT", "area DECIMAL");
        add(
                store,
                "Street trees",
                ContextTable.Kind.POINTS,
                new LayerTraits(false, new ScaleRange(null, 1e7), List.of(time)),
                trees,
                "planted TEXT");
        add(
                store,
                "trees",
                ContextTable.Kind.POINTS,
                new LayerTraits(true, null, List.of(time)),
                trees,
                "planted TEXT");
        add(store, "streets", ContextTable.Kind.LINES, null, streets, "name TEXT");
        Study study =
                new Study("town", new LocalizedText("Town", "城"), "EPSG:4544", StudyParameters.DEFAULTS, List.of());
        new LayerPublisher(home).publish(store, study, List.of(), Progress.NONE);
    }

    private static void add(
            MemoryStudyStore store,
            String name,
            ContextTable.Kind kind,
            LayerTraits traits,
            List<ContextFeature> features,
            String... columns) {
        ContextLayer layer = new ContextLayer(
                name,
                new LocalizedText(name, null),
                new LocalizedText(null, null),
                List.of(),
                null,
                !name.equals("streets"),
                null,
                traits);
        List<ContextTable.Column> described = Arrays.stream(columns)
                .map(column -> column.split(" "))
                .map(column -> new ContextTable.Column(column[0], ContextTable.Type.valueOf(column[1])))
                .toList();
        store.contextTables.put(new ContextTable(layer, kind, described), features);
    }
}
