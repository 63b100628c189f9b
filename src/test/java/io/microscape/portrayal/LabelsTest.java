package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** Labels by hand-worked places: a unit of the layer's coordinates is a pixel, the picture's upper left corner at (0, 0). */
class LabelsTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;
    private static final double UNIT = 1e-5;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "北碚社区小微空间净碳汇 | 100 | 北碚社区小微/空间净碳汇",
                "碳汇，碳源，碳中和 | 60 | 碳汇，/碳源，/碳中和",
                "Pocket park of the old town | 120 | Pocket park of/the old town",
                "Unbreakable | 20 | Unbreakable",
                "泉外园 garden | 70 | 泉外园/garden"
            })
    void textsAreBrokenWhereTheLanguageAllowsIt(String text, double most, String lines) {
        Font font = MapFonts.font(List.of(), Font.PLAIN, 16, text);
        assertThat(TextBlock.of(text, font, most, 0.5).lines()).hasSize(lines.split("/").length);
        double widest = List.of(lines.split("/")).stream()
                .mapToDouble(line -> font.createGlyphVector(TextBlock.GLYPHS, line)
                        .getVisualBounds()
                        .getWidth())
                .max()
                .orElseThrow();
        assertThat(TextBlock.of(text, font, most, 0.5).ink().getWidth()).isCloseTo(widest, within(2.0));
    }

    @Test
    void aTextAlongALineBendsWithIt() throws Exception {
        // half a circle of radius 120 around (300, 260)
        String arc = line(IntStream.rangeClosed(0, 60)
                .mapToObj(i -> new Point2D.Double(
                        300 - 120 * Math.cos(i * Math.PI / 60), 260 - 120 * Math.sin(i * Math.PI / 60)))
                .toList());
        BufferedImage image =
                draw("LinePlacement", "<LinePlacement/>", option("followLine", "true"), "北碚社区小微空间净碳汇", arc);
        keep("arc", image);
        List<Point2D> ink = ink(image);
        assertThat(ink.size()).isGreaterThan(600);
        // letters of 20 pixels, centred on the line
        assertThat(ink).allSatisfy(point -> assertThat(point.distance(300, 260)).isBetween(106.0, 134.0));
        assertThat(ink.stream().mapToDouble(Point2D::getX).average().orElseThrow())
                .isCloseTo(300, within(4.0));
        BufferedImage straight = draw("LinePlacement", "<LinePlacement/>", "", "北碚社区小微空间净碳汇", arc);
        assertThat(ink(straight)).as("no straight part holds it").isEmpty();
    }

    @Test
    void aLabelLiesAboveItsLineByTheOffsetAndIsNeverUpsideDown() throws Exception {
        String placement = "<LinePlacement><PerpendicularOffset>18</PerpendicularOffset></LinePlacement>";
        for (String line : List.of("LINESTRING (100 -150, 500 -150)", "LINESTRING (500 -150, 100 -150)")) {
            List<Point2D> ink = ink(draw("Offset", placement, "", "碳汇 net", scaled(line)));
            assertThat(ink).isNotEmpty();
            assertThat(ink.stream().mapToDouble(Point2D::getY).min().orElseThrow())
                    .isBetween(118.0, 126.0);
            assertThat(ink.stream().mapToDouble(Point2D::getY).max().orElseThrow())
                    .isBetween(136.0, 144.0);
        }
    }

    @Test
    void aRepeatedLabelStandsAtEvenDistances() throws Exception {
        BufferedImage image = draw(
                "Repeat",
                "<LinePlacement/>",
                option("repeat", "190") + option("minGroupDistance", "10"),
                "路",
                scaled("LINESTRING (10 -150, 590 -150)"));
        // three of 190 in 580 pixels, the middle one in the middle
        assertThat(clusters(image)).hasSize(3);
        assertThat(clusters(image))
                .satisfiesExactly(
                        first -> assertThat(first).isCloseTo(110, within(3)),
                        second -> assertThat(second).isCloseTo(300, within(3)),
                        third -> assertThat(third).isCloseTo(490, within(3)));
    }

    @Test
    void whatFindsNoRoomIsMovedWhereTheStyleAllowsIt() throws Exception {
        String[] points = {scaled("POINT (300 -150)"), scaled("POINT (304 -150)")};
        String apart = option("minGroupDistance", "0");
        int one = ink(draw("Alone", "", apart, "公园", points[0])).size();
        assertThat(ink(draw("Two", "", apart, "公园", points)).size()).isCloseTo(one, within(one / 10));
        assertThat(ink(draw("Moved", "", apart + option("maxDisplacement", "30"), "公园", points))
                        .size())
                .isCloseTo(2 * one, within(one / 10));
        // laid over each other, four pixels apart: more ink than one, less than two side by side
        assertThat(ink(draw("Over", "", apart + option("conflictResolution", "false"), "公园", points))
                        .size())
                .isBetween(one * 11 / 10, one * 19 / 10);
    }

    @Test
    void aLabelThatDoesNotFitItsPolygonIsLeftOut() throws Exception {
        String small = scaled("POLYGON ((280 -140, 320 -140, 320 -160, 280 -160, 280 -140))");
        String large = scaled("POLYGON ((200 -100, 400 -100, 400 -200, 200 -200, 200 -100))");
        String fit = option("goodnessOfFit", "0.9");
        assertThat(ink(draw("Small", "", fit, "北碚社区小微空间", small))).isEmpty();
        assertThat(ink(draw("Large", "", fit, "北碚社区小微空间", large))).isNotEmpty();
        assertThat(ink(draw("Any", "", "", "北碚社区小微空间", small))).isNotEmpty();
    }

    @Test
    void labelsStandWhereAnchorDisplacementAndRotationSay() throws Exception {
        String right = "<PointPlacement><AnchorPoint><AnchorPointX>0</AnchorPointX><AnchorPointY>0.5</AnchorPointY>"
                + "</AnchorPoint><Displacement><DisplacementX>12</DisplacementX><DisplacementY>40</DisplacementY>"
                + "</Displacement></PointPlacement>";
        List<Point2D> ink = ink(draw("Right", right, "", "口", scaled("POINT (300 -150)")));
        assertThat(ink.stream().mapToDouble(Point2D::getX).min().orElseThrow()).isCloseTo(312, within(2.0));
        assertThat(ink.stream().mapToDouble(Point2D::getY).average().orElseThrow())
                .isCloseTo(110, within(2.0));
        String turned = "<PointPlacement><AnchorPoint><AnchorPointX>0</AnchorPointX><AnchorPointY>0.5</AnchorPointY>"
                + "</AnchorPoint><Rotation>90</Rotation></PointPlacement>";
        List<Point2D> down = ink(draw("Down", turned, "", "口口口口", scaled("POINT (300 -150)")));
        assertThat(down.stream().mapToDouble(Point2D::getY).min().orElseThrow()).isCloseTo(150, within(2.0));
        assertThat(down.stream().mapToDouble(Point2D::getY).max().orElseThrow()).isBetween(220.0, 235.0);
    }

    @Test
    void aHaloLiesAroundTheLetters() throws Exception {
        String halo = "<Halo><Radius>3</Radius><Fill><CssParameter name=\"fill\">#FF0000</CssParameter></Fill></Halo>";
        BufferedImage image = draw("Halo", "<PointPlacement/>", halo, "口", scaled("POINT (300 -150)"));
        Rectangle2D letter = bounds(image, pixel -> (pixel >> 16 & 0xFF) < 128);
        Rectangle2D around = bounds(image, pixel -> (pixel & 0xFF) < 128);
        assertThat(around.getWidth() - letter.getWidth()).isCloseTo(6, within(1.1));
        assertThat(around.getHeight() - letter.getHeight()).isCloseTo(6, within(1.1));
    }

    @Test
    void theHigherPriorityFindsRoom() throws Exception {
        for (String first : List.of("一", "国")) {
            String priority =
                    "<Priority><ogc:Function name=\"if_then_else\"><ogc:Function name=\"equalTo\"><ogc:PropertyName>name"
                            + "</ogc:PropertyName><ogc:Literal>" + first
                            + "</ogc:Literal></ogc:Function><ogc:Literal>9</ogc:Literal>"
                            + "<ogc:Literal>1</ogc:Literal></ogc:Function></Priority>";
            SingleLayerAtlas atlas = atlas("Priority", "", priority);
            atlas.with(scaled("POINT (300 -150)"), "一").with(scaled("POINT (303 -150)"), "国");
            int alone = ink(draw("Alone", "", "", first, scaled("POINT (300 -150)")))
                    .size();
            assertThat(ink(draw(atlas)).size()).isCloseTo(alone, within(alone / 8 + 2));
        }
    }

    @Test
    void labelsKeepRoomAroundThem() throws Exception {
        String[] points = {scaled("POINT (300 -150)"), scaled("POINT (330 -150)")};
        String apart = option("minGroupDistance", "0");
        int one = ink(draw("One", "", apart, "口", points[0])).size();
        assertThat(ink(draw("Close", "", apart, "口", points)).size()).isEqualTo(2 * one);
        assertThat(ink(draw("Spaced", "", apart + option("spaceAround", "10"), "口", points))
                        .size())
                .isEqualTo(one);
        assertThat(ink(draw("Grouped", "", option("minGroupDistance", "40"), "口", points))
                        .size())
                .isEqualTo(one);
    }

    @Test
    void theWidthOfALabelIsThatOfTheStyle() throws Exception {
        String point = scaled("POINT (300 -150)");
        Rectangle2D whole = bounds(draw("Whole", "", "", "北碚社区", point), pixel -> (pixel & 0xFF) < 128);
        Rectangle2D broken =
                bounds(draw("Broken", "", option("autoWrap", "50"), "北碚社区", point), pixel -> (pixel & 0xFF) < 128);
        // four characters of 20 pixels in one line, and in two
        assertThat(whole.getWidth()).isCloseTo(80, within(4.0));
        assertThat(broken.getWidth()).isCloseTo(40, within(4.0));
        assertThat(broken.getHeight()).isGreaterThan(2 * 18);
    }

    @Test
    void lettersTurnNoFurtherThanTheStyleAllows() throws Exception {
        // right angles every 30 pixels
        String zigzag =
                scaled("LINESTRING (200 -150, 230 -120, 260 -150, 290 -120, 320 -150, 350 -120, 380 -150, 410 -120)");
        String follow = option("followLine", "true");
        assertThat(ink(draw("Zigzag", "<LinePlacement/>", follow, "北碚社区小", zigzag)))
                .isEmpty();
        assertThat(ink(draw("Turning", "<LinePlacement/>", follow + option("maxAngleDelta", "180"), "北碚社区小", zigzag)))
                .isNotEmpty();
    }

    @Test
    void lettersAreUprightUnlessTheStyleLeavesThemAsTheLineRuns() throws Exception {
        String west = scaled("LINESTRING (500 -150, 100 -150)");
        String east = scaled("LINESTRING (100 -150, 500 -150)");
        List<Point2D> upright = ink(draw("East", "<LinePlacement/>", "", "上上上", east));
        assertThat(ink(draw("West", "<LinePlacement/>", "", "上上上", west))).isEqualTo(upright);
        assertThat(ink(draw("AsItRuns", "<LinePlacement/>", option("forceLeftToRight", "false"), "上上上", west)))
                .isNotEqualTo(upright);
    }

    @Test
    void theStandardsGapsStandBetweenLabelsOfALine() throws Exception {
        String placement =
                "<LinePlacement><IsRepeated>true</IsRepeated><InitialGap>50</InitialGap><Gap>180</Gap></LinePlacement>";
        BufferedImage image =
                draw("Gaps", placement, option("minGroupDistance", "10"), "路", scaled("LINESTRING (0 -150, 600 -150)"));
        // a letter of 20 pixels after 50, and then one every 200
        assertThat(clusters(image))
                .satisfiesExactly(
                        first -> assertThat(first).isCloseTo(60, within(3)),
                        second -> assertThat(second).isCloseTo(260, within(3)),
                        third -> assertThat(third).isCloseTo(460, within(3)));
    }

    private static Rectangle2D bounds(BufferedImage image, IntPredicate ink) {
        Rectangle2D bounds = null;
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                if (ink.test(image.getRGB(column, row))) {
                    Rectangle2D pixel = new Rectangle2D.Double(column, row, 1, 1);
                    bounds = bounds == null ? pixel : bounds.createUnion(pixel);
                }
            }
        }
        return bounds;
    }

    private static String option(String name, String value) {
        return "<VendorOption name=\"" + name + "\">" + value + "</VendorOption>";
    }

    private static String line(List<Point2D.Double> points) {
        return scaled("LINESTRING ("
                + String.join(
                        ", ",
                        points.stream().map(point -> point.x + " " + -point.y).toList()) + ")");
    }

    /** Pixels to degrees. */
    private static String scaled(String wkt) {
        return Pattern.compile("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?")
                .matcher(wkt)
                .replaceAll(number -> Double.toString(Double.parseDouble(number.group()) * UNIT));
    }

    private static BufferedImage draw(String name, String placement, String options, String text, String... shapes) {
        SingleLayerAtlas atlas = atlas(name, placement, options);
        for (String shape : shapes) {
            atlas.with(shape, text);
        }
        return draw(atlas);
    }

    /** @param rest halo, priority and options */
    private static SingleLayerAtlas atlas(String name, String placement, String rest) {
        return new SingleLayerAtlas(
                """
                <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
                <NamedLayer><Name>l</Name><UserStyle><Name>%s</Name><FeatureTypeStyle><Rule>
                <TextSymbolizer><Label><ogc:PropertyName>name</ogc:PropertyName></Label>
                  <Font><CssParameter name="font-size">20</CssParameter></Font>
                  %s
                  <Fill><CssParameter name="fill">#000000</CssParameter></Fill>%s</TextSymbolizer>
                </Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
                """.formatted(
                        name, placement.isEmpty() ? "" : "<LabelPlacement>" + placement + "</LabelPlacement>", rest),
                SingleLayerAtlas.attribute("name", String.class));
    }

    private static BufferedImage draw(SingleLayerAtlas atlas) {
        return new MapDrawing(atlas)
                .draw(new MapImage(
                        atlas.styled(),
                        "CRS:84",
                        new Envelope(0, WIDTH * UNIT, -HEIGHT * UNIT, 0),
                        WIDTH,
                        HEIGHT,
                        false,
                        Color.WHITE));
    }

    private static List<Point2D> ink(BufferedImage image) {
        List<Point2D> ink = new ArrayList<>();
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                if ((image.getRGB(column, row) & 0xFF) < 128) {
                    ink.add(new Point2D.Double(column + 0.5, row + 0.5));
                }
            }
        }
        return ink;
    }

    /** Middles of the labels of a row, which lie more than 40 pixels apart. */
    private static List<Integer> clusters(BufferedImage image) {
        List<Integer> columns = ink(image).stream()
                .map(point -> (int) point.getX())
                .distinct()
                .sorted()
                .toList();
        List<Integer> middles = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= columns.size(); i++) {
            if (i == columns.size() || columns.get(i) - columns.get(i - 1) > 40) {
                middles.add((columns.get(start) + columns.get(i - 1)) / 2);
                start = i;
            }
        }
        return middles;
    }

    private static void keep(String name, BufferedImage image) throws Exception {
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        ImageIO.write(image, "png", pictures.resolve("label-" + name + ".png").toFile());
    }
}
