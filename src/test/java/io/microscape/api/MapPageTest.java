package io.microscape.api;

import io.microscape.pipeline.Settings;
import io.microscape.study.Progress;
import io.microscape.testing.Browser;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map page in a real browser (Debian's chromium, without a screen). */
class MapPageTest {
    /** Class colour of 1,000 to 2,000 kg in styles/net_carbon.sld; the sample has such a space. */
    private static final Color SINK = new Color(0x35978F);

    /** Pixels of a small space, which is drawn as a circle of 8 pixels. */
    private static final int INSIDE_OF_A_CIRCLE = 10;

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

    @Test
    void listsTheLayersOfTheStudy() {
        try (Browser browser = Browser.start()) {
            browser.open(server.address() + "/");
            for (String text : List.of("Micro-spaces of Beibei", "Net carbon", "Green ratio")) {
                browser.waitForText(text);
            }
        }
    }

    @Test
    void drawsTheMap() {
        try (Browser browser = Browser.start()) {
            browser.open(server.address() + "/")
                    .waitForPicture(
                            "space in the colour of a carbon sink",
                            picture -> pixelsOf(picture, SINK) > INSIDE_OF_A_CIRCLE);
        }
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
}
