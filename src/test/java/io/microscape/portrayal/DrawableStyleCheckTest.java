package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.study.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawableStyleCheckTest {
    private final List<String> remarks = new ArrayList<>();
    private final DrawableStyleCheck check = new DrawableStyleCheck(remarks::add);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<PointSymbolizer><Graphic><ExternalGraphic><OnlineResource xlink:href='http://x/y.svg'/><Format>image/svg+xml</Format></ExternalGraphic></Graphic></PointSymbolizer> | PointSymbolizer/Graphic/ExternalGraphic: pictures from elsewhere are not drawn",
                "<PointSymbolizer><Graphic><Mark><OnlineResource xlink:href='ttf://Symbols'/></Mark></Graphic></PointSymbolizer> | PointSymbolizer/Graphic/Mark/OnlineResource: is not drawn",
                "<PointSymbolizer><Graphic><Mark><WellKnownName>tree</WellKnownName></Mark></Graphic></PointSymbolizer> | there is no mark tree; there are arrow, circle",
                "<RasterSymbolizer/> | RasterSymbolizer: is not drawn: layers of Microscape hold features",
                "<PolygonSymbolizer><Fill><CssParameter name='fill'>red</CssParameter></Fill></PolygonSymbolizer> | red is no colour; write #RRGGBB",
                "<LineSymbolizer><Stroke><CssParameter name='stroke-width'>wide</CssParameter></Stroke></LineSymbolizer> | wide is not a value that can stand there",
                "<LineSymbolizer><Stroke><CssParameter name='stroke-dasharray'>4 x</CssParameter></Stroke></LineSymbolizer> | LineSymbolizer/Stroke/CssParameter: \"stroke-dasharray\": x is no number",
                "<LineSymbolizer uom='mile'><Stroke/></LineSymbolizer> | LineSymbolizer: the unit mile is not known; there are http://www.opengeospatial.org/se/units/",
                "<TextSymbolizer><Label><ogc:Function name='classify'><ogc:Literal>1</ogc:Literal></ogc:Function></Label></TextSymbolizer> | TextSymbolizer/Label/Function: there is no function classify for styles",
                "<TextSymbolizer><Label><ogc:Power><ogc:Literal>1</ogc:Literal></ogc:Power></Label></TextSymbolizer> | TextSymbolizer/Label/Power: is no expression that is known",
                "<TextSymbolizer><Label>x</Label><VendorOption name='repeat'>often</VendorOption></TextSymbolizer> | TextSymbolizer/VendorOption \"repeat\": often is not a number",
                "<ogc:Filter><ogc:PropertyIsOdd/></ogc:Filter><PolygonSymbolizer/> | Filter/PropertyIsOdd: is no expression that is known",
                "<ogc:Filter><ogc:PropertyIsEqualTo matchCase='false'/></ogc:Filter><PolygonSymbolizer/> | Filter/PropertyIsEqualTo: matchCase",
                "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer/> | Filter/PropertyIsEqualTo: cannot be read",
                "<MinScaleDenominator>near</MinScaleDenominator><PolygonSymbolizer/> | MinScaleDenominator: near is no number"
            })
    void whatWouldMakeAnotherMapIsRefusedByFileRuleAndElement(String rule, String message) {
        assertThatThrownBy(() -> check.check("styles/mine.sld", sld(rule), List.of("code")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("styles/mine.sld: SLD, rule garden")
                .hasMessageContaining(message)
                .hasMessageContaining("; ");
    }

    @Test
    void whatIsLeftOutIsSaidByFileRuleAndElement() {
        check.check("styles/mine.sld", sld("""
                <LegendGraphic><Graphic/></LegendGraphic>
                <ogc:Filter><ogc:PropertyIsNull><ogc:PropertyName>nothing</ogc:PropertyName></ogc:PropertyIsNull></ogc:Filter>
                <PointSymbolizer><Graphic><ExternalGraphic/><Mark/></Graphic></PointSymbolizer>
                <LineSymbolizer><Stroke><CssParameter name="stroke-colour">#000000</CssParameter></Stroke></LineSymbolizer>
                <TextSymbolizer><Label>x</Label><VendorOption name="group">yes</VendorOption><Shadow/></TextSymbolizer>
                """), List.of("code"));
        assertThat(remarks)
                .containsExactly(
                        "styles/mine.sld: rule garden, LegendGraphic is ignored: the legend shows the symbols of the map",
                        "styles/mine.sld: rule garden, PointSymbolizer/Graphic/ExternalGraphic is ignored, and the Mark beside it"
                                + " is drawn: pictures from elsewhere are not",
                        "styles/mine.sld: rule garden, LineSymbolizer/Stroke/CssParameter \"stroke-colour\" is not known there,"
                                + " and is ignored",
                        "styles/mine.sld: rule garden, TextSymbolizer/VendorOption \"group\" is ignored",
                        "styles/mine.sld: rule garden, TextSymbolizer/Shadow is not known there, and is ignored",
                        "styles/mine.sld: rule garden, Filter/PropertyIsNull/PropertyName names nothing, which the layer does not"
                                + " have: it counts as absent");
    }

    @Test
    void theStylesOfTheProgramLeaveNothingOut() throws Exception {
        List<Path> styles;
        try (Stream<Path> files = Files.list(Path.of("styles"))) {
            styles = files.toList();
        }
        for (Path style : styles) {
            ParsedStyle parsed = ParsedStyle.of(Files.readString(style));
            assertThat(parsed.remarks()).as(style.toString()).isEmpty();
        }
    }

    private static String sld(String rule) {
        return """
                <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
                  xmlns:xlink="http://www.w3.org/1999/xlink"><NamedLayer><Name>l</Name><UserStyle><FeatureTypeStyle>
                <Rule><Name>garden</Name>%s</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>""".formatted(rule);
    }
}
