package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.study.InvalidInputException;
import io.microscape.testing.SharedData;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.TextSymbolizer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;

class SldParserTest {
    /** What the OGC's schemas use of XLink; the W3C's own schema is not on Maven Central beside them. */
    private static final String XLINK = """
            <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xlink">
              <attributeGroup name="simpleAttrs"><attribute name="href" type="anyURI"/></attributeGroup>
            </schema>""";

    @TestFactory
    Stream<DynamicTest> everyStyleIsValidByTheSchemaOfTheOgcAndParses() throws Exception {
        Schema schema = sldSchema();
        List<Path> styles;
        try (Stream<Path> files = Files.list(Path.of("styles"))) {
            styles = files.sorted().toList();
        }
        assertThat(styles).hasSizeGreaterThanOrEqualTo(16);
        return styles.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    schema.newValidator().validate(new StreamSource(file.toFile()));
                    Style style = new SldParser().parse(Files.readString(file));
                    assertThat(style.getName() + ".sld")
                            .isEqualTo(file.getFileName().toString());
                    assertThat(style.featureTypeStyles())
                            .isNotEmpty()
                            .allSatisfy(
                                    typeStyle -> assertThat(typeStyle.rules()).isNotEmpty());
                }));
    }

    @TestFactory
    Stream<DynamicTest> stylesOfAnotherRendererParse() throws Exception {
        List<Path> styles;
        try (Stream<Path> files = Files.list(SharedData.path("render_fill"))) {
            styles = files.filter(file -> file.toString().endsWith(".sld")).toList();
        }
        return styles.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Style style = new SldParser().parse(Files.readString(file));
                    assertThat(style.featureTypeStyles().get(0).rules().get(0).symbolizers())
                            .isNotEmpty();
                }));
    }

    @Test
    void symbologyEncodingIsReadAsWell() {
        Style style = new SldParser().parse("""
                <FeatureTypeStyle xmlns="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" version="1.1.0">
                  <Rule>
                    <Description><Title>small | 小</Title></Description>
                    <ogc:Filter><ogc:PropertyIsLessThan>
                      <ogc:PropertyName>area_m2</ogc:PropertyName><ogc:Literal>100</ogc:Literal>
                    </ogc:PropertyIsLessThan></ogc:Filter>
                    <MinScaleDenominator>1000</MinScaleDenominator><MaxScaleDenominator>5e4</MaxScaleDenominator>
                    <PolygonSymbolizer>
                      <Fill><SvgParameter name="fill">#ff8800</SvgParameter></Fill>
                    </PolygonSymbolizer>
                    <TextSymbolizer>
                      <Label><ogc:PropertyName>name</ogc:PropertyName> (<ogc:PropertyName>code</ogc:PropertyName>)</Label>
                    </TextSymbolizer>
                  </Rule>
                </FeatureTypeStyle>""");
        Rule rule = style.featureTypeStyles().get(0).rules().get(0);
        assertThat((Object) rule.getDescription().getTitle()).hasToString("small | 小");
        assertThat(rule.getMinScaleDenominator()).isEqualTo(1000);
        assertThat(rule.getMaxScaleDenominator()).isEqualTo(50000);
        PolygonSymbolizer polygon = (PolygonSymbolizer) rule.symbolizers().get(0);
        assertThat(polygon.getFill().getColor()).hasToString("#ff8800");
        assertThat(polygon.getStroke()).isNull();
        assertThat(((TextSymbolizer) rule.symbolizers().get(1)).getLabel().toString())
                .contains("strConcat");
    }

    @Test
    void theDefaultStyleIsTakenElseTheFirst() {
        String sheet =
                "<StyledLayerDescriptor><NamedLayer><UserStyle><Name>one</Name></UserStyle><UserStyle><Name>other</Name>"
                        + "%s</UserStyle></NamedLayer></StyledLayerDescriptor>";
        assertThat(new SldParser().parse(sheet.formatted("")).getName()).isEqualTo("one");
        assertThat(new SldParser()
                        .parse(sheet.formatted("<IsDefault>1</IsDefault>"))
                        .getName())
                .isEqualTo("other");
    }

    @Test
    void hostileOrBrokenDocumentsAreRefusedInOneLine() {
        String entity =
                "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><StyledLayerDescriptor>&x;</StyledLayerDescriptor>";
        for (String sld : List.of(entity, "<StyledLayerDescriptor>", "no xml", "<StyledLayerDescriptor/>")) {
            assertThatThrownBy(() -> new SldParser().parse(sld))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("SLD")
                    .hasMessageNotContaining("root:");
        }
    }

    private static Schema sldSchema() throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        DOMImplementationLS dom =
                (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            LSInput input = dom.createLSInput();
            input.setSystemId(systemId);
            if (systemId.endsWith("xlink.xsd")) {
                input.setStringData(XLINK);
            } else {
                String folder = base.replaceFirst(".*/ogc/", "").replaceFirst("[^/]*$", "");
                String path = systemId.contains("://")
                        ? systemId.replaceFirst(".*opengis.net/", "")
                        : folder.replaceFirst(".*opengis.net/", "") + systemId;
                input.setSystemId("http://schemas.opengis.net/" + path);
                input.setStringData(resource("/ogc/" + path));
            }
            return input;
        });
        return factory.newSchema(SldParserTest.class.getResource("/ogc/sld/1.0.0/StyledLayerDescriptor.xsd"));
    }

    private static String resource(String path) {
        try (InputStream in = SldParserTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }
}
