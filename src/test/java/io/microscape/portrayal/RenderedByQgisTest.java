package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.testing.QgisClient;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;

/**
 * The same features in the same SLD, drawn by QGIS and here. What both understand alike is compared pixel by pixel; of
 * labels, whose place each program chooses for itself, the ink is compared. Not compared is what
 * QGIS 3.22 reads otherwise than the standards say: ground units, marks along lines, the turn of hatches, the displacement of labels.
 */
class RenderedByQgisTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final Envelope DEGREES = new Envelope(0, 0.04, 0, 0.03);
    private static final List<Row> POLYGONS = List.of(
            row(
                    "POLYGON ((0.002 0.002, 0.018 0.004, 0.012 0.012, 0.017 0.027, 0.003 0.025, 0.002 0.002),"
                            + " (0.006 0.008, 0.009 0.008, 0.008 0.014, 0.006 0.008))",
                    "口袋公园",
                    5.0),
            row("POLYGON ((0.02 0.002, 0.028 0.002, 0.028 0.01, 0.02 0.01, 0.02 0.002))", "garden", 15.0),
            row("POLYGON ((0.03 0.002, 0.038 0.002, 0.038 0.01, 0.03 0.01, 0.03 0.002))", "garden", null),
            row("POLYGON ((0.02 0.015, 0.028 0.015, 0.028 0.027, 0.02 0.027, 0.02 0.015))", "square", 80.0),
            row("POLYGON ((0.03 0.015, 0.038 0.015, 0.034 0.027, 0.03 0.015))", "x", 30.0));

    private static final List<Row> LINES = List.of(
            row("LINESTRING (0.003 0.005, 0.012 0.025, 0.018 0.006, 0.022 0.026, 0.034 0.024)", "环城路", 1.0),
            row("LINESTRING (0.025 0.005, 0.037 0.005, 0.037 0.015)", "江边", 2.0));

    private static final List<Row> POINTS = List.of(
            row("POINT (0.008 0.02)", "口袋公园", 1.0),
            row("POINT (0.025 0.02)", "碳汇", 2.0),
            row("POINT (0.015 0.008)", "Green yard", 3.0));

    @TempDir
    static Path folder;

    private record Row(String wkt, String name, Double size) {}

    private static Row row(String wkt, String name, Double size) {
        return new Row(wkt, name, size);
    }

    /** A style, what is drawn in it, and how much may differ: of all pixels, or of the ink. */
    private enum Drawn {
        POLYGONS_IN_POLYGONS(POLYGONS, "polygons", DEGREES, 0.002, 0.02),
        FILTERS(POLYGONS, "filters", DEGREES, 0.001, 0.01),
        NEAR(POLYGONS, "scales", new Envelope(0, 0.004, 0, 0.003), 0.001, 0.01),
        FAR(POLYGONS, "scales", new Envelope(0, 0.4, 0, 0.3), 0.001, 0.01),
        JOINS_CAPS_OFFSETS(LINES, "lines", DEGREES, 0.004, 0.03),
        DASHES(LINES, "dashes", DEGREES, 0.003, 0.03),
        SQUARES(POINTS, "mark_square", DEGREES, 0.001, 0.02),
        CIRCLES(POINTS, "mark_circle", DEGREES, 0.001, 0.02),
        TRIANGLES(POINTS, "mark_triangle", DEGREES, 0.002, 0.05),
        STARS(POINTS, "mark_star", DEGREES, 0.003, 0.1),
        LABELS(POINTS, "labels", DEGREES, 1, 0.05),
        LABELS_OF_LINES(LINES, "line_labels", DEGREES, 1, 0.05);

        private final List<Row> rows;
        private final String style;
        private final Envelope box;
        private final double mostDiffering;
        private final double mostInk;

        Drawn(List<Row> rows, String style, Envelope box, double mostDiffering, double mostInk) {
            this.rows = rows;
            this.style = style;
            this.box = box;
            this.mostDiffering = mostDiffering;
            this.mostInk = mostInk;
        }
    }

    @BeforeAll
    static void drawByQgis() throws Exception {
        List<String> fonts = new ArrayList<>();
        for (ShippedFont font : ShippedFont.values()) {
            Path file = folder.resolve(font + ".ttf");
            try (InputStream in = font.file().openStream()) {
                Files.copy(in, file);
            }
            fonts.add(file.toString());
        }
        List<Map<String, Object>> pictures = new ArrayList<>();
        for (Drawn drawn : Drawn.values()) {
            pictures.add(Map.of(
                    "sld",
                    style(drawn).toString(),
                    "picture",
                    drawn + ".png",
                    "features",
                    drawn.rows.stream()
                            .map(row -> Map.of("wkt", row.wkt, "attributes", Arrays.asList(row.name, row.size)))
                            .toList(),
                    "fields",
                    List.of("name:string", "size:double"),
                    "crs",
                    "EPSG:4326",
                    "extent",
                    List.of(drawn.box.getMinX(), drawn.box.getMinY(), drawn.box.getMaxX(), drawn.box.getMaxY()),
                    "width",
                    WIDTH,
                    "height",
                    HEIGHT,
                    "fonts",
                    fonts));
        }
        new QgisClient(folder).draw(pictures);
    }

    @ParameterizedTest
    @EnumSource
    void qgisDrawsTheSame(Drawn drawn) throws Exception {
        BufferedImage there = PictureComparison.onWhite(
                ImageIO.read(folder.resolve(drawn + ".png").toFile()));
        BufferedImage here = here(drawn);
        keep(drawn, here, there);
        double ink = PictureComparison.ink(there);
        assertThat(ink).as("ink of QGIS").isGreaterThan(100);
        assertThat(PictureComparison.ink(here))
                .as("ink")
                .isBetween(ink * (1 - drawn.mostInk), ink * (1 + drawn.mostInk));
        assertThat(PictureComparison.differingShare(here, there))
                .as("pixels that differ")
                .isLessThanOrEqualTo(drawn.mostDiffering);
    }

    private static BufferedImage here(Drawn drawn) throws Exception {
        SingleLayerAtlas atlas = new SingleLayerAtlas(
                Files.readString(style(drawn)),
                SingleLayerAtlas.attribute("name", String.class),
                SingleLayerAtlas.attribute("size", Double.class));
        drawn.rows.forEach(row -> atlas.with(row.wkt, row.name, row.size));
        return new MapDrawing(atlas)
                .draw(new MapImage(atlas.styled(), "CRS:84", drawn.box, WIDTH, HEIGHT, false, Color.WHITE));
    }

    /** Labels that are anchored by their middle lie on their points, here as there. */
    @ParameterizedTest
    @CsvSource({"80, 100", "250, 100", "150, 220"})
    void qgisCentresLabelsAtTheSamePlaces(int column, int row) throws Exception {
        BufferedImage there = PictureComparison.onWhite(
                ImageIO.read(folder.resolve(Drawn.LABELS + ".png").toFile()));
        Rectangle expected = inked(there.getSubimage(column - 75, row - 40, 150, 80));
        Rectangle actual = inked(here(Drawn.LABELS).getSubimage(column - 75, row - 40, 150, 80));
        assertThat(actual.getCenterX()).isCloseTo(expected.getCenterX(), within(2.0));
        assertThat(actual.getCenterY()).isCloseTo(expected.getCenterY(), within(5.0));
        assertThat(actual.getWidth()).isCloseTo(expected.getWidth(), within(3.0));
        assertThat(actual.getHeight()).isCloseTo(expected.getHeight(), within(3.0));
    }

    private static Rectangle inked(BufferedImage image) {
        Rectangle inked = new Rectangle(-1, -1);
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                if ((image.getRGB(column, row) & 0xFF) < 160) {
                    inked.add(new Rectangle(column, row, 1, 1));
                }
            }
        }
        return inked;
    }

    private static Path style(Drawn drawn) {
        return Path.of("src/test/resources/sld", drawn.style + ".sld").toAbsolutePath();
    }

    /** Both pictures and where they differ, side by side, where people look for them. */
    private static void keep(Drawn drawn, BufferedImage here, BufferedImage there) throws Exception {
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        BufferedImage both = new BufferedImage(2 * WIDTH + 10, HEIGHT, BufferedImage.TYPE_INT_RGB);
        both.createGraphics().drawImage(here, 0, 0, null);
        both.createGraphics().drawImage(there, WIDTH + 10, 0, null);
        ImageIO.write(both, "png", pictures.resolve("qgis-" + drawn + ".png").toFile());
    }
}
