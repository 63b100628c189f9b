package io.microscape.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.atlas.LayerPublisher;
import io.microscape.cli.Microscape;
import io.microscape.study.ContextFeature;
import io.microscape.study.ContextLayer;
import io.microscape.study.ContextTable;
import io.microscape.study.LocalizedText;
import io.microscape.study.Progress;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import io.microscape.testing.MemoryStudyStore;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A server with a heap of 256 MB that is asked for 64 maps of 2048 × 2048 at once, whose pixels alone are 1 GB, and for a map
 * of 60,000 names. The virtual machine ends itself when memory runs out, so that nothing can hide it.
 */
class CrowdedServerTest {
    private static final int REQUESTS = 64;
    private static final int SIDE = 2048;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final Pattern READY = Pattern.compile("WMS (http://\\S+/wms)");
    /** Outlines of so many labels at once would take 300 MB. */
    private static final int NAMES = 60_000;

    private static final String STYLE = """
            <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
            <NamedLayer><Name>names</Name><UserStyle><FeatureTypeStyle><Rule><TextSymbolizer>
            <Label><ogc:PropertyName>name</ogc:PropertyName></Label>%s</TextSymbolizer>
            </Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
            """;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static Process server;
    private static String wms;

    @BeforeAll
    static void start() throws IOException {
        Path home = folder.resolve("home");
        publish(home);
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Microscape.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--home",
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        wms = address(server.inputReader(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroy();
        server.waitFor();
    }

    @Test
    void manyLargeMapsAtOnceAreDrawnOrRefusedClearly() throws Exception {
        List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            // boxes of their own, so that no answer can be another's
            answers.add(
                    http.sendAsync(map(SIDE, "106," + (29 + i * 0.001) + ",107,30", i), BodyHandlers.ofByteArray()));
        }
        int drawn = 0;
        for (CompletableFuture<HttpResponse<byte[]>> pending : answers) {
            HttpResponse<byte[]> answer = pending.join();
            if (answer.statusCode() == 200) {
                assertHalfFilled(answer, SIDE);
                drawn++;
            } else {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(text(answer)).contains("ServiceException").contains("ask again in a moment");
            }
        }
        assertThat(drawn).isPositive();
        assertHalfFilled(http.send(map(256, "106,29,107,30", 0), BodyHandlers.ofByteArray()), 256);
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void aMapThatNeverFitsIsRefusedAtOnce() throws Exception {
        HttpResponse<byte[]> answer = http.send(map(5000, "106,29,107,30", 0), BodyHandlers.ofByteArray());
        assertThat(text(answer)).contains("ServiceException").contains("ask for a smaller one");
        HttpResponse<byte[]> inImage = http.send(
                HttpRequest.newBuilder(URI.create(map(5000, "106,29,107,30", 0).uri() + "&EXCEPTIONS=INIMAGE"))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(text(inImage)).contains("ServiceException").contains("ask for a smaller one");
    }

    @Test
    void labelsAreNoMoreThanThePictureHasRoomFor() throws Exception {
        HttpResponse<byte[]> answer = http.send(map("names"), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(text(answer))
                .startsWith("image/");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        long ink = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                ink += (picture.getRGB(column, row) & 0xFF) < 128 ? 1 : 0;
            }
        }
        assertThat(ink).as("pixels of letters").isGreaterThan(SIDE * SIDE / 50);
        assertThat(text(http.send(map("overlapping"), BodyHandlers.ofByteArray())))
                .contains("ServiceException")
                .contains("more than 10000 labels that may lie over each other");
        assertThat(server.isAlive()).isTrue();
    }

    /** A square, many names, and more than may lie over each other. */
    private static void publish(Path home) throws IOException {
        Path styles = Files.createDirectories(folder.resolve("styles"));
        Files.writeString(styles.resolve("names.sld"), STYLE.formatted(""));
        Files.writeString(
                styles.resolve("overlapping.sld"),
                STYLE.formatted("<VendorOption name=\"conflictResolution\">false</VendorOption>"));
        List<ContextFeature> names = new ArrayList<>();
        for (int i = 0; i < NAMES; i++) {
            // the golden ratio spreads them evenly
            Coordinate place = new Coordinate(106 + i * 0.618033988749895 % 1, 29 + (double) i / NAMES);
            names.add(new ContextFeature(GEOMETRIES.createPoint(place), List.of("小微空间 " + i)));
        }
        MemoryStudyStore store = new MemoryStudyStore();
        ContextFeature square =
                new ContextFeature(GEOMETRIES.toGeometry(new Envelope(106, 106.5, 29, 30)), List.of("square"));
        add(store, "square", ContextTable.Kind.POLYGONS, null, List.of(square));
        add(store, "names", ContextTable.Kind.POINTS, "names", names);
        add(store, "overlapping", ContextTable.Kind.POINTS, "overlapping", names);
        Study study =
                new Study("town", new LocalizedText("Town", null), "EPSG:4544", StudyParameters.DEFAULTS, List.of());
        new LayerPublisher(home).publish(store, study, List.of(folder), Progress.NONE);
    }

    private static void add(
            MemoryStudyStore store, String name, ContextTable.Kind kind, String style, List<ContextFeature> features) {
        LocalizedText title = new LocalizedText(name, null);
        ContextLayer layer =
                new ContextLayer(name, title, new LocalizedText(null, null), List.of(), style, true, null, null);
        List<ContextTable.Column> columns = List.of(new ContextTable.Column("name", ContextTable.Type.TEXT));
        store.contextTables.put(new ContextTable(layer, kind, columns), features);
    }

    private HttpRequest map(String layer) {
        return HttpRequest.newBuilder(URI.create(
                        map(SIDE, "106,29,107,30", 1).uri().toString().replace("square", layer)))
                .build();
    }

    private static String address(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return ready.group(1);
            }
        }
        throw new IllegalStateException("the server ended before it was ready");
    }

    private HttpRequest map(int side, String box, int number) {
        String query = "?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=town:square&STYLES=&CRS=CRS:84&BBOX=" + box
                + "&WIDTH=" + side + "&HEIGHT=" + side + "&FORMAT=" + (number % 3 == 0 ? "image/jpeg" : "image/png");
        return HttpRequest.newBuilder(URI.create(wms + query)).build();
    }

    /** The square covers the western half of every box. */
    private static void assertHalfFilled(HttpResponse<byte[]> answer, int side) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(text(answer))
                .startsWith("image/");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth()).isEqualTo(side);
        assertThat(picture.getRGB(side / 4, side / 2) & 0xFFFFFF).isNotEqualTo(0xFFFFFF);
        assertThat(picture.getRGB(3 * side / 4, side / 2) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
