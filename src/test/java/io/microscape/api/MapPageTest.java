package io.microscape.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.pipeline.Settings;
import io.microscape.study.Progress;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map page in a real browser (Debian's chromium, without a screen). */
class MapPageTest {
    private static final String CHROMIUM = "/usr/bin/chromium";

    /** Class colour of 1,000 to 2,000 kg in styles/net_carbon.sld; the sample has such a space. */
    private static final Color SINK = new Color(0x35978F);

    @TempDir
    private static Path home;

    private static MicroscapeServer server;

    @BeforeAll
    static void start() {
        assertThat(Path.of(CHROMIUM))
                .as("install a browser for this test (Debian: apt install chromium)")
                .isExecutable();
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
    void listsTheLayersOfTheStudy() throws Exception {
        String page = browse("--dump-dom");
        assertThat(page)
                .contains("Micro-spaces of Beibei")
                .contains("Net carbon")
                .contains("Green ratio");
    }

    @Test
    void drawsTheMap() throws Exception {
        Path picture = home.resolve("page.png");
        browse("--screenshot=" + picture);
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(pixelsOf(image, SINK))
                .as("pixels in the colour of a carbon sink")
                .isGreaterThan(10); // the inside of one 8-pixel circle
    }

    private static int pixelsOf(BufferedImage image, Color color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 270; x < 960; x++) { // between the list of layers and the legend
                count += isNearly(new Color(image.getRGB(x, y)), color) ? 1 : 0;
            }
        }
        return count;
    }

    /** The browser scales the picture a little while the view settles, which mixes neighbouring colours. */
    private static boolean isNearly(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < 12
                && Math.abs(one.getGreen() - other.getGreen()) < 12
                && Math.abs(one.getBlue() - other.getBlue()) < 12;
    }

    private static String browse(String output) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("microscape-browser");
        List<String> command = new ArrayList<>(List.of(
                CHROMIUM,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en",
                "--user-data-dir=" + profile,
                "--window-size=1280,800",
                "--virtual-time-budget=120000",
                output,
                server.address() + "/"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }
}
