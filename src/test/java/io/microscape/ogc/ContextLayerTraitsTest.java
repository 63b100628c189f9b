package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.atlas.SnapshotAtlas;
import io.microscape.pipeline.Settings;
import io.microscape.pipeline.Workspace;
import io.microscape.portrayal.MapDrawing;
import io.microscape.study.Progress;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/**
 * Dimensions, limits of scale, logos and group styles of context layers, from the study file to the map. Trees stand at
 * the columns 10, 30, 50, 70 and 90 of a picture of 100 × 20 pixels; they were planted in 2018, 2019, in June 2020, on
 * 5 July 2020 and nobody knows when, and stand at 200, 210, 230, 230 and 250 m.
 */
class ContextLayerTraitsTest {
    private static final String TREES = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"planted":"2018","height":200},"geometry":{"type":"Point","coordinates":[106.01,29.01]}},
            {"type":"Feature","properties":{"planted":"2019","height":210},"geometry":{"type":"Point","coordinates":[106.03,29.01]}},
            {"type":"Feature","properties":{"planted":"2020-06","height":230.0},"geometry":{"type":"Point","coordinates":[106.05,29.01]}},
            {"type":"Feature","properties":{"planted":"2020-07-05","height":230},"geometry":{"type":"Point","coordinates":[106.07,29.01]}},
            {"type":"Feature","properties":{"planted":null,"height":250},"geometry":{"type":"Point","coordinates":[106.09,29.01]}}]}
            """;
    private static final String STUDY = """
            study: town
            context:
              - name: Street trees
                file: trees.geojson
                queryable: true
                opaque: true
                attribution_logo: {url: "https://example.org/logo.png", format: image/png, width: 64, height: 32}
                feature_list: {url: "https://example.org/trees.csv", format: text/csv}
                dimensions: [{name: time, attribute: planted, default: "2019", multiple: true, current: true}]
              - name: heights
                file: trees.geojson
                min_scale: 1000
                max_scale: 500000
                dimensions: [{name: elevation, attribute: height, units: "EPSG:5737", unit_symbol: m, nearest: true}]
              - name: all
                file: trees.geojson
              - name: near_and_far
                file: trees.geojson
                style: near_and_far
                max_scale: 200000
            """;

    /** Rules from 1 : 2,500 to 1 : 10,000 and from there to 1 : 1,000,000. */
    private static final String NEAR_AND_FAR = """
            <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld"><NamedLayer><Name>x</Name>
            <UserStyle><FeatureTypeStyle>
            <Rule><MinScaleDenominator>2500</MinScaleDenominator><MaxScaleDenominator>10000</MaxScaleDenominator>
            <PointSymbolizer><Graphic><Mark><Fill/></Mark></Graphic></PointSymbolizer></Rule>
            <Rule><MinScaleDenominator>10000</MinScaleDenominator><MaxScaleDenominator>1000000</MaxScaleDenominator>
            <PointSymbolizer><Graphic><Mark><Fill/></Mark></Graphic></PointSymbolizer></Rule>
            </FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
            """;

    private static final int WHITE = 0xFFFFFF;

    @TempDir
    private static Path folder;

    private static Workspace workspace;
    private static WebMapService service;

    @BeforeAll
    static void publish() throws Exception {
        Files.writeString(folder.resolve("trees.geojson"), TREES);
        Files.createDirectories(folder.resolve("styles"));
        Files.writeString(folder.resolve("styles/near_and_far.sld"), NEAR_AND_FAR);
        Path study = Files.writeString(folder.resolve("study.yml"), STUDY);
        Path home = folder.resolve("home");
        workspace = Workspace.open(Settings.fromEnvironment(Map.of("MICROSCAPE_HOME", home.toString())));
        workspace.pipeline().run(study, Progress.NONE);
        SnapshotAtlas atlas = new SnapshotAtlas(home);
        service = new WebMapService(atlas, new MapDrawing(atlas), TestWms.SETTINGS);
    }

    @AfterAll
    static void close() {
        workspace.close();
    }

    /** The diagonal of a pixel of 0.28 mm at 1 : 2,500 is 0.98995 m. */
    @Test
    void scalesAreThoseAtWhichLayerAndStylesShowSomething() throws Exception {
        Document modern = OgcSchemas.parse(
                answer("SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.3.0").body());
        String layer = "//*[local-name()='Layer'][*[local-name()='Name']='town:near_and_far']/*[local-name()='";
        assertThat(text(modern, layer + "MinScaleDenominator']")).isEqualTo("2500.0");
        assertThat(text(modern, layer + "MaxScaleDenominator']")).isEqualTo("200000.0");
        Document older = OgcSchemas.parse(
                answer("SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.1.1").body());
        assertThat(Double.parseDouble(text(older, layer + "ScaleHint']/@min"))).isCloseTo(0.98995, within(1e-5));
        assertThat(Double.parseDouble(text(older, layer + "ScaleHint']/@max"))).isCloseTo(79.196, within(1e-3));
    }

    @Test
    void capabilitiesSayItAllAndAreValid() throws Exception {
        byte[] capabilities =
                answer("SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.3.0").body();
        Schema schema = OgcSchemas.schema(
                "http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd",
                "http://schemas.opengis.net/sld/1.1.0/sld_capabilities.xsd");
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(capabilities)));
        Document document = OgcSchemas.parse(capabilities);
        assertThat(text(document, "//*[local-name()='Dimension'][@name='time']"))
                .isEqualTo("2018,2019,2020-06,2020-07-05");
        assertThat(text(document, "//*[local-name()='Dimension'][@name='time']/@units"))
                .isEqualTo("ISO8601");
        assertThat(text(document, "//*[local-name()='Dimension'][@name='time']/@current"))
                .isEqualTo("1");
        assertThat(text(document, "//*[local-name()='Dimension'][@name='elevation']"))
                .isEqualTo("200,210,230,250");
        assertThat(text(document, "//*[local-name()='LogoURL']/@width")).isEqualTo("64");
        assertThat(text(document, "//*[local-name()='FeatureListURL']/*[local-name()='Format']"))
                .isEqualTo("text/csv");
        assertThat(text(document, "//*[local-name()='MinScaleDenominator']")).isEqualTo("1000.0");
        assertThat(text(document, "//*[local-name()='Layer'][@opaque='1']/*[local-name()='Name']"))
                .isEqualTo("town:Street trees");
        assertThat(text(
                        document,
                        "count(//*[local-name()='Layer'][*[local-name()='Name']='town:all']"
                                + "/*[local-name()='BoundingBox'])"))
                .as("boxes of a layer that fills its group are inherited")
                .isEqualTo("0");
    }

    @Test
    void olderCapabilitiesAreValidToo() throws Exception {
        Document document = OgcSchemas.parseWithDtd(
                answer("SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.1.1").body());
        assertThat(text(document, "//Extent[@name='elevation']")).isEqualTo("200,210,230,250");
        // 0.28 mm × √2 × 1000
        assertThat(Double.parseDouble(text(document, "//ScaleHint/@min"))).isCloseTo(0.39598, within(1e-5));
    }

    /** Expected columns by hand; a year stands for all its days, a day for its month. */
    @ParameterizedTest
    @CsvSource({
        "TIME=2018, 10",
        "TIME=2018%2C2019, 10 30",
        "TIME=2020, 50 70",
        "TIME=2020-06-30, 50",
        "TIME=2019/2020-06, 30 50",
        "TIME=2018/current, 10 30 50 70",
        "TIME=2018/2019/P1Y, 10 30",
        "TIME=current, 70",
        "'', 30"
    })
    void aTimeShowsWhatBelongsToIt(String time, String columns) throws Exception {
        assertThat(columnsWithTrees("town:Street trees", time)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "town:Street trees, TIME=2017, InvalidDimensionValue",
        "town:Street trees, TIME=yesterday, InvalidDimensionValue",
        "town:Street trees, TIME=2020/2018, InvalidDimensionValue",
        "town:Street trees, TIME=2021/2022, InvalidDimensionValue",
        "town:heights, ELEVATION=200/230, InvalidDimensionValue",
        "town:heights, ELEVATION=high, InvalidDimensionValue",
        "town:heights, '', MissingDimensionValue"
    })
    void aValueThatCannotBeShownIsAnException(String layer, String parameter, String code) throws Exception {
        WmsResponse answer = map(layer, parameter, 0.1);
        assertThat(text(OgcSchemas.parse(answer.body()), "//*[local-name()='ServiceException']/@code"))
                .isEqualTo(code);
    }

    @Test
    void defaultsAndNearestValuesAreTold() {
        assertThat(map("town:Street trees", "", 0.1).warnings())
                .containsExactly("99 Default value used: time=2019 ISO8601");
        assertThat(map("town:heights", "ELEVATION=222", 0.1).warnings())
                .containsExactly("99 Nearest value used: elevation=230 EPSG:5737");
        assertThat(map("town:all", "", 0.1).warnings()).isEmpty();
    }

    @Test
    void picturesOfDifferentValuesHaveDifferentTags() {
        assertThat(map("town:Street trees", "TIME=2018", 0.1).tag())
                .isNotEqualTo(map("town:Street trees", "TIME=2019", 0.1).tag())
                .isEqualTo(map("town:Street trees", "TIME=2018", 0.1).tag());
    }

    /** 0.1 degrees on 100 pixels are 1:397,569, ten times that is beyond the layer's 1:500,000. */
    @Test
    void aLayerIsDrawnWithinItsScalesOnly() throws Exception {
        assertThat(columnsWithTrees("town:heights", "ELEVATION=210")).isEqualTo("30");
        assertThat(isEmpty(map("town:heights", "ELEVATION=210", 1))).isTrue();
        assertThat(isEmpty(map("town:all", "", 1))).isFalse();
    }

    @Test
    void aMapBesideTheLayerIsEmptyEvenWhereASymbolWouldReachIntoIt() throws Exception {
        String beside = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=town:all&STYLES=&CRS=CRS:84"
                + "&BBOX=106.0901,29,106.1901,29.02&WIDTH=100&HEIGHT=20&FORMAT=image/png";
        assertThat(isEmpty(answer(beside))).isTrue();
        String touching = beside.replace("106.0901,29,106.1901", "106.0899,29,106.1899");
        assertThat(isEmpty(answer(touching))).isFalse();
    }

    @Test
    void theStyleOfTheGroupIsThatOfItsLayersToo() throws Exception {
        String request = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=town:all&STYLES=default&CRS=CRS:84"
                + "&BBOX=106,29,106.1,29.02&WIDTH=100&HEIGHT=20&FORMAT=image/png";
        assertThat(treesIn(answer(request))).isEqualTo("10 30 50 70 90");
    }

    @Test
    void featureInfoKnowsTheTime() {
        String info = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&LAYERS=town:Street+trees&STYLES=&CRS=CRS:84"
                + "&BBOX=106,29,106.1,29.02&WIDTH=100&HEIGHT=20&FORMAT=image/png&QUERY_LAYERS=town:Street+trees"
                + "&I=50&J=10&INFO_FORMAT=application/json&TIME=";
        assertThat(new String(answer(info + "2020").body(), StandardCharsets.UTF_8))
                .contains("2020-06");
        assertThat(new String(answer(info + "2018").body(), StandardCharsets.UTF_8))
                .contains("\"features\":[]");
    }

    private static String columnsWithTrees(String layer, String parameter) throws Exception {
        return treesIn(map(layer, parameter, 0.1));
    }

    private static String treesIn(WmsResponse answer) throws Exception {
        BufferedImage picture = picture(answer);
        return IntStream.of(10, 30, 50, 70, 90)
                .filter(column -> (picture.getRGB(column, 10) & WHITE) != WHITE)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    private static boolean isEmpty(WmsResponse answer) throws Exception {
        BufferedImage picture = picture(answer);
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return IntStream.of(pixels).allMatch(pixel -> (pixel & WHITE) == WHITE);
    }

    private static BufferedImage picture(WmsResponse answer) throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture)
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isNotNull();
        return picture;
    }

    private static WmsResponse map(String layer, String parameter, double degrees) {
        return answer("SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS="
                + URLEncoder.encode(layer, StandardCharsets.UTF_8) + "&STYLES=&CRS=CRS:84&BBOX=106,29,"
                + (106 + degrees) + "," + (29 + degrees / 5) + "&WIDTH=100&HEIGHT=20&FORMAT=image/png&" + parameter);
    }

    private static WmsResponse answer(String query) {
        return service.answer(new WmsCall(RequestParameters.parse(query), TestWms.SERVICE_URL, null, null));
    }

    private static String text(Document document, String expression) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        return xpath.evaluate(expression, document);
    }
}
