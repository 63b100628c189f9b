package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Style sheets that come with a request. On the map of {@link TestWms#getMap} a pixel is 0.00005 degrees: space A01 lies on
 * columns 20 to 39 and rows 40 to 59, A02 on columns 60 to 79 of the same rows, the road between rows 19 and 20.
 */
class SuppliedStylesTest {
    private static final int WHITE = 0xFFFFFF;

    @Test
    void withoutLayersTheSheetIsTheMap() throws IOException {
        String sheet = sheet(
                namedLayer("beibei:net_carbon", userStyle("a", polygon("#00FF00"))),
                namedLayer("beibei:roads", userStyle("b", line("#0000FF", 4))));
        BufferedImage map =
                picture(TestWms.getMap().without("LAYERS").without("STYLES").with("SLD_BODY", sheet));
        assertThat(rgb(map, 30, 50)).isEqualTo(0x00FF00);
        assertThat(rgb(map, 70, 50)).isEqualTo(0x00FF00);
        assertThat(rgb(map, 50, 19)).isEqualTo(0x0000FF);
        assertThat(rgb(map, 50, 50)).isEqualTo(WHITE);
    }

    @Test
    void allStylesOfALayerAreDrawnOneOverTheOther() throws IOException {
        String sheet = sheet(
                namedLayer(
                        "beibei:net_carbon",
                        userStyle("under", polygon("#FF0000"))
                                + userStyle("over", rule(onlyOf("A02"), polygon("#0000FF")))),
                namedLayer("beibei:roads", ""));
        BufferedImage map =
                picture(TestWms.getMap().without("LAYERS").without("STYLES").with("SLD_BODY", sheet));
        assertThat(rgb(map, 30, 50)).isEqualTo(0xFF0000);
        assertThat(rgb(map, 70, 50)).isEqualTo(0x0000FF);
        assertThat(rgb(map, 50, 19)).as("in its own style").isNotEqualTo(WHITE);
    }

    @Test
    void withLayersTheSheetIsALibraryOfStyles() throws IOException {
        String sheet = sheet(namedLayer(
                "beibei:net_carbon",
                userStyle("green", polygon("#00FF00"))
                        + userStyle("black", "<IsDefault>1</IsDefault>", polygon("#000000"))));
        TestWms request = TestWms.getMap().with("SLD_BODY", sheet);
        assertThat(rgb(picture(request), 30, 50)).as("the sheet's default").isEqualTo(0);
        assertThat(rgb(picture(request.with("STYLES", "green")), 30, 50)).isEqualTo(0x00FF00);
        assertThat(rgb(picture(request.with("STYLES", "outline")), 30, 50))
                .as("the layer's own")
                .isEqualTo(0xC0392B);
        BufferedImage both =
                picture(request.with("LAYERS", "beibei:roads,beibei:net_carbon").with("STYLES", ",green"));
        assertThat(rgb(both, 30, 50)).isEqualTo(0x00FF00);
        assertThat(rgb(both, 50, 19)).isNotEqualTo(WHITE);
        assertThat(request.with("STYLES", "pink").text()).contains("StyleNotDefined");
    }

    @Test
    void aConstraintLeavesFeaturesOut() throws IOException {
        String sheet = sheet(namedLayer(
                "beibei:net_carbon",
                "<LayerFeatureConstraints><FeatureTypeConstraint>" + onlyOf("A02")
                        + "</FeatureTypeConstraint></LayerFeatureConstraints>"
                        + userStyle("green", polygon("#00FF00"))));
        TestWms request = TestWms.getMap().with("SLD_BODY", sheet);
        BufferedImage map = picture(request);
        assertThat(rgb(map, 30, 50)).isEqualTo(WHITE);
        assertThat(rgb(map, 70, 50)).isEqualTo(0x00FF00);
        assertThat(rgb(picture(request.with("CQL_FILTER", "code = 'A01'")), 70, 50))
                .as("both at once")
                .isEqualTo(WHITE);
    }

    @Test
    void featureInformationIsOfWhatTheSheetDraws() throws IOException {
        String sheet =
                sheet(namedLayer("beibei:net_carbon", userStyle("one", rule(onlyOf("A02"), polygon("#00FF00")))));
        TestWms info = TestWms.getFeatureInfo().with("SLD_BODY", sheet).with("INFO_FORMAT", "text/plain");
        assertThat(drawn(info)).contains("no features were found");
        assertThat(drawn(info.with("I", "70"))).contains("A02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<NamedLayer><Name>beibei:net_carbon</Name><UserStyle><FeatureTypeStyle><Rule><Name>r7</Name>"
                        + "<RasterSymbolizer/></Rule></FeatureTypeStyle></UserStyle></NamedLayer>"
                        + "|rule r7, RasterSymbolizer: is not drawn",
                "<NamedLayer><Name>beibei:net_carbon</Name><UserStyle><FeatureTypeStyle><Rule><Name>r8</Name>"
                        + "<PointSymbolizer><Graphic><Mark><WellKnownName>duck</WellKnownName></Mark></Graphic>"
                        + "</PointSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer>"
                        + "|rule r8: Mark/WellKnownName: there is no mark duck",
                "<NamedLayer><Name>beibei:net_carbon</Name><UserStyle><FeatureTypeStyle><Rule><PointSymbolizer><Graphic>"
                        + "<ExternalGraphic><OnlineResource href='http://127.0.0.1/x.png'/></ExternalGraphic></Graphic>"
                        + "</PointSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer>"
                        + "|pictures from elsewhere are not drawn",
                "<NamedLayer><Name>nowhere:none</Name></NamedLayer>|LayerNotDefined",
                "<NamedLayer><Name>beibei:roads</Name><NamedStyle><Name>pink</Name></NamedStyle></NamedLayer>"
                        + "|StyleNotDefined",
                "<NamedLayer><UserStyle/></NamedLayer>|NamedLayer: has no Name",
                "<UserLayer/>|features are those of published layers",
                "<UseSLDLibrary/>|not fetched",
                "<NamedLayer|is not usable XML",
                "<Name>empty</Name>|has no NamedLayer",
                "<NamedLayer><Name>beibei:roads</Name><LayerFeatureConstraints><FeatureTypeConstraint><Filter>"
                        + "<PropertyIsNull><PropertyName>height</PropertyName></PropertyIsNull></Filter>"
                        + "</FeatureTypeConstraint></LayerFeatureConstraints></NamedLayer>|names height"
            })
    void aMistakeIsNamedWithItsPlace(String content, String mistake) {
        String text = drawn(TestWms.getMap().without("LAYERS").without("STYLES").with("SLD_BODY", sheet(content)));
        assertThat(text).contains("ServiceException").contains(mistake);
    }

    @Test
    void nothingIsReadFromElsewhere() {
        assertThat(drawn(TestWms.getMap().with("SLD", "http://127.0.0.1/style.sld")))
                .contains("InvalidParameterValue")
                .contains("fetches none");
        String entity = "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>"
                + sheet(namedLayer("beibei:net_carbon", userStyle("&secret;", polygon("#00FF00"))));
        assertThat(drawn(TestWms.getMap().with("SLD_BODY", entity)))
                .contains("ServiceException")
                .contains("DOCTYPE");
    }

    @Test
    void aSheetIsBounded() {
        String rules = rule("", polygon("#00FF00")).repeat(21);
        assertThat(drawn(withStyle(rules))).contains("a style may have 20");
        assertThat(drawn(withStyle(rule("", polygon("#00FF00").repeat(81))))).contains("81 symbolizers");
        String deep = "<And>".repeat(300) + "</And>".repeat(300);
        assertThat(drawn(withStyle(rule("<Filter>" + deep + "</Filter>", polygon("#00FF00")))))
                .contains("200 deep");
        String pattern = "<Filter><PropertyIsLike wildCard=\"#\" singleChar=\"_\" escape=\"!\">"
                + "<PropertyName>code</PropertyName><Literal>#a#a#a#a#a#a#a#a#a</Literal></PropertyIsLike></Filter>";
        assertThat(drawn(withStyle(rule(pattern, polygon("#00FF00"))))).contains("wildcards");
        assertThat(drawn(TestWms.getMap().with("SLD_BODY", " ".repeat(200_001))))
                .contains("200000 characters");
    }

    /** Each level copies the one below it twice: 2^40 functions. */
    @Test
    void nestedFunctionsDoNotFillTheMemory() {
        String look = "<ogc:PropertyName>net_carbon_kg</ogc:PropertyName>";
        for (int level = 0; level < 40; level++) {
            look = "<se:Categorize><se:LookupValue>" + look
                    + "</se:LookupValue><se:Value>1</se:Value><se:Threshold>2</se:Threshold><se:Value>3</se:Value>"
                    + "</se:Categorize>";
        }
        String symbolizer = "<PolygonSymbolizer xmlns:se=\"http://www.opengis.net/se\""
                + " xmlns:ogc=\"http://www.opengis.net/ogc\"><Fill><CssParameter name=\"fill-opacity\">" + look
                + "</CssParameter></Fill></PolygonSymbolizer>";
        assertThat(drawn(withStyle(rule("", symbolizer)))).contains("nested too deep");
    }

    @Test
    void aMapMayBeKeptUntilItsSheetChanges() {
        TestWms request = withStyle(rule("", polygon("#00FF00")));
        String tag = TestWms.DRAWN_SERVICE.answer(call(request, null)).tag();
        assertThat(TestWms.DRAWN_SERVICE
                        .answer(call(withStyle(rule("", polygon("#00FF00"))), '"' + tag + '"'))
                        .status())
                .isEqualTo(304);
        assertThat(TestWms.DRAWN_SERVICE
                        .answer(call(withStyle(rule("", polygon("#00FF01"))), null))
                        .tag())
                .isNotEqualTo(tag);
        assertThat(TestWms.DRAWN_SERVICE.answer(call(TestWms.getMap(), null)).tag())
                .isNotEqualTo(tag);
    }

    @Test
    void whatTheMapDoesNotShowIsToldAsAWarning() {
        String symbolizer = polygon("#00FF00").replace("</Fill>", "</Fill><VendorOption name=\"组合\">1</VendorOption>");
        WmsResponse answer = TestWms.DRAWN_SERVICE.answer(call(withStyle(rule("<Name>林地</Name>", symbolizer)), null));
        assertThat(answer.contentType()).isEqualTo("image/png");
        assertThat(answer.warnings())
                .singleElement()
                .asString()
                .isEqualTo("199 microscape \"SLD: rule \\\\u6797\\\\u5730, PolygonSymbolizer/VendorOption"
                        + " \\\"\\\\u7EC4\\\\u5408\\\" is ignored\"");
    }

    static String sheet(String... layers) {
        return "<StyledLayerDescriptor version=\"1.0.0\" xmlns=\"http://www.opengis.net/sld\""
                + " xmlns:ogc=\"http://www.opengis.net/ogc\">" + String.join("", layers) + "</StyledLayerDescriptor>";
    }

    static String namedLayer(String name, String content) {
        return "<NamedLayer><Name>" + name + "</Name>" + content + "</NamedLayer>";
    }

    static String userStyle(String name, String symbolizer) {
        return userStyle(name, "", symbolizer);
    }

    private static String userStyle(String name, String properties, String content) {
        String rules = content.startsWith("<Rule>") ? content : rule("", content);
        return "<UserStyle><Name>" + name + "</Name>" + properties + "<FeatureTypeStyle>" + rules
                + "</FeatureTypeStyle></UserStyle>";
    }

    static String rule(String properties, String symbolizer) {
        return "<Rule>" + properties + symbolizer + "</Rule>";
    }

    static String polygon(String fill) {
        return "<PolygonSymbolizer><Fill><CssParameter name=\"fill\">" + fill
                + "</CssParameter></Fill></PolygonSymbolizer>";
    }

    private static String line(String stroke, int width) {
        return "<LineSymbolizer><Stroke><CssParameter name=\"stroke\">" + stroke
                + "</CssParameter><CssParameter name=\"stroke-width\">" + width
                + "</CssParameter></Stroke></LineSymbolizer>";
    }

    static String onlyOf(String code) {
        return "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>" + code
                + "</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>";
    }

    private static TestWms withStyle(String rules) {
        return TestWms.getMap().with("SLD_BODY", sheet(namedLayer("beibei:net_carbon", userStyle("mine", rules))));
    }

    private static WmsCall call(TestWms request, String ifNoneMatch) {
        return new WmsCall(RequestParameters.parse(request.query()), TestWms.SERVICE_URL, null, ifNoneMatch);
    }

    private static String drawn(TestWms request) {
        return new String(TestWms.DRAWN_SERVICE.answer(call(request, null)).body(), StandardCharsets.UTF_8);
    }

    private static BufferedImage picture(TestWms request) throws IOException {
        WmsResponse answer = TestWms.DRAWN_SERVICE.answer(call(request, null));
        assertThat(answer.contentType())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("image/png");
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private static int rgb(BufferedImage picture, int column, int row) {
        return picture.getRGB(column, row) & WHITE;
    }
}
