package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/**
 * Pixels and colours that the standards give, worked by hand. A unit of the layer's coordinates is a pixel, the picture's
 * upper left corner at (0, 0), rows downward.
 */
class SymbolizersTest {
    private static final int SIDE = 200;
    private static final double DEGREES_PER_PIXEL = 1e-5;
    /** A degree of the equator is 111,319.49 m in scale denominators. */
    private static final double METRES_PER_PIXEL = 1.1131949;

    private static final String SQUARE = "POLYGON ((50 50, 150 50, 150 150, 50 150, 50 50))";

    @ParameterizedTest
    @CsvSource({
        "4.9, succeeding, #111111",
        "5, succeeding, #222222",
        "5, preceding, #111111",
        "7, preceding, #222222",
        "10, succeeding, #333333",
        "10, preceding, #222222",
        "99, succeeding, #333333",
        ", succeeding, #999999"
    })
    void categorizeHasClassesWithAndWithoutTheirLimits(Double value, String belongs, String colour) {
        String fill = """
                <Categorize fallbackValue="#999999" threshholdsBelongTo="%s">
                  <LookupValue><ogc:PropertyName>value</ogc:PropertyName></LookupValue>
                  <Value>#111111</Value><Threshold>5</Threshold><Value>#222222</Value><Threshold>10</Threshold>
                  <Value>#333333</Value></Categorize>""".formatted(belongs);
        assertThat(hex(draw(polygon(fill), SQUARE, value), 100, 100)).isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource({"-5, #000000", "0, #000000", "5, #804020", "10, #ff8040", "20, #ff8040", ", #999999"})
    void interpolateMixesColours(Double value, String colour) {
        String fill = """
                <Interpolate fallbackValue="#999999" method="color">
                  <LookupValue><ogc:PropertyName>value</ogc:PropertyName></LookupValue>
                  <InterpolationPoint><Data>0</Data><Value>#000000</Value></InterpolationPoint>
                  <InterpolationPoint><Data>10</Data><Value>#ff8040</Value></InterpolationPoint></Interpolate>""";
        assertThat(hex(draw(polygon(fill), SQUARE, value), 100, 100)).isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource({"1, #aa0000", "2, #00aa00", "3, #999999", ", #999999"})
    void recodeKnowsItsItemsOnly(Double value, String colour) {
        String fill = """
                <Recode fallbackValue="#999999"><LookupValue><ogc:PropertyName>value</ogc:PropertyName></LookupValue>
                  <MapItem><Data>1</Data><Value>#aa0000</Value></MapItem>
                  <MapItem><Data>2</Data><Value>#00aa00</Value></MapItem></Recode>""";
        assertThat(hex(draw(polygon(fill), SQUARE, value), 100, 100)).isEqualTo(colour);
    }

    @Test
    void sizesAreComputedByArithmeticAndInterpolation() {
        String size =
                "<Size><ogc:Add><ogc:Mul><ogc:PropertyName>value</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:Mul>"
                        + "<ogc:Literal>10</ogc:Literal></ogc:Add></Size>";
        assertThat(inked(draw(square(size), "POINT (100 100)", 25.0))).isEqualTo(60 * 60);
        String interpolated = """
                <Size><Interpolate><LookupValue><ogc:PropertyName>value</ogc:PropertyName></LookupValue>
                <InterpolationPoint><Data>0</Data><Value>10</Value></InterpolationPoint>
                <InterpolationPoint><Data>100</Data><Value>50</Value></InterpolationPoint></Interpolate></Size>""";
        assertThat(inked(draw(square(interpolated), "POINT (100 100)", 75.0))).isEqualTo(40 * 40);
    }

    @ParameterizedTest
    @CsvSource({"metre, 22.263898", "foot, 73.04428", "pixel, 20"})
    void widthsInMetresAndFeetAreOfTheGround(String unit, double width) {
        String line = """
                <LineSymbolizer uom="http://www.opengeospatial.org/se/units/%s"><Stroke>
                <SvgParameter name="stroke-width">%s</SvgParameter></Stroke></LineSymbolizer>""".formatted(unit, width);
        // 20 pixels of 1.1131949 m, or of 3.6522142 feet
        assertThat(20 * METRES_PER_PIXEL).isCloseTo(22.263898, within(1e-6));
        assertThat(inked(draw(line, "LINESTRING (-50 100, 250 100)", null))).isEqualTo(SIDE * 20);
    }

    @Test
    void sizesInMetresGrowWithTheScaleAndWithTheDensityOfTheScreen() {
        String mark = square("<Size>22.263898</Size>")
                .replace("<PointSymbolizer>", "<PointSymbolizer uom=\"http://www.opengeospatial.org/se/units/metre\">");
        SingleLayerAtlas atlas = atlas(rule(mark)).with(degrees("POINT (100 100)"), (Object) null);
        MapDrawing drawing = new MapDrawing(atlas);
        assertThat(inked(drawing.draw(map(atlas, SIDE, 1)))).isEqualTo(20 * 20);
        assertThat(inked(drawing.draw(map(atlas, 2 * SIDE, 1)))).isEqualTo(40 * 40);
        // the same ground on twice the pixels of half the size: the ground unit is twice as many of them
        assertThat(inked(drawing.draw(map(atlas, 2 * SIDE, 2)))).isEqualTo(40 * 40);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vertices | LINESTRING (40 40, 160 40, 160 160) | 300",
                "startPoint | LINESTRING (40 40, 160 40, 160 160) | 100",
                "endPoint | LINESTRING (40 40, 160 40, 160 160) | 100",
                "centroid | POLYGON ((50 50, 150 50, 150 150, 50 150, 50 50)) | 100",
                "interiorPoint | POLYGON ((50 50, 150 50, 150 150, 50 150, 50 50)) | 100"
            })
    void symbolsStandAtComputedPoints(String function, String shape, int ink) {
        String symbolizer = square("<Size>10</Size>").replace("<Graphic>", geometry(function, "") + "<Graphic>");
        BufferedImage image = draw(symbolizer, shape, null);
        assertThat(inked(image)).isEqualTo(ink);
        if (function.equals("endPoint")) {
            assertThat(hex(image, 160, 160)).isEqualTo("#000000");
        }
    }

    @Test
    void boundariesAreLinesAndBuffersAreLarger() {
        String boundary = "<LineSymbolizer>" + geometry("boundary", "")
                + "<Stroke><SvgParameter name=\"stroke-width\">4</SvgParameter></Stroke></LineSymbolizer>";
        assertThat(inked(draw(boundary, SQUARE, null))).isBetween(4 * 400 - 20, 4 * 400 + 20);
        String buffer = "<PolygonSymbolizer>" + geometry("buffer", "<ogc:Literal>0.0002</ogc:Literal>")
                + "<Fill><SvgParameter name=\"fill\">#000000</SvgParameter></Fill></PolygonSymbolizer>";
        // 100 × 100, 20 pixels more on each side, and four quarters of a circle
        assertThat((double) inked(draw(buffer, SQUARE, null)))
                .isCloseTo(10_000 + 4 * 2000 + Math.PI * 400, within(60.0));
        // a map that the polygon does not touch, but its buffer does
        assertThat(inked(draw(buffer, "POLYGON ((-60 50, -5 50, -5 150, -60 150, -60 50))", null)))
                .isGreaterThan(1500);
    }

    /** Areas of marks of side 1: regular polygons and the star within the circle of that diameter. */
    @ParameterizedTest
    @CsvSource({
        "square, 1",
        "circle, 0.785398",
        "triangle, 0.5",
        "star, 0.293893",
        "cross, 0.4375",
        "x, 0.4375",
        "diamond, 0.5",
        "pentagon, 0.594410",
        "hexagon, 0.649519",
        "octagon, 0.707107",
        "arrow, 0.24",
        "shape://carrow, 0.125",
        "shape://dot, 0.007854"
    })
    void marksHaveTheirAreas(String name, double area) {
        String mark = square("<Size>80</Size>").replace(">square<", ">" + name + "<");
        assertThat(ink(draw(mark, "POINT (100 100)", null)) / 6400).isCloseTo(area, within(0.005));
    }

    /** Lengths of marks of side 1 that are lines, less where they cross. */
    @ParameterizedTest
    @CsvSource({
        "line, 80",
        "horline, 80",
        "vertline, 80",
        "slash, 113.14",
        "backslash, 113.14",
        "shape://horline, 80",
        "shape://vertline, 80",
        "shape://slash, 113.14",
        "shape://backslash, 113.14",
        "shape://plus, 158",
        "shape://times, 224.27",
        "shape://oarrow, 88.3"
    })
    void marksOfLinesHaveTheirLengths(String name, double length) {
        String mark = square("<Size>80</Size>")
                .replace(">square<", ">" + name + "<")
                .replaceFirst(
                        "<Fill>.*</Fill>", "<Stroke><SvgParameter name=\"stroke-width\">2</SvgParameter></Stroke>");
        assertThat(ink(draw(mark, "POINT (100 100)", null)) / 2).isCloseTo(length, within(2.0));
    }

    @Test
    void marksOfAPatternHaveAMargin() {
        String pattern = "<PolygonSymbolizer><Fill><GraphicFill>"
                + square("<Size>10</Size>").replaceAll("</?PointSymbolizer>", "")
                + "</GraphicFill></Fill><VendorOption name=\"graphic-margin\">5 15</VendorOption></PolygonSymbolizer>";
        // a square of 10 in each cell of 40 × 20
        assertThat(ink(draw(pattern, "POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))", null)) / (SIDE * SIDE))
                .isCloseTo(100.0 / 800, within(0.001));
    }

    @Test
    void anchorAndDisplacementMoveMarks() {
        String moved = square(
                "<Size>10</Size><AnchorPoint><AnchorPointX>0</AnchorPointX><AnchorPointY>0</AnchorPointY>"
                        + "</AnchorPoint><Displacement><DisplacementX>20</DisplacementX><DisplacementY>30</DisplacementY></Displacement>");
        BufferedImage image = draw(moved, "POINT (100 100)", null);
        assertThat(inked(image)).isEqualTo(100);
        // its lower left corner stands 20 right of the point and 30 above it
        assertThat(hex(image, 121, 69)).isEqualTo("#000000");
        assertThat(hex(image, 129, 61)).isEqualTo("#000000");
    }

    @Test
    void polygonsAreMovedAndMadeLarger() {
        String moved = "<PolygonSymbolizer><Fill><SvgParameter name=\"fill\">#000000</SvgParameter></Fill>"
                + "<Displacement><DisplacementX>30</DisplacementX><DisplacementY>-10</DisplacementY></Displacement>"
                + "<PerpendicularOffset>5</PerpendicularOffset></PolygonSymbolizer>";
        BufferedImage image = draw(moved, SQUARE, null);
        assertThat(inked(image)).isEqualTo(110 * 110);
        assertThat(hex(image, 76, 56)).isEqualTo("#000000");
        assertThat(hex(image, 74, 54)).isEqualTo("#ffffff");
        assertThat(hex(image, 184, 164)).isEqualTo("#000000");
    }

    @Test
    void dashesBeginAtTheirOffset() {
        String line = "<LineSymbolizer><Stroke><SvgParameter name=\"stroke-width\">2</SvgParameter>"
                + "<SvgParameter name=\"stroke-dasharray\">20 10</SvgParameter>"
                + "<SvgParameter name=\"stroke-dashoffset\">5</SvgParameter></Stroke></LineSymbolizer>";
        BufferedImage image = draw(line, "LINESTRING (0 100, 200 100)", null);
        List<Integer> changes = IntStream.range(1, 90)
                .filter(column -> hex(image, column, 100).equals("#000000")
                        != hex(image, column - 1, 100).equals("#000000"))
                .boxed()
                .toList();
        assertThat(changes).containsExactly(15, 25, 45, 55, 75, 85);
    }

    @Test
    void marksAlongALineKeepTheirGaps() {
        String line = "<LineSymbolizer><Stroke><GraphicStroke><Graphic><Mark><WellKnownName>square</WellKnownName>"
                + "<Fill><SvgParameter name=\"fill\">#000000</SvgParameter></Fill></Mark><Size>10</Size></Graphic>"
                + "<InitialGap>10</InitialGap><Gap>30</Gap></GraphicStroke></Stroke></LineSymbolizer>";
        BufferedImage image = draw(line, "LINESTRING (0 100, 200 100)", null);
        // squares at 10–20, 50–60, 90–100, 130–140 and 170–180
        assertThat(inked(image)).isEqualTo(500);
        assertThat(List.of(hex(image, 15, 100), hex(image, 55, 100), hex(image, 175, 100)))
                .containsOnly("#000000");
        assertThat(hex(image, 25, 100)).isEqualTo("#ffffff");
    }

    @ParameterizedTest
    @CsvSource({
        // lines of 2 pixels at distances of the size, those at 45° at the size over the root of two
        "shape://horline, 0, 0.1667, 1, 0",
        "shape://vertline, 0, 0.1667, 0, 1",
        "shape://slash, 0, 0.2357, 1, -1",
        "shape://backslash, 0, 0.2357, 1, 1",
        "shape://plus, 0, 0.3056, 12, 0",
        "horline, 45, 0.1667, 1, 1",
        "horline, 30, 0.1667, 1.7320508, 1"
    })
    void hatchesAreLinesOfTheirDirectionAndDistance(String mark, double turn, double share, double dx, double dy) {
        String hatch =
                "<PolygonSymbolizer><Fill><GraphicFill><Graphic><Mark><WellKnownName>" + mark + "</WellKnownName>"
                        + "<Stroke><SvgParameter name=\"stroke-width\">2</SvgParameter></Stroke></Mark><Size>12</Size><Rotation>"
                        + turn
                        + "</Rotation></Graphic></GraphicFill></Fill></PolygonSymbolizer>";
        BufferedImage image = draw(hatch, "POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))", null);
        double ink = 0;
        double unlike = 0;
        for (int row = 40; row < 160; row++) {
            for (int column = 40; column < 160; column++) {
                int here = image.getRGB(column, row) & 0xFF;
                ink += 255 - here;
                // twelve pixels along the lines everything is as it is here
                int there = image.getRGB((int) Math.round(column + 12 * dx / Math.max(dx, Math.abs(dy))), (int)
                                Math.round(row + 12 * dy / Math.max(dx, Math.abs(dy))))
                        & 0xFF;
                unlike += Math.abs(here - there);
            }
        }
        assertThat(ink / 255 / 120 / 120).isCloseTo(share, within(0.02));
        assertThat(unlike / ink).isLessThan(0.35);
    }

    @Test
    void opacityMixesWithWhatLiesBeneath() {
        String fill = "<PolygonSymbolizer><Fill><SvgParameter name=\"fill\">#ff0000</SvgParameter>"
                + "<SvgParameter name=\"fill-opacity\">0.4</SvgParameter></Fill></PolygonSymbolizer>";
        Color mixed = new Color(draw(fill, SQUARE, null).getRGB(100, 100));
        assertThat(mixed.getRed()).isEqualTo(255);
        assertThat(mixed.getGreen()).isCloseTo((int) (255 * 0.6), within(1));
    }

    @Test
    void aBackgroundLiesBeneathTheFeatures() {
        String sld = rule(polygon("#ff0000"))
                .replace(
                        "<FeatureTypeStyle",
                        "<Background><SvgParameter name=\"fill\">#0000ff</SvgParameter></Background><FeatureTypeStyle");
        SingleLayerAtlas atlas = atlas(sld).with(degrees(SQUARE), (Object) null);
        BufferedImage image = new MapDrawing(atlas).draw(map(atlas, SIDE, 1));
        assertThat(hex(image, 100, 100)).isEqualTo("#ff0000");
        assertThat(hex(image, 10, 10)).isEqualTo("#0000ff");
    }

    @Test
    void theFirstRuleCanBeTheOnlyOne() {
        String all = "<Rule>" + polygon("#ff0000") + "</Rule><Rule>" + polygon("#0000ff") + "</Rule>";
        assertThat(hex(drawRules(all, SQUARE), 100, 100)).isEqualTo("#0000ff");
        assertThat(hex(drawRules(all + "<VendorOption name=\"ruleEvaluation\">first</VendorOption>", SQUARE), 100, 100))
                .isEqualTo("#ff0000");
    }

    @Test
    void filtersCanAskForTheScale() {
        // 1.1131949 m a pixel are a scale of 1 : 3,975.7
        String rules = """
                <Rule><ogc:Filter><ogc:PropertyIsLessThan><ogc:PropertyName>value</ogc:PropertyName>
                <ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function>
                <ogc:Literal>0.01</ogc:Literal></ogc:Mul></ogc:PropertyIsLessThan></ogc:Filter>%s</Rule>
                <Rule><ElseFilter/>%s</Rule>""".formatted(polygon("#ff0000"), polygon("#0000ff"));
        SingleLayerAtlas atlas = atlas(style(rules)).with(degrees(SQUARE), 30.0);
        MapDrawing drawing = new MapDrawing(atlas);
        assertThat(hex(drawing.draw(map(atlas, SIDE, 1)), 100, 100)).isEqualTo("#ff0000");
        assertThat(hex(drawing.draw(map(atlas, 2 * SIDE, 1)), 200, 200)).isEqualTo("#0000ff");
    }

    private static String geometry(String function, String argument) {
        return "<Geometry><ogc:Function name=\"" + function + "\"><ogc:PropertyName>geometry</ogc:PropertyName>"
                + argument + "</ogc:Function></Geometry>";
    }

    private static String polygon(String fill) {
        return "<PolygonSymbolizer><Fill><SvgParameter name=\"fill\">" + fill
                + "</SvgParameter></Fill></PolygonSymbolizer>";
    }

    private static String square(String rest) {
        return "<PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName><Fill>"
                + "<SvgParameter name=\"fill\">#000000</SvgParameter></Fill></Mark>" + rest
                + "</Graphic></PointSymbolizer>";
    }

    private static String rule(String symbolizer) {
        return style("<Rule>" + symbolizer + "</Rule>");
    }

    private static String style(String rules) {
        return """
                <sld:StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/se"
                  xmlns:sld="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
                <sld:NamedLayer><Name>l</Name><sld:UserStyle><FeatureTypeStyle>%s</FeatureTypeStyle></sld:UserStyle>
                </sld:NamedLayer></sld:StyledLayerDescriptor>""".formatted(rules);
    }

    private static BufferedImage draw(String symbolizer, String shape, Double value) {
        SingleLayerAtlas atlas = atlas(rule(symbolizer)).with(degrees(shape), value);
        return new MapDrawing(atlas).draw(map(atlas, SIDE, 1));
    }

    private static BufferedImage drawRules(String rules, String shape) {
        SingleLayerAtlas atlas = atlas(style(rules)).with(degrees(shape), (Object) null);
        return new MapDrawing(atlas).draw(map(atlas, SIDE, 1));
    }

    private static SingleLayerAtlas atlas(String sld) {
        return new SingleLayerAtlas(sld, SingleLayerAtlas.attribute("value", Double.class));
    }

    private static MapImage map(SingleLayerAtlas atlas, int side, double symbolScale) {
        double span = SIDE * DEGREES_PER_PIXEL;
        return new MapImage(
                atlas.styled(), "CRS:84", new Envelope(0, span, -span, 0), side, side, false, Color.WHITE, symbolScale);
    }

    /** Columns and rows to longitudes and latitudes. */
    private static String degrees(String wkt) {
        return Pattern.compile("(-?[0-9.]+) (-?[0-9.]+)")
                .matcher(wkt)
                .replaceAll(pair -> Double.parseDouble(pair.group(1)) * DEGREES_PER_PIXEL + " "
                        + -Double.parseDouble(pair.group(2)) * DEGREES_PER_PIXEL);
    }

    private static String hex(BufferedImage image, int column, int row) {
        return String.format("#%06x", image.getRGB(column, row) & 0xFFFFFF);
    }

    /** Blackness of all pixels added up. */
    private static double ink(BufferedImage image) {
        double ink = 0;
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                ink += 1 - (image.getRGB(column, row) & 0xFF) / 255.0;
            }
        }
        return ink;
    }

    private static int inked(BufferedImage image) {
        int inked = 0;
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                inked += (image.getRGB(column, row) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return inked;
    }
}
