package io.microscape.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.atlas.LayerPublisher;
import io.microscape.atlas.SnapshotAtlas;
import io.microscape.study.ContextFeature;
import io.microscape.study.ContextLayer;
import io.microscape.study.ContextTable;
import io.microscape.study.LocalizedText;
import io.microscape.study.Progress;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import io.microscape.testing.MemoryStudyStore;
import io.microscape.testing.ProcessResources;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Two layers of a study, all red and all blue by turns, are published again and again while several clients ask for maps,
 * information, tiles and capabilities: every answer is of one colour, and the same tag always stands for the same bytes.
 */
class PublicationUnderLoadTest {
    private static final String RED = "#FF0000";
    private static final String BLUE = "#0000FF";
    private static final int PUBLICATIONS = 60;
    private static final int SQUARES = 20;
    private static final Pattern SEQUENCE = Pattern.compile("updateSequence=\"(\\d+)\"");
    private static final String MAP = "/wms?SERVICE=WMS&VERSION=1.3.0&LAYERS=town:west,town:east&STYLES=&CRS=CRS:84"
            + "&BBOX=0,0,2,1&WIDTH=400&HEIGHT=200&FORMAT=image/png&REQUEST=";
    private static final List<String> REQUESTS = List.of(
            MAP + "GetMap",
            MAP.replace("LAYERS=town:west,town:east", "LAYERS=town") + "GetMap",
            MAP
                    + "GetFeatureInfo&QUERY_LAYERS=town:west,town:east&I=200&J=100&INFO_FORMAT=application/json&TOLERANCE=20",
            "/tiles/town/0/0/0.png",
            "/tiles/town/5/16/15.mvt",
            "/wms?SERVICE=WMS&REQUEST=GetCapabilities");
    private static final String STYLE = """
            <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
            <NamedLayer><Name>paint</Name><UserStyle><FeatureTypeStyle><Rule><PolygonSymbolizer><Fill>
            <CssParameter name="fill"><ogc:PropertyName>colour</ogc:PropertyName></CssParameter>
            </Fill></PolygonSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
            """;

    @TempDir
    private Path folder;

    private final MemoryStudyStore store = new MemoryStudyStore();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> bodies = new ConcurrentHashMap<>();
    private final Set<String> coloursSeen = ConcurrentHashMap.newKeySet();
    private volatile boolean publishing = true;

    @Test
    void everyAnswerIsOfOneVersion() throws Exception {
        Path home = folder.resolve("home");
        Files.writeString(Files.createDirectories(folder.resolve("styles")).resolve("paint.sld"), STYLE);
        publish(home, RED);
        try (MapServer server = MapServer.start(new SnapshotAtlas(home))) {
            for (String request : REQUESTS) {
                check(server, request, null, 0);
            }
            long handles = ProcessResources.fileHandles();
            List<Future<Long>> clients = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(REQUESTS.size());
            for (String request : REQUESTS) {
                clients.add(threads.submit(() -> askAgainAndAgain(server, request)));
            }
            for (int i = 1; i <= PUBLICATIONS; i++) {
                publish(home, i % 2 == 0 ? RED : BLUE);
                Thread.sleep(10);
            }
            publishing = false;
            for (Future<Long> client : clients) {
                assertThat(client.get()).isGreaterThan(10);
            }
            threads.shutdown();
            assertThat(coloursSeen).contains(RED + REQUESTS.get(0), BLUE + REQUESTS.get(0), BLUE + REQUESTS.get(3));
            assertThat(snapshotFiles(home)).as("only what is published now").hasSize(2);
            // the atlas lets go of old publications when it is asked for something
            assertThat(ProcessResources.afterCollecting(() -> {
                        check(server, REQUESTS.get(0), null, 0);
                        return ProcessResources.deletedFilesMapped(home) == 0;
                    }))
                    .as("old snapshots are unmapped")
                    .isTrue();
            // each client may keep its connection, whose other end is in this process too
            assertThat(ProcessResources.fileHandles()).isLessThanOrEqualTo(handles + 3L * REQUESTS.size());
        }
    }

    private long askAgainAndAgain(MapServer server, String request) throws Exception {
        long answers = 0;
        long sequence = 0;
        String tag = null;
        while (publishing) {
            HttpResponse<byte[]> answer = check(server, request, answers % 2 == 0 ? null : tag, sequence);
            tag = answer.headers().firstValue("ETag").orElse(null);
            Matcher matcher = SEQUENCE.matcher(text(answer));
            sequence = matcher.find() ? Long.parseLong(matcher.group(1)) : sequence;
            answers++;
        }
        return answers;
    }

    /** @param known tag to send along; @param sequence update sequence of an earlier answer */
    private HttpResponse<byte[]> check(MapServer server, String request, String known, long sequence)
            throws IOException, InterruptedException {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(server.address() + request));
        if (known != null) {
            asked.header("If-None-Match", known);
        }
        HttpResponse<byte[]> answer = http.send(asked.build(), BodyHandlers.ofByteArray());
        String tag = answer.headers().firstValue("ETag").orElse("");
        if (answer.statusCode() == 304) {
            assertThat(tag).isEqualTo(known);
            return answer;
        }
        assertThat(answer.statusCode()).as(request + ": " + text(answer)).isEqualTo(200);
        if (request.contains("GetCapabilities")) {
            Matcher matcher = SEQUENCE.matcher(text(answer));
            assertThat(matcher.find()).isTrue();
            assertThat(Long.parseLong(matcher.group(1))).isGreaterThanOrEqualTo(sequence);
            assertThat(text(answer)).contains("town:west", "town:east", "</WMS_Capabilities>");
            return answer;
        }
        String colour =
                request.endsWith("GetMap") || request.endsWith(".png") ? colourOf(answer) : colourIn(text(answer));
        coloursSeen.add(colour + request);
        if (!tag.isEmpty()) {
            int body = Arrays.hashCode(answer.body());
            Integer before = bodies.putIfAbsent(request + tag, body);
            assertThat(before == null ? body : before)
                    .as("one tag, one picture")
                    .isEqualTo(body);
            assertThat(bodies.keySet().stream().filter(key -> key.startsWith(request + "\"")))
                    .as("one tag for each colour")
                    .hasSizeLessThanOrEqualTo(2);
        }
        return answer;
    }

    private static String colourOf(HttpResponse<byte[]> answer) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        boolean red = Arrays.stream(pixels).anyMatch(pixel -> (pixel >> 16 & 0xFF) > (pixel & 0xFF));
        boolean blue = Arrays.stream(pixels).anyMatch(pixel -> (pixel >> 16 & 0xFF) < (pixel & 0xFF));
        assertThat(red ^ blue).as("wholly of one version").isTrue();
        return red ? RED : BLUE;
    }

    private static String colourIn(String text) {
        assertThat(text.contains(RED) ^ text.contains(BLUE)).as(text).isTrue();
        return text.contains(RED) ? RED : BLUE;
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Two layers side by side, of squares in that colour. */
    private void publish(Path home, String colour) {
        store.contextTables.clear();
        for (String layer : List.of("west", "east")) {
            List<ContextFeature> squares = new ArrayList<>();
            for (int i = 0; i < SQUARES * SQUARES; i++) {
                double x = (layer.equals("east") ? 1 : 0) + (double) (i % SQUARES) / SQUARES;
                double y = (double) (i / SQUARES) / SQUARES;
                Envelope box = new Envelope(x, x + 1.0 / SQUARES, y, y + 1.0 / SQUARES);
                squares.add(new ContextFeature(new GeometryFactory().toGeometry(box), List.of(colour)));
            }
            store.contextTables.put(
                    new ContextTable(
                            new ContextLayer(
                                    layer,
                                    new LocalizedText(layer, null),
                                    new LocalizedText(null, null),
                                    List.of(),
                                    "paint",
                                    true,
                                    null,
                                    null),
                            ContextTable.Kind.POLYGONS,
                            List.of(new ContextTable.Column("colour", ContextTable.Type.TEXT))),
                    squares);
        }
        Study study =
                new Study("town", new LocalizedText("Town", null), "EPSG:4544", StudyParameters.DEFAULTS, List.of());
        new LayerPublisher(home).publish(store, study, List.of(folder), Progress.NONE);
    }

    private static Set<Path> snapshotFiles(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".fgb")).collect(Collectors.toSet());
        }
    }
}
