package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GetMap: which pixels get colour, and what is refused. */
class GetMapTest {
    private static final int RED = FakePortrayal.POLYGON.getRGB();

    /** Space A01 is at 106.4000 to 106.4010, 29.8000 to 29.8010: its middle is pixel 30, 50 of 100 × 80. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.3.0|CRS|CRS:84|106.3990,29.7990,106.4040,29.8030",
                "1.3.0|CRS|EPSG:4326|29.7990,106.3990,29.8030,106.4040",
                "1.3.0|CRS|EPSG:4490|29.7990,106.3990,29.8030,106.4040",
                "1.1.1|SRS|EPSG:4326|106.3990,29.7990,106.4040,29.8030",
                "1.1.1|SRS|EPSG:4490|106.3990,29.7990,106.4040,29.8030",
                "1.3.0|CRS|epsg:4326|2.97990e1,106.3990,+29.8030,1064040E-4"
            })
    void theVersionAndTheAuthorityDecideTheOrderOfTheAxes(String version, String parameter, String crs, String bbox)
            throws IOException {
        BufferedImage image = image(TestWms.getMap()
                .with("VERSION", version)
                .without("CRS")
                .with(parameter, crs)
                .with("BBOX", bbox));
        assertThat(image.getRGB(30, 50)).isEqualTo(RED);
        assertThat(image.getRGB(70, 50)).isEqualTo(RED);
        assertThat(image.getRGB(50, 50)).isEqualTo(Color.WHITE.getRGB());
        assertThat(image.getRGB(30, 20)).isEqualTo(Color.WHITE.getRGB());
    }

    /** Corners computed with PROJ (cs2cs EPSG:4326 EPSG:4544) for 106.399, 29.799 and 106.404, 29.803. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.3.0|CRS|3298653.16,635262.35,3299102.50,635740.42",
                "1.1.1|SRS|635262.35,3298653.16,635740.42,3299102.50"
            })
    void theStudysOwnSystemIsNorthingFirstInTheNewVersionOnly(String version, String parameter, String bbox)
            throws IOException {
        BufferedImage image = image(TestWms.getMap()
                .with("VERSION", version)
                .without("CRS")
                .with(parameter, "EPSG:4544")
                .with("BBOX", bbox));
        assertThat(image.getRGB(30, 50)).isEqualTo(RED);
        assertThat(image.getRGB(50, 50)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void backgroundIsWhiteOrAsAskedForOrTransparent() throws IOException {
        assertThat(image(TestWms.getMap()).getRGB(0, 0)).isEqualTo(Color.WHITE.getRGB());
        assertThat(image(TestWms.getMap().with("BGCOLOR", "0x0080fF")).getRGB(0, 0))
                .isEqualTo(0xFF0080FF);
        assertThat(image(TestWms.getMap().with("TRANSPARENT", "true")).getRGB(0, 0) >>> 24)
                .isZero();
        assertThat(TestWms.getMap()
                        .with("FORMAT", "image/jpeg")
                        .with("TRANSPARENT", "TRUE")
                        .answer()
                        .contentType())
                .isEqualTo("image/jpeg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beibei:net_carbon|''",
                "beibei:net_carbon|outline",
                "beibei:net_carbon|,",
                "beibei:net_carbon,beibei:roads|",
                "beibei:net_carbon,beibei:roads|outline",
                "beibei:net_carbon,beibei:roads|outline,",
                "beibei:net_carbon,beibei:roads|,roads",
                "beibei|",
                "beibei,yuexiu:green_ratio|,green"
            })
    void stylesMayBeLeftOutInAllWays(String layers, String styles) throws IOException {
        assertThat(image(TestWms.getMap().with("LAYERS", layers).with("STYLES", styles == null ? "" : styles))
                        .getRGB(70, 50))
                .isEqualTo(RED);
        assertThat(image(TestWms.getMap().without("STYLES")).getRGB(30, 50)).isEqualTo(RED);
    }

    @Test
    void theGroupDrawsItsFirstLayerOnTop() throws IOException {
        BufferedImage image = image(TestWms.getMap().with("LAYERS", "beibei"));
        assertThat(image.getRGB(50, 20)).isEqualTo(FakePortrayal.LINE.getRGB());
        assertThat(image.getRGB(30, 50)).as("the space hides the tree").isEqualTo(RED);
        assertThat(image(TestWms.getMap().with("LAYERS", "beibei:net_carbon,beibei:trees"))
                        .getRGB(30, 50))
                .as("the rightmost layer is on top")
                .isEqualTo(FakePortrayal.POINT.getRGB());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LAYERS|none:such|LayerNotDefined",
                "LAYERS|beibei:net_carbon,|LayerNotDefined",
                "LAYERS|BEIBEI:NET_CARBON|LayerNotDefined",
                "STYLES|pretty|StyleNotDefined",
                "STYLES|outline,outline|",
                "CRS|EPSG:4547|InvalidCRS",
                "CRS|EPSG:99999999|InvalidCRS",
                "CRS|AUTO2:42001,1,0,0|InvalidCRS",
                "BBOX|1,2,3|",
                "BBOX|a,b,c,d|",
                "BBOX|2,1,1,2|",
                "BBOX|1,1,1,2|",
                "BBOX|NaN,1,2,3|",
                "BBOX|-1e308,-1e308,1e308,1e308|",
                "WIDTH|0|",
                "WIDTH|4097|",
                "WIDTH|1.5|",
                "HEIGHT|99999999999|",
                "FORMAT|image/tiff|InvalidFormat",
                "TRANSPARENT|yes|",
                "BGCOLOR|white|",
                "EXCEPTIONS|JSON|InvalidFormat",
                "VERSION|2.0.0|",
                "SERVICE|WFS|",
                "REQUEST|GetTile|OperationNotSupported"
            })
    void eachBadParameterIsAnExceptionWithItsCode(String name, String value, String code) throws Exception {
        WmsResponse answer = TestWms.getMap().with(name, value).answer();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/xml");
        var exception = OgcSchemas.parse(answer.body())
                .getElementsByTagNameNS("http://www.opengis.net/ogc", "ServiceException")
                .item(0);
        var attribute = exception.getAttributes().getNamedItem("code");
        assertThat(attribute == null ? null : attribute.getNodeValue()).isEqualTo(code);
        assertThat(exception.getTextContent()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"VERSION", "REQUEST", "LAYERS", "CRS", "BBOX", "WIDTH", "HEIGHT", "FORMAT"})
    void eachMissingParameterIsNamed(String name) {
        assertThat(TestWms.getMap().without(name).text()).contains("ServiceException", name + " is missing");
    }

    @Test
    void pixelsAreLimitedInTotal() {
        assertThat(TestWms.getMap().with("WIDTH", "4096").with("HEIGHT", "4096").text())
                .contains("16777216 pixels, more than the 4000000");
    }

    @Test
    void aMapFarAwayIsEmptyAndDpiIsAccepted() throws IOException {
        BufferedImage image = image(TestWms.getMap()
                .with("BBOX", "-10,-10,-9,-9")
                .with("DPI", "192")
                .with("MAP_RESOLUTION", "192")
                .with("FORMAT_OPTIONS", "dpi:192")
                .with("TIME", "2020"));
        assertThat(image.getRGB(30, 50)).isEqualTo(Color.WHITE.getRGB());
        assertThat(image.getWidth()).isEqualTo(100);
    }

    @Test
    void theTagHoldsForOnePictureOnly() {
        WmsResponse first = TestWms.getMap().answer();
        assertThat(TestWms.getMap().answer(null, '"' + first.tag() + '"').status())
                .isEqualTo(304);
        assertThat(TestWms.getMap()
                        .answer(null, "\"x\", W/\"" + first.tag() + '"')
                        .status())
                .isEqualTo(304);
        assertThat(TestWms.getMap()
                        .with("STYLES", "outline")
                        .answer(null, '"' + first.tag() + '"')
                        .status())
                .isEqualTo(200);
        assertThat(TestWms.getMap().with("WIDTH", "101").answer().tag()).isNotEqualTo(first.tag());
        assertThat(TestWms.getMap().with("WIDTH", "0").answer().tag()).isNull();
    }

    private static BufferedImage image(TestWms request) throws IOException {
        WmsResponse answer = request.answer();
        assertThat(answer.contentType())
                .as(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("image/png");
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }
}
