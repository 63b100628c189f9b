package io.microscape.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.cli.Microscape;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server with a heap of 256 MB that is asked for 64 maps of 2048 × 2048 at once: their pixels alone are 1 GB. The virtual
 * machine ends itself when memory runs out, so that nothing can hide it.
 */
class CrowdedServerTest {
    private static final int REQUESTS = 64;
    private static final int SIDE = 2048;
    private static final Pattern READY = Pattern.compile("WMS (http://\\S+/wms)");
    private static final String SQUARE = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":
            {"type":"Polygon","coordinates":[[[106,29],[106.5,29],[106.5,30],[106,30],[106,29]]]}}]}
            """;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Process server;
    private String wms;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("square.geojson"), SQUARE);
        Path study = Files.writeString(
                folder.resolve("study.yml"), "study: town\ncontext: [{name: square, file: square.geojson}]\n");
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
                        folder.resolve("home").toString(),
                        study.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        wms = address(server.inputReader(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() throws InterruptedException {
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
