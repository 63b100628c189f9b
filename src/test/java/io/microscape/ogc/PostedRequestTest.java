package io.microscape.ogc;

import static io.microscape.ogc.SuppliedStylesTest.namedLayer;
import static io.microscape.ogc.SuppliedStylesTest.polygon;
import static io.microscape.ogc.SuppliedStylesTest.sheet;
import static io.microscape.ogc.SuppliedStylesTest.userStyle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Requests whose parameters stand in a body: forms, style sheets, GetMap as XML. */
class PostedRequestTest {
    private static final String GREEN = sheet(namedLayer("beibei:net_carbon", userStyle("绿", polygon("#00FF00"))));
    private static final String FORM = "application/x-www-form-urlencoded";

    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(TestWms.drawnController()).build();

    @Test
    void aFormMayBeLong() throws Exception {
        String padded = GREEN.replace("<UserStyle>", "<!--" + "x".repeat(150_000) + "--><UserStyle>");
        isGreen(posted("", FORM, bytes(TestWms.getMap().with("SLD_BODY", padded).query())));
        String most = TestWms.getMap().with("SLD_BODY", "x".repeat(200_000)).query();
        assertThat(posted("", FORM, bytes(most)).getContentAsString())
                .contains("ServiceException")
                .contains("larger than the 200000 bytes");
    }

    @Test
    void aStyleSheetMayBeTheBody() throws Exception {
        String query = TestWms.getMap().query();
        isGreen(posted(query, "application/vnd.ogc.sld+xml", bytes(GREEN)));
        isGreen(posted(query, "text/xml; charset=UTF-8", bytes("\uFEFF" + GREEN)));
        isGreen(posted(query, FORM, bytes("\n " + GREEN)));
        isGreen(posted(query, null, bytes(GREEN)));
    }

    @Test
    void theBodyMayBeInTheCharsetsOfChina() throws Exception {
        Charset gbk = Charset.forName("GBK");
        String declared = "<?xml version=\"1.0\" encoding=\"GBK\"?>" + GREEN;
        String query = TestWms.getMap().with("STYLES", "绿").query();
        isGreen(posted(query, "application/xml", declared.getBytes(gbk)));
        isGreen(posted(query, "application/xml; charset=GBK", GREEN.getBytes(gbk)));
    }

    /** OGC 05-078r4, GetMap.xsd. */
    @Test
    void getMapMayBeADocument() throws Exception {
        String document = """
                <sld:GetMap version="1.3.0" xmlns:sld="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
                    xmlns:ows="http://www.opengis.net/ows" xmlns:wms="http://www.opengis.net/wms">
                  <sld:StyledLayerDescriptor version="1.1.0">
                    <sld:NamedLayer><se:Name>beibei:net_carbon</se:Name><sld:UserStyle><se:FeatureTypeStyle><se:Rule>
                      <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#00FF00</se:SvgParameter></se:Fill>
                      </se:PolygonSymbolizer></se:Rule></se:FeatureTypeStyle></sld:UserStyle></sld:NamedLayer>
                  </sld:StyledLayerDescriptor>
                  <sld:CRS>EPSG:4326</sld:CRS>
                  <sld:BoundingBox><ows:LowerCorner>29.7990 106.3990</ows:LowerCorner>
                    <ows:UpperCorner>29.8030 106.4040</ows:UpperCorner></sld:BoundingBox>
                  <sld:Output><sld:Size><sld:Width>100</sld:Width><sld:Height>80</sld:Height></sld:Size>
                    <wms:Format>image/png</wms:Format><sld:Transparent>true</sld:Transparent></sld:Output>
                  <sld:Exceptions>XML</sld:Exceptions>
                </sld:GetMap>
                """;
        OgcSchemas.schema("http://schemas.opengis.net/sld/1.1.0/GetMap.xsd")
                .newValidator()
                .validate(new StreamSource(new StringReader(document)));
        MockHttpServletResponse answer = posted("", "application/xml", bytes(document));
        isGreen(answer);
        assertThat(picture(answer).getRGB(0, 0)).as("transparent").isZero();
        assertThat(posted("", "application/xml", bytes(document.replace("<sld:CRS>EPSG:4326</sld:CRS>", "<sld:Nick/>")))
                        .getContentAsString())
                .contains("not known: GetMap/Nick");
    }

    /** As requests of WMS 1.1.1 are written in manuals of servers. */
    @Test
    void theOlderDocumentIsReadAsWell() throws Exception {
        String document = """
                <?xml version="1.0" encoding="UTF-8"?>
                <ogc:GetMap xmlns:ogc="http://www.opengis.net/ows" xmlns:gml="http://www.opengis.net/gml"
                    version="1.1.1" service="WMS">%s
                  <BoundingBox srsName="http://www.opengis.net/gml/srs/epsg.xml#4326">
                    <gml:coord><gml:X>106.3990</gml:X><gml:Y>29.7990</gml:Y></gml:coord>
                    <gml:coord><gml:X>106.4040</gml:X><gml:Y>29.8030</gml:Y></gml:coord>
                  </BoundingBox>
                  <Output><Format>image/png</Format><Size><Width>100</Width><Height>80</Height></Size></Output>
                </ogc:GetMap>
                """.formatted(GREEN);
        isGreen(posted("", "application/xml", bytes(document)));
        isGreen(posted(
                "",
                "application/xml",
                bytes(document.replaceAll(
                        "(?s)<gml:coord>.*</gml:coord>",
                        "<gml:coordinates>106.3990,29.7990 106.4040,29.8030</gml:coordinates>"))));
    }

    @Test
    void anotherBodyIsRefusedAsAReport() throws Exception {
        assertThat(posted("VERSION=1.3.0", "application/xml", bytes("<GetFeature/>"))
                        .getContentAsString())
                .contains("ServiceException")
                .contains("begins with GetFeature");
        assertThat(posted("VERSION=1.3.0", "application/xml", bytes("<GetMap")).getContentAsString())
                .contains("is not usable XML");
        assertThat(posted("REQUEST=GetMap", "application/json", bytes("{}")).getContentAsString())
                .contains("ServiceException")
                .contains("VERSION");
    }

    private MockHttpServletResponse posted(String query, String contentType, byte[] body) throws Exception {
        var request = post("/wms").content(body).with(posted -> {
            posted.setQueryString(query);
            return posted;
        });
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static void isGreen(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getContentType()).as(answer.getContentAsString()).isEqualTo("image/png");
        assertThat(picture(answer).getRGB(30, 50)).isEqualTo(0xFF00FF00);
    }

    private static BufferedImage picture(MockHttpServletResponse answer) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(answer.getContentAsByteArray()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
