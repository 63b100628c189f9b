package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.xml.transform.stream.StreamSource;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Capabilities and reports against the schemas of the OGC, and the rules that no schema can express. */
class WmsCapabilitiesTest {
    private static final String WMS = "http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd";
    private static final String SLD = "http://schemas.opengis.net/sld/1.1.0/sld_capabilities.xsd";
    private static final String EXCEPTIONS = "http://schemas.opengis.net/wms/1.3.0/exceptions_1_3_0.xsd";

    private final XPath xpath = XPathFactory.newInstance().newXPath();

    @Test
    void version130IsValidByItsSchema() throws Exception {
        WmsResponse answer = TestWms.getCapabilities("1.3.0").answer();
        assertThat(answer.contentType()).isEqualTo("text/xml;charset=UTF-8");
        OgcSchemas.schema(WMS, SLD).newValidator().validate(new StreamSource(new ByteArrayInputStream(answer.body())));
    }

    @Test
    void theSchemaCheckCanFail() throws Exception {
        String broken = TestWms.getCapabilities("1.3.0").text().replace("<Format>text/xml</Format>", "<Formt/>");
        var validator = OgcSchemas.schema(WMS, SLD).newValidator();
        assertThatCode(() -> validator.validate(
                        new StreamSource(new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8)))))
                .hasMessageContaining("Formt");
    }

    @Test
    void version111IsValidByItsDtd() throws Exception {
        WmsResponse answer = TestWms.getCapabilities("1.1.1").answer();
        assertThat(answer.contentType()).startsWith("application/vnd.ogc.wms_xml");
        Document document = OgcSchemas.parseWithDtd(answer.body());
        assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("1.1.1");
    }

    @Test
    void exceptionsAreValidInBothVersions() throws Exception {
        byte[] modern = TestWms.getMap().with("CRS", "EPSG:1").answer().body();
        OgcSchemas.schema(EXCEPTIONS).newValidator().validate(new StreamSource(new ByteArrayInputStream(modern)));
        WmsResponse old = TestWms.getMap111().with("SRS", "EPSG:1").answer();
        assertThat(old.contentType()).startsWith("application/vnd.ogc.se_xml");
        Document document = OgcSchemas.parseWithDtd(old.body());
        assertThat(xpath.evaluate("//ServiceException/@code", document)).isEqualTo("InvalidSRS");
    }

    @Test
    void anUnknownFormatFallsBack() {
        assertThat(TestWms.getCapabilities("1.3.0")
                        .with("FORMAT", "no/such")
                        .answer()
                        .contentType())
                .startsWith("text/xml");
    }

    @Test
    void theLayersOfAStudyHangBelowItsGroup() throws Exception {
        Document document = capabilities("1.3.0");
        assertThat(xpath.evaluate("count(/*/*[local-name()='Capability']/*[local-name()='Layer'])", document))
                .isEqualTo("1");
        assertThat(texts(document, layer("") + "/*[local-name()='Name']")).isEmpty();
        assertThat(texts(document, "//*[local-name()='Layer']/*[local-name()='Name']"))
                .containsExactly(
                        "beibei", FakeAtlas.SPACES, FakeAtlas.ROADS, FakeAtlas.TREES, "yuexiu", FakeAtlas.EMPTY);
        assertThat(texts(document, "//*[local-name()='Layer'][@queryable='0']/*[local-name()='Name']"))
                .containsExactly(FakeAtlas.ROADS);
    }

    @Test
    void boxesHaveAreaAndFollowTheAxesOfTheVersion() throws Exception {
        for (String version : new String[] {"1.3.0", "1.1.1"}) {
            NodeList boxes = (NodeList)
                    xpath.evaluate("//*[local-name()='BoundingBox']", capabilities(version), XPathConstants.NODESET);
            assertThat(boxes.getLength()).isPositive();
            for (int i = 0; i < boxes.getLength(); i++) {
                Element box = (Element) boxes.item(i);
                assertThat(number(box, "minx")).isLessThan(number(box, "maxx"));
                assertThat(number(box, "miny")).isLessThan(number(box, "maxy"));
            }
        }
        String box =
                "//*[local-name()='Layer'][*[local-name()='Name']='%s']/*[local-name()='BoundingBox'][@%s='%s']/@%s";
        Document modern = capabilities("1.3.0");
        Document old = capabilities("1.1.1");
        assertThat(xpath.evaluate(box.formatted(FakeAtlas.SPACES, "CRS", "CRS:84", "minx"), modern))
                .isEqualTo("106.4");
        assertThat(xpath.evaluate(box.formatted(FakeAtlas.SPACES, "CRS", "EPSG:4326", "minx"), modern))
                .isEqualTo("29.8");
        assertThat(xpath.evaluate(box.formatted(FakeAtlas.SPACES, "SRS", "EPSG:4326", "minx"), old))
                .isEqualTo("106.4");
        assertThat(xpath.evaluate(box.formatted(FakeAtlas.SPACES, "CRS", "EPSG:4544", "minx"), modern))
                .startsWith("3298");
        assertThat(xpath.evaluate(box.formatted(FakeAtlas.SPACES, "SRS", "EPSG:4544", "minx"), old))
                .startsWith("635");
    }

    @Test
    void everyLayerIsOfferedInTheEverydaySystemsAndItsStudys() throws Exception {
        assertThat(texts(
                        capabilities("1.3.0"),
                        "//*[local-name()='Layer'][*[local-name()='Name']='" + FakeAtlas.EMPTY
                                + "']/*[local-name()='CRS']"))
                .containsExactly("CRS:84", "EPSG:4326", "EPSG:3857", "EPSG:4490", "EPSG:4547");
    }

    @Test
    void legendsHaveTheSizeThatIsAdvertised() throws Exception {
        NodeList legends = (NodeList)
                xpath.evaluate("//*[local-name()='LegendURL']", capabilities("1.3.0"), XPathConstants.NODESET);
        assertThat(legends.getLength()).isEqualTo(5);
        for (int i = 0; i < legends.getLength(); i++) {
            Element legend = (Element) legends.item(i);
            String href = xpath.evaluate("*[local-name()='OnlineResource']/@*[local-name()='href']", legend);
            assertThat(href).startsWith(TestWms.SERVICE_URL + "?");
            // Another language in the header must not change what the address gives.
            WmsResponse answer = TestWms.answer(href.substring(href.indexOf('?') + 1), "zh", null);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
            assertThat(image.getWidth()).isEqualTo((int) number(legend, "width"));
            assertThat(image.getHeight()).isEqualTo((int) number(legend, "height"));
        }
    }

    @Test
    void addressesForGetEndInAQuestionMark() throws Exception {
        assertThat(texts(capabilities("1.3.0"), "//*[local-name()='Get']/*/@*[local-name()='href']"))
                .hasSize(4)
                .containsOnly(TestWms.SERVICE_URL + "?");
    }

    @Test
    void titlesComeInTheLanguageAskedForOrInBoth() {
        assertThat(TestWms.getCapabilities("1.3.0").text()).contains("<Title>Net carbon 净碳量</Title>");
        assertThat(TestWms.getCapabilities("1.3.0").with("LANGUAGE", "zh").text())
                .contains("<Title>净碳量</Title>", "<Title>样式 net_carbon</Title>")
                .contains("LANGUAGE=zh");
        assertThat(new String(
                        TestWms.getCapabilities("1.3.0")
                                .answer("en-GB,en;q=0.9", null)
                                .body(),
                        StandardCharsets.UTF_8))
                .contains("<Title>Net carbon</Title>");
    }

    @Test
    void keywordsTellWhatALayerIsMadeFrom() throws Exception {
        assertThat(texts(
                        capabilities("1.3.0"),
                        "//*[local-name()='Layer'][*[local-name()='Name']='" + FakeAtlas.SPACES
                                + "']/*/*[@vocabulary='urn:microscape:source']"))
                .containsExactly("spaces");
    }

    private Document capabilities(String version) throws Exception {
        return OgcSchemas.parse(TestWms.getCapabilities(version).answer().body());
    }

    private static String layer(String below) {
        return "/*/*[local-name()='Capability']/*[local-name()='Layer']" + below;
    }

    private java.util.List<String> texts(Document document, String path) throws Exception {
        NodeList nodes = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
