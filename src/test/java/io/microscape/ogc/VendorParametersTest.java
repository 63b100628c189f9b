package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters beyond the standard that clients of other servers send. */
class VendorParametersTest {
    @Test
    void aFilterChoosesWhatIsDrawnAndFound() throws Exception {
        int all = inkOf(TestWms.getMap());
        int one = inkOf(TestWms.getMap().with("CQL_FILTER", "net_carbon_kg > 1000"));
        assertThat(one).isPositive().isLessThan(all);
        assertThat(inkOf(TestWms.getMap().with("CQL_FILTER", "code = 'A;1'"))).isZero();
        assertThat(inkOf(TestWms.getMap().with("CQL_FILTER", "BBOX(geometry, 106.3, 29.7, 106.5, 29.9)")))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "net_carbon_kg >              | is not ECQL",
                "height > 3                   | names height",
                "code = 'a';code = 'b'        | holds 2 filters",
                "env('user.home') = 'x'       | env",
                "name LIKE '%a%a%a%a%a%a%a%a%a' | wildcards"
            })
    void aMistakeInAFilterIsNamed(String filter, String mistake) {
        assertThat(TestWms.getMap().with("CQL_FILTER", filter).text())
                .contains("code=\"InvalidParameterValue\"")
                .contains(mistake);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DPI=362.857", "MAP_RESOLUTION=362.857", "FORMAT_OPTIONS=antialias:on;dpi:362.857"})
    void fourTimesTheDensityMakesLinesFourPixelsWide(String parameter) throws Exception {
        // the line lies between two rows of pixels: one pixel wide it touches both, four wide it fills four
        TestWms road = TestWms.getMap().with("LAYERS", "beibei:roads");
        int thin = inkOf(road);
        String[] parts = parameter.split("=");
        assertThat((double) inkOf(road.with(parts[0], parts[1])) / thin).isBetween(1.8, 2.4);
    }

    /**
     * The tree stands 10 pixels west of the picture, and its mark of 40 pixels reaches 10 pixels into it. The mark's size
     * comes from the feature, so that nobody knows it before the feature is read.
     */
    @Test
    void aBufferBringsInWhatReachesIntoTheMapFromOutside() throws Exception {
        String sheet = SuppliedStylesTest.sheet(SuppliedStylesTest.namedLayer(
                FakeAtlas.TREES,
                SuppliedStylesTest.userStyle(
                        "by_feature",
                        "<PointSymbolizer><Graphic><Mark><Fill/></Mark><Size><ogc:Mul><ogc:Literal>20</ogc:Literal>"
                                + "<ogc:Function name=\"strLength\"><ogc:PropertyName>code</ogc:PropertyName>"
                                + "</ogc:Function></ogc:Mul></Size></Graphic></PointSymbolizer>")));
        TestWms map = TestWms.getMap()
                .with("LAYERS", FakeAtlas.TREES)
                .with("BBOX", "106.4010,29.7985,106.4060,29.8025")
                .with("SLD_BODY", sheet);
        assertThat(inkOf(map)).isZero();
        assertThat(inkOf(map.with("BUFFER", "20"))).isEqualTo(10 * 40);
        assertThat(map.with("BUFFER", "-1").text()).contains("BUFFER must be a whole number from 0 to 1000");
    }

    @Test
    void aStyleSheetIsGivenAsItIsPublished() {
        String sheet = new String(
                TestWms.answer("REQUEST=GetStyles&VERSION=1.1.1&LAYERS=" + FakeAtlas.SPACES, null, null)
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(sheet).contains("StyledLayerDescriptor");
    }

    @Test
    void aColonThatIsEscapedTwiceStillNamesTheLayer() {
        assertThat(TestWms.getMap()
                        .with("LAYERS", FakeAtlas.SPACES.replace(":", "%3A"))
                        .answer()
                        .contentType())
                .isEqualTo("image/png");
    }

    /** Pixels that are not white. */
    private static int inkOf(TestWms request) throws Exception {
        WmsResponse answer = TestWms.DRAWN_SERVICE.answer(
                new WmsCall(RequestParameters.parse(request.query()), TestWms.SERVICE_URL, null, null));
        assertThat(answer.contentType())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("image/png");
        var image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        int ink = 0;
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                ink += (image.getRGB(column, row) & 0xFFFFFF) == 0xFFFFFF ? 0 : 1;
            }
        }
        return ink;
    }
}
