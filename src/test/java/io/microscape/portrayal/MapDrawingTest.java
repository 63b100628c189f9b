package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.atlas.LayerPublisher;
import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotAtlas;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import io.microscape.testing.Neighbourhood;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class MapDrawingTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final int SOURCE_1500 = 0xBF812D;
    private static final int SINK_800 = 0x80CDC1;

    @TempDir
    static Path home;

    private static SnapshotAtlas atlas;
    private static MapDrawing drawing;

    @BeforeAll
    static void publish() {
        new LayerPublisher(home).publish(Neighbourhood.store(), Neighbourhood.study(), List.of(), Progress.NONE);
        atlas = new SnapshotAtlas(home);
        drawing = new MapDrawing(atlas);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4326", "CRS:84", "EPSG:3857", "EPSG:4490", "EPSG:4544", "EPSG:32648"})
    void aSpaceHasItsClassColourAtItsPlaceInEveryCrs(String crs) {
        // S0 has net carbon of −1500 kg and lies at 20 m, 20 m
        BufferedImage image = draw("net_carbon", crs, 30, 30, 1000, true);
        assertThat(rgb(image, WIDTH / 2, HEIGHT / 2)).isEqualTo(SOURCE_1500);
        assertThat(alpha(image, 2, 2)).isZero();
    }

    @Test
    void theNorthIsUpAndTheEastIsRight() {
        // S5 (800 kg) is 8 m × 7.5 m with its south-west corner at 120 m, 120 m: 80 m east and north of the centre
        BufferedImage image = draw("net_carbon", "EPSG:4544", 40, 40, 2000, false);
        double metresPerPixel = 2000 * 0.00028;
        int column = (int) (WIDTH / 2 + (124 - 40) / metresPerPixel);
        int row = (int) (HEIGHT / 2 - (123.7 - 40) / metresPerPixel);
        assertThat(rgb(image, column, row)).isEqualTo(SINK_800);
    }

    @Test
    void aDrawingThatHasUsedUpItsTimeIsGivenUp() {
        MapImage map = map("net_carbon", "EPSG:4544", box("EPSG:4544", 30, 30, 2000), WIDTH);
        MapDrawing withoutTime = new MapDrawing(atlas, Duration.ZERO);
        assertThatThrownBy(() -> withoutTime.draw(map))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("takes longer to draw than the 0.0 s");
        BufferedImage inTime = new MapDrawing(atlas, Duration.ofDays(1)).draw(map);
        assertThat(rgb(inTime, WIDTH / 2, HEIGHT / 2)).isEqualTo(SOURCE_1500);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10_000, 100_000, 1_000_000})
    void aSpaceOfSixtySquareMetresIsSeenAtEveryScale(double scale) {
        SingleLayerAtlas one = new SingleLayerAtlas(
                        atlas.sld(layer("net_carbon"), "net_carbon"),
                        layer("net_carbon").attributes().toArray(new PublishedLayer.Attribute[0]))
                .with(
                        Neighbourhood.rectangle(0, 0, 8, 7.5),
                        layer("net_carbon").attributes().stream()
                                .map(attribute -> switch (attribute.name()) {
                                    case "net_carbon_kg" -> 800.0;
                                    case "area_m2" -> 60.0;
                                    case "sampled" -> true;
                                    default -> null;
                                })
                                .toArray());
        MapImage map = new MapImage(
                List.of(new MapImage.StyledLayer(one.layer(), "net_carbon")),
                "EPSG:4544",
                box("EPSG:4544", 4, 4, scale),
                WIDTH,
                HEIGHT,
                true,
                Color.WHITE);
        BufferedImage image = new MapDrawing(one).draw(map);
        assertThat(rgb(image, WIDTH / 2, HEIGHT / 2)).isEqualTo(SINK_800);
        assertThat(count(image, argb -> (argb & 0xFFFFFF) == SINK_800)).isBetween(20, 60);
    }

    @Test
    void aSpeckIsDrawnInItsFillColourEvenWithoutAMark() {
        BufferedImage image = draw("surfaces", "EPSG:4544", 200, 200, 1_000_000, true);
        assertThat(count(image, argb -> argb >>> 24 > 200)).isPositive();
    }

    @Test
    void theBackgroundIsAsAsked() {
        assertThat(rgb(draw("net_carbon", "EPSG:3857", 5000, 5000, 1000, false), 5, 5))
                .isEqualTo(0x336699);
        BufferedImage transparent = draw("net_carbon", "EPSG:3857", 5000, 5000, 1000, true);
        assertThat(count(transparent, argb -> argb != 0)).isZero();
    }

    @Test
    void boxesBeyondTheWorldAreDrawnAsFarAsTheyGo() {
        MapImage world = new MapImage(
                styled("net_carbon"), "EPSG:3857", new Envelope(-9e7, 9e7, -9e7, 9e7), WIDTH, WIDTH, true, Color.WHITE);
        assertThat(count(drawing.draw(world), argb -> argb >>> 24 > 200)).isPositive();
        MapImage polar = new MapImage(
                styled("net_carbon"), "EPSG:4544", new Envelope(-4e7, 4e7, -4e7, 4e7), WIDTH, WIDTH, true, Color.WHITE);
        assertThat(count(drawing.draw(polar), argb -> argb >>> 24 > 200)).isPositive();
    }

    @Test
    void neighbouringTilesAreThePictureCutInTwo() {
        Envelope box = box("EPSG:3857", 100, 100, 2000);
        double middle = (box.getMinX() + box.getMaxX()) / 2;
        BufferedImage whole = drawing.draw(map("net_carbon", "EPSG:3857", box, WIDTH));
        BufferedImage west = drawing.draw(map(
                "net_carbon",
                "EPSG:3857",
                new Envelope(box.getMinX(), middle, box.getMinY(), box.getMaxY()),
                WIDTH / 2));
        BufferedImage east = drawing.draw(map(
                "net_carbon",
                "EPSG:3857",
                new Envelope(middle, box.getMaxX(), box.getMinY(), box.getMaxY()),
                WIDTH / 2));
        int differing = 0;
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                int part = column < WIDTH / 2 ? west.getRGB(column, row) : east.getRGB(column - WIDTH / 2, row);
                differing += distance(part, whole.getRGB(column, row)) > 24 ? 1 : 0;
            }
        }
        assertThat(differing).isLessThan(WIDTH * HEIGHT / 1000);
    }

    @Test
    void identifyFindsWhatIsDrawnAndNothingElse() {
        MapImage map = map("net_carbon", "EPSG:4544", box("EPSG:4544", 30, 30, 1000), WIDTH);
        assertThat(ids(map, WIDTH / 2.0, HEIGHT / 2.0, 1)).containsExactly("S0");
        assertThat(ids(map, 3, 3, 1)).isEmpty();
        MapImage far = map("net_carbon", "EPSG:4544", box("EPSG:4544", 124, 123.7, 100_000), WIDTH);
        // the mark of S5 is 8 pixels wide where the space itself is a third of a pixel
        assertThat(ids(far, WIDTH / 2.0 + 3, HEIGHT / 2.0, 0)).contains("S5");
        assertThat(ids(far, WIDTH / 2.0 + 40, HEIGHT / 2.0, 0)).isEmpty();
        assertThat(drawing.featuresAt(far, layer("net_carbon"), WIDTH / 2.0, HEIGHT / 2.0, 3, 2))
                .hasSize(2);
    }

    @Test
    void featuresThatNoRuleDrawsAtTheScaleAreNotHit() {
        // foot paths are drawn up to 1:50,000
        Coordinate place = Neighbourhood.place(100, 400);
        for (double scale : new double[] {4000, 200_000}) {
            MapImage map = map("roads", "EPSG:4544", box("EPSG:4544", 100, 400, scale), WIDTH);
            List<SnapshotFeature> hits = drawing.featuresAt(map, layer("roads"), WIDTH / 2.0, HEIGHT / 2.0, 5, 50);
            boolean pathHit = hits.stream().anyMatch(feature -> feature.values().contains("footway"));
            assertThat(pathHit).as("1:%s at %s", scale, place).isEqualTo(scale < 50_000);
        }
    }

    @ParameterizedTest
    @CsvSource({"net_carbon, 11", "green_ratio, 7", "road_density_15m, 8", "roads, 4", "surfaces, 4", "micro_spaces, 2"
    })
    void legendsHaveASwatchForEveryClass(String name, int classes) {
        PublishedLayer layer = layer(name);
        String style = layer.definition().styles().get(0);
        BufferedImage english = drawing.legend(layer, style, "en", 0, 0);
        BufferedImage both = drawing.legend(layer, style, null, 0, 0);
        assertThat(both.getWidth()).isGreaterThan(english.getWidth());
        int header = english.getHeight() - 22 * classes;
        assertThat(header).as("rows of 22 pixels below a header").isBetween(30, 60);
        Set<List<Integer>> swatches = new HashSet<>();
        for (int i = 0; i < classes; i++) {
            int row = header - 8 + i * 22 + 11;
            swatches.add(List.of(
                    english.getRGB(20, row),
                    english.getRGB(23, row),
                    english.getRGB(23, row + 3),
                    english.getRGB(20, row - 4)));
        }
        assertThat(swatches).hasSize(classes);
        assertThat(drawing.legend(layer, style, "zh", 500, 600))
                .satisfies(image -> assertThat(image.getWidth()).isEqualTo(500))
                .satisfies(image -> assertThat(image.getHeight()).isEqualTo(600));
    }

    @Test
    void labelsAreChineseAndDoNotOverlap() {
        BufferedImage with = draw("micro_spaces", "EPSG:4544", 220, 220, 1500, false);
        assertThat(count(with, argb -> distance(argb, 0xFF1B3A1B) < 40))
                .as("pixels of the letters' colour")
                .isGreaterThan(20);
        assertThat(MapFonts.font(List.of("DejaVu Sans"), 0, 12, "口袋公园").canDisplayUpTo("口袋公园"))
                .isNegative();
    }

    @Test
    void pngKeepsColoursAndTransparency() throws Exception {
        BufferedImage image = draw("net_carbon", "EPSG:3857", 60, 60, 2000, true);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngImages.encode(image)));
        for (int row = 0; row < HEIGHT; row += 3) {
            for (int column = 0; column < WIDTH; column += 3) {
                assertThat(read.getRGB(column, row)).isEqualTo(image.getRGB(column, row));
            }
        }
    }

    private static BufferedImage draw(
            String layer, String crs, double east, double north, double scale, boolean transparent) {
        return drawing.draw(new MapImage(
                styled(layer), crs, box(crs, east, north, scale), WIDTH, HEIGHT, transparent, new Color(0x336699)));
    }

    private static MapImage map(String layer, String crs, Envelope box, int width) {
        return new MapImage(styled(layer), crs, box, width, HEIGHT, true, Color.WHITE);
    }

    private static List<MapImage.StyledLayer> styled(String layer) {
        return List.of(new MapImage.StyledLayer(
                layer(layer), layer(layer).definition().styles().get(0)));
    }

    private static PublishedLayer layer(String name) {
        return atlas.layer("quarter:" + name).orElseThrow();
    }

    private static List<String> ids(MapImage map, double column, double row, double tolerance) {
        return drawing.featuresAt(map, map.layers().get(0).layer(), column, row, tolerance, 10).stream()
                .map(SnapshotFeature::id)
                .toList();
    }

    /** A box of that scale around a place given in metres from the quarter's corner. */
    private static Envelope box(String crs, double east, double north, double scale) {
        Coordinate place = Neighbourhood.place(east, north);
        double[] xy = {place.x, place.y};
        CoordinateSystem system = CoordinateSystem.of(crs);
        CoordinateTransform.between(CoordinateSystem.of("CRS:84"), system).apply(xy, 0, 1);
        double units = scale * 0.00028 / (system.geographic() ? 111_319.49 : 1);
        return new Envelope(
                xy[0] - units * WIDTH / 2,
                xy[0] + units * WIDTH / 2,
                xy[1] - units * HEIGHT / 2,
                xy[1] + units * HEIGHT / 2);
    }

    private static int rgb(BufferedImage image, int column, int row) {
        return image.getRGB(column, row) & 0xFFFFFF;
    }

    private static int alpha(BufferedImage image, int column, int row) {
        return image.getRGB(column, row) >>> 24;
    }

    private static int count(BufferedImage image, IntPredicate test) {
        int count = 0;
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                count += test.test(image.getRGB(column, row)) ? 1 : 0;
            }
        }
        return count;
    }

    private static int distance(int one, int two) {
        int distance = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            distance = Math.max(distance, Math.abs((one >>> shift & 255) - (two >>> shift & 255)));
        }
        return distance;
    }
}
