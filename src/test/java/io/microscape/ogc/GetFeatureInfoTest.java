package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GetFeatureInfoTest {
    @Test
    void geoJsonHasFullValuesAndTheWordsToShowThem() throws Exception {
        WmsResponse answer = TestWms.getFeatureInfo().answer();
        assertThat(answer.contentType()).isEqualTo("application/json");
        JsonNode json = new JsonMapper().readTree(answer.body());
        JsonNode feature = json.get("features").get(0);
        assertThat(feature.get("id").asString()).isEqualTo("beibei.A01");
        assertThat(feature.get("properties").get("net_carbon_kg").asDouble()).isEqualTo(12345.678901);
        assertThat(feature.get("properties").get("sampled").asBoolean()).isTrue();
        assertThat(feature.get("properties").get("neighbours_15m").asLong()).isEqualTo(3);
        var geometry = new GeoJsonReader().read(feature.get("geometry").toString());
        assertThat(geometry.getEnvelopeInternal().getMinX()).isEqualTo(106.4);
        assertThat(geometry.getEnvelopeInternal().getMinY()).isEqualTo(29.8);
        JsonNode attribute = json.get("layers").get(0).get("attributes").get(3);
        assertThat(attribute.get("unit").asString()).isEqualTo("kg CO2");
        assertThat(attribute.get("title").get("zh").asString()).isEqualTo("净碳量");
    }

    @Test
    void aMissingValueIsNullAndIllegalCharactersDoNoHarm() throws Exception {
        TestWms second = TestWms.getFeatureInfo().with("I", "70");
        JsonNode json = new JsonMapper().readTree(second.answer().body());
        assertThat(json.get("features")
                        .get(0)
                        .get("properties")
                        .get("net_carbon_kg")
                        .isNull())
                .isTrue();
        assertThat(second.with("INFO_FORMAT", "text/html")
                        .with("LANGUAGE", "zh")
                        .text())
                .contains("净碳量", "无数据");
        byte[] gml =
                second.with("INFO_FORMAT", "application/vnd.ogc.gml").answer().body();
        assertThat(OgcSchemas.parse(gml).getElementsByTagName("ms:name").item(0).getTextContent())
                .isEqualTo("bad\uFFFDtext");
    }

    @Test
    void textHasALineForEachAttribute() {
        assertThat(TestWms.getFeatureInfo().with("INFO_FORMAT", "text/plain").text())
                .contains("beibei:net_carbon", "  net_carbon_kg = 12345.678901 kg CO2\n", "  sampled = true\n");
    }

    @Test
    void htmlIsEscapedAndBilingual() {
        String html = TestWms.getFeatureInfo().with("INFO_FORMAT", "text/html").text();
        assertThat(html)
                .contains("Net carbon 净碳量", "12,346 kg CO2", "嘉陵 &lt;b&gt;花园&lt;/b&gt; &amp; &quot;co&quot;")
                .doesNotContain("<b>花园");
        assertThat(TestWms.getFeatureInfo()
                        .with("INFO_FORMAT", "text/html")
                        .with("LANGUAGE", "en")
                        .text())
                .contains("Net carbon</th>")
                .doesNotContain("净碳量");
    }

    @Test
    void gmlIsInTheSystemOfTheMapWithXFirst() throws Exception {
        WmsResponse answer = TestWms.getFeatureInfo()
                .with("INFO_FORMAT", "application/vnd.ogc.gml")
                .with("CRS", "EPSG:4326")
                .with("BBOX", "29.7990,106.3990,29.8030,106.4040")
                .answer();
        var document = OgcSchemas.parse(answer.body());
        var polygon = document.getElementsByTagName("gml:Polygon").item(0);
        assertThat(polygon.getAttributes().getNamedItem("srsName").getNodeValue())
                .isEqualTo("EPSG:4326");
        assertThat(polygon.getTextContent().strip()).startsWith("106.4,29.8");
    }

    @Test
    void version111AsksWithXAndY() {
        assertThat(TestWms.getFeatureInfo()
                        .with("VERSION", "1.1.1")
                        .without("CRS")
                        .with("SRS", "EPSG:4326")
                        .without("I")
                        .without("J")
                        .with("X", "30")
                        .with("Y", "50")
                        .text())
                .contains("beibei.A01");
    }

    @Test
    void toleranceReachesBeyondTheEdge() {
        TestWms outside = TestWms.getFeatureInfo().with("I", "45");
        assertThat(outside.text()).contains("\"features\":[]");
        assertThat(outside.with("BUFFER", "8").text()).contains("beibei.A01");
    }

    @Test
    void featuresAreCountedForEachLayer() {
        TestWms wide = TestWms.getFeatureInfo().with("I", "50").with("TOLERANCE", "30");
        assertThat(features(wide)).isEqualTo(1);
        assertThat(features(wide.with("FEATURE_COUNT", "2"))).isEqualTo(2);
        assertThat(features(wide.with("FEATURE_COUNT", "-7"))).isEqualTo(1);
        assertThat(features(
                        wide.with("FEATURE_COUNT", "2").with("LAYERS", "beibei").with("QUERY_LAYERS", "beibei")))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I|100|InvalidPoint",
                "J|80|InvalidPoint",
                "I|-1|InvalidPoint",
                "I|1.5|InvalidPoint",
                "J|x|InvalidPoint",
                "QUERY_LAYERS|none|LayerNotDefined",
                "INFO_FORMAT|application/pdf|InvalidFormat"
            })
    void whatCannotBeAskedHasItsCode(String name, String value, String code) {
        assertThat(TestWms.getFeatureInfo().with(name, value).text()).contains("code=\"" + code + "\"");
    }

    @Test
    void aLayerThatIsNotQueryableOrNotInTheMapIsRefused() {
        assertThat(TestWms.getFeatureInfo()
                        .with("LAYERS", FakeAtlas.ROADS)
                        .with("QUERY_LAYERS", FakeAtlas.ROADS)
                        .text())
                .contains("code=\"LayerNotQueryable\"");
        assertThat(TestWms.getFeatureInfo()
                        .with("QUERY_LAYERS", FakeAtlas.TREES)
                        .text())
                .contains("not among the LAYERS");
    }

    @Test
    void anEmptyPlaceGivesAnEmptyAnswerInEveryFormat() {
        for (String format : FeatureInfoFormat.mimeTypes()) {
            WmsResponse answer = TestWms.getFeatureInfo()
                    .with("I", "5")
                    .with("INFO_FORMAT", format)
                    .answer();
            assertThat(answer.contentType()).startsWith(format);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("A01", "ServiceException");
        }
    }

    private static int features(TestWms request) {
        return new JsonMapper()
                .readTree(request.answer().body())
                .get("features")
                .size();
    }
}
