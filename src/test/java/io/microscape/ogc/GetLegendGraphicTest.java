package io.microscape.ogc;

import static io.microscape.ogc.SuppliedStylesTest.namedLayer;
import static io.microscape.ogc.SuppliedStylesTest.onlyOf;
import static io.microscape.ogc.SuppliedStylesTest.polygon;
import static io.microscape.ogc.SuppliedStylesTest.rule;
import static io.microscape.ogc.SuppliedStylesTest.sheet;
import static io.microscape.ogc.SuppliedStylesTest.userStyle;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Legends of a style with four rules: one for each of the two spaces of the fake atlas, one for whatever else there is, and
 * one for small scales only. The map beside it has a pixel of 0.00005 degrees, which is a scale of 1 : 19,878
 * (0.00005 · 111,319.49 m / 0.28 mm).
 */
class GetLegendGraphicTest {
    private static final int GREEN = 0x00FF00;
    private static final int BLUE = 0x0000FF;
    private static final int RED = 0xFF0000;
    private static final String STYLE = sheet(namedLayer(
            "beibei:net_carbon",
            userStyle(
                    "classes",
                    rule("<Name>a</Name><Title>first | 其一</Title>" + onlyOf("A01"), polygon("#00FF00"))
                            + rule("<Name>b</Name><Title>second | 其二</Title>" + onlyOf("A02"), polygon("#0000FF"))
                            + rule("<Name>c</Name><Title>other | 其他</Title><ElseFilter/>", polygon("#FF0000"))
                            + rule(
                                    "<Name>d</Name><Title>far | 远</Title>"
                                            + "<MinScaleDenominator>50000</MinScaleDenominator>",
                                    polygon("#FFFF00")))));

    @Test
    void aLegendShowsEveryRule() throws IOException {
        assertThat(swatches(picture(legend()))).containsExactly(GREEN, BLUE, RED, 0xFFFF00);
    }

    @Test
    void aScaleLeavesOutTheRulesOfOthers() throws IOException {
        assertThat(swatches(picture(legend().with("SCALE", "49999")))).containsExactly(GREEN, BLUE, RED);
        assertThat(swatches(picture(legend().with("SCALE", "50000")))).containsExactly(GREEN, BLUE, RED, 0xFFFF00);
        assertThat(text(legend().with("SCALE", "0"))).contains("SCALE must be greater than 0");
    }

    @Test
    void aRuleIsAskedForByNameOrTitle() throws IOException {
        assertThat(swatches(picture(legend().with("RULE", "b")))).containsExactly(BLUE);
        assertThat(swatches(picture(legend().with("RULE", "其他")))).containsExactly(RED);
        assertThat(text(legend().with("RULE", "z"))).contains("has no rule z").contains("first | 其一");
    }

    /** The map of {@link TestWms#getMap} but for its eastern part, where A02 lies. */
    @Test
    void besideAMapOnlyItsClassesAreShown() throws IOException {
        TestWms beside = legend().with("CRS", "CRS:84")
                .with("BBOX", "106.3990,29.7990,106.4015,29.8030")
                .with("SRCWIDTH", "50")
                .with("SRCHEIGHT", "80");
        assertThat(swatches(picture(beside))).containsExactly(GREEN);
        assertThat(swatches(picture(beside.with("LEGEND_OPTIONS", "hideEmptyRules:false"))))
                .containsExactly(GREEN, BLUE, RED);
        JsonNode rules = rules(beside.with("FORMAT", "application/json"));
        assertThat(rules.size()).isEqualTo(3);
        assertThat(rules.path(0).path("count").asInt()).isEqualTo(1);
        assertThat(rules.path(1).path("count").asInt()).isZero();
        assertThat(rules.path(2).path("count").asInt()).isZero();
    }

    @Test
    void featuresAreCountedAsTheMapDrawsThem() throws IOException {
        TestWms beside = legend().with("FORMAT", "application/json")
                .with("CRS", "CRS:84")
                .with("BBOX", "106.3990,29.7990,106.4040,29.8030")
                .with("SRCWIDTH", "100")
                .with("SRCHEIGHT", "80");
        assertThat(rules(beside).size()).isEqualTo(2);
        JsonNode filtered = rules(beside.with("CQL_FILTER", "code = 'A02'"));
        assertThat(filtered.size()).isEqualTo(1);
        assertThat(filtered.path(0).path("name").asString()).isEqualTo("b");
        // 1.1.1 has longitude first
        assertThat(rules(beside.without("CRS").with("SRS", "EPSG:4326")).size()).isEqualTo(1);
        assertThat(text(beside.with("SRCWIDTH", "wide"))).contains("SRCWIDTH must be a whole number");
    }

    /** QGIS asks like this. Nobody knows the scale, and the fourth rule takes every feature. */
    @Test
    void besideAMapOfUnknownSizeRulesOfAllScalesAreShown() throws IOException {
        TestWms beside = legend().with("CRS", "CRS:84").with("BBOX", "106.3990,29.7990,106.4015,29.8030");
        assertThat(swatches(picture(beside))).containsExactly(GREEN, 0xFFFF00);
        assertThat(swatches(picture(beside.with("SCALE", "20000")))).containsExactly(GREEN);
    }

    /** Tokens of GeoServer's manual, "Raster and vector legends in JSON". */
    @Test
    void dataHaveTheFormOfGeoServer() throws IOException {
        JsonNode legend = json(legend().with("FORMAT", "application/json").with("LANGUAGE", "zh"))
                .path("Legend")
                .path(0);
        assertThat(legend.path("layerName").asString()).isEqualTo("beibei:net_carbon");
        assertThat(legend.path("title").asString()).isEqualTo("净碳量");
        JsonNode first = legend.path("rules").path(0);
        assertThat(first.path("name").asString()).isEqualTo("a");
        assertThat(first.path("title").asString()).isEqualTo("其一");
        assertThat(first.path("filter").asString()).isEqualTo("[code = 'A01']");
        JsonNode polygon = first.path("symbolizers").path(0).path("Polygon");
        assertThat(polygon.path("fill").asString()).isEqualTo("#00FF00");
        assertThat(polygon.path("fill-opacity").asString()).isEqualTo("1.0");
        assertThat(polygon.path("uom").asString()).isEqualTo("in/72");
        assertThat(polygon.has("stroke")).isFalse();
        assertThat(legend.path("rules").path(2).path("ElseFilter").asString()).isEqualTo("true");
        assertThat(legend.path("rules").path(3).path("MinScaleDenominator").asDouble())
                .isEqualTo(50_000);
    }

    @Test
    void dataTellEverySymbolizer() throws IOException {
        String symbolizers = "<LineSymbolizer><Stroke><CssParameter name=\"stroke\">#112233</CssParameter>"
                + "<CssParameter name=\"stroke-dasharray\">4 2</CssParameter></Stroke></LineSymbolizer>"
                + "<PointSymbolizer><Graphic><Mark><WellKnownName>star</WellKnownName></Mark><Size>9</Size></Graphic>"
                + "</PointSymbolizer>"
                + "<TextSymbolizer><Label><ogc:PropertyName>name</ogc:PropertyName></Label><Halo/></TextSymbolizer>";
        JsonNode all = rules(legend().with("FORMAT", "application/json")
                        .with(
                                "SLD_BODY",
                                sheet(namedLayer("beibei:net_carbon", userStyle("all", rule("", symbolizers))))))
                .path(0)
                .path("symbolizers");
        assertThat(all.path(0).path("Line").path("stroke").asString()).isEqualTo("#112233");
        assertThat(all.path(0).path("Line").path("stroke-dasharray").asString()).isEqualTo("4.0 2.0");
        assertThat(all.path(1).path("Point").path("size").asString()).isEqualTo("9");
        assertThat(all.path(1)
                        .path("Point")
                        .path("graphics")
                        .path(0)
                        .path("mark")
                        .asString())
                .isEqualTo("star");
        assertThat(all.path(2).path("Text").path("label").asString()).isEqualTo("[name]");
        assertThat(all.path(2).path("Text").has("halo")).isTrue();
    }

    @Test
    void theLookIsChosen() throws IOException {
        BufferedImage plain = picture(legend());
        BufferedImage large = picture(legend().with("LEGEND_OPTIONS", "fontSize:24"));
        assertThat(large.getHeight()).isGreaterThan(plain.getHeight());
        assertThat(picture(legend().with("LEGEND_OPTIONS", "bgColor:0x203040")).getRGB(1, 1))
                .isEqualTo(0xFF203040);
        assertThat(picture(legend().with("TRANSPARENT", "TRUE")).getRGB(1, 1)).isZero();
        assertThat(picture(legend().with("LEGEND_OPTIONS", "border:true;borderColor:0xFF00FF"))
                        .getRGB(0, 0))
                .isEqualTo(0xFFFF00FF);
        BufferedImage twice = picture(legend().with("LEGEND_OPTIONS", "dpi:181.428571"));
        assertThat(twice.getWidth()).isBetween(2 * plain.getWidth() - 4, 2 * plain.getWidth() + 4);
        assertThat(swatches(twice)).hasSize(4);
        BufferedImage bare = picture(legend().with("LEGEND_OPTIONS", "forceLabels:off;forceTitles:off"));
        assertThat(bare.getWidth()).as("swatch and margins").isEqualTo(30 + 2 * 8);
        BufferedImage across = picture(legend().with("LEGEND_OPTIONS", "layout:horizontal"));
        assertThat(across.getHeight()).isLessThan(plain.getHeight());
        assertThat(across.getWidth()).isGreaterThan(plain.getWidth());
        BufferedImage least = picture(legend().with("WIDTH", "400").with("HEIGHT", "300"));
        assertThat(least.getWidth()).isEqualTo(400);
        assertThat(least.getHeight()).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fontSize:0|fontSize must be a number from 1 to 100",
                "fontColor:red|fontColor must be 0xRRGGBB",
                "layout:diagonal|layout must be vertical or horizontal",
                "dpi:5|DPI must be from 20 to 1200",
                "countMatched:maybe|countMatched must be true or false"
            })
    void anOptionThatCannotBeUsedIsAMistake(String options, String mistake) {
        assertThat(text(legend().with("LEGEND_OPTIONS", options))).contains(mistake);
    }

    @Test
    void anOptionThatIsNotKnownIsReported() {
        assertThat(answer(legend().with("LEGEND_OPTIONS", "mx:0.05;fontSize:12"))
                        .warnings())
                .singleElement()
                .asString()
                .contains("LEGEND_OPTIONS mx:0.05 changes nothing");
    }

    @Test
    void aLegendMayBeKeptUntilItsMapMoves() {
        TestWms beside = legend().with("CRS", "CRS:84")
                .with("BBOX", "106.3990,29.7990,106.4015,29.8030")
                .with("SRCWIDTH", "50")
                .with("SRCHEIGHT", "80");
        String tag = answer(beside).tag();
        assertThat(answer(beside).tag()).isEqualTo(tag);
        assertThat(answer(beside.with("BBOX", "106.3990,29.7990,106.4016,29.8030"))
                        .tag())
                .isNotEqualTo(tag);
        assertThat(answer(beside.with("LEGEND_OPTIONS", "fontSize:13")).tag()).isNotEqualTo(tag);
    }

    private static TestWms legend() {
        return TestWms.getLegendGraphic().with("SLD_BODY", STYLE).with("LANGUAGE", "en");
    }

    /** Colours of the swatches from top to bottom: what is saturated and no letter. */
    private static List<Integer> swatches(BufferedImage legend) {
        List<Integer> found = new ArrayList<>();
        for (int row = 0; row < legend.getHeight(); row++) {
            int rgb = legend.getRGB(20, row) & 0xFFFFFF;
            boolean swatch = List.of(GREEN, BLUE, RED, 0xFFFF00).contains(rgb);
            if (swatch && !found.contains(rgb)) {
                found.add(rgb);
            }
        }
        return found;
    }

    private static WmsResponse answer(TestWms request) {
        return TestWms.DRAWN_SERVICE.answer(
                new WmsCall(RequestParameters.parse(request.query()), TestWms.SERVICE_URL, null, null));
    }

    private static String text(TestWms request) {
        return new String(answer(request).body(), StandardCharsets.UTF_8);
    }

    private static BufferedImage picture(TestWms request) throws IOException {
        WmsResponse answer = answer(request);
        assertThat(answer.contentType())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("image/png");
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private static JsonNode rules(TestWms request) throws IOException {
        return json(request).path("Legend").path(0).path("rules");
    }

    private static JsonNode json(TestWms request) throws IOException {
        WmsResponse answer = answer(request);
        assertThat(answer.contentType())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("application/json");
        return JsonMapper.shared().readTree(answer.body());
    }
}
