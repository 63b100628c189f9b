package io.microscape.portrayal;

import io.microscape.study.ScaleRange;
import java.util.List;
import java.util.stream.Stream;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.styling.UomOgcMapping;
import org.geotools.styling.visitor.RescaleStyleVisitor;
import org.geotools.styling.visitor.UomRescaleStyleVisitor;
import org.w3c.dom.Element;

/**
 * A style as it is written.
 *
 * @param style its rules
 * @param hangsOnScale whether the scale of a map decides more than which rules take a feature: it has sizes on the ground, or
 *     asks for the scale in a symbolizer
 * @param remarks what it has and maps will not show
 */
record ParsedStyle(Style style, boolean hangsOnScale, List<String> remarks) {
    /**
     * Parses a style.
     *
     * @throws io.microscape.study.InvalidInputException if it cannot be used
     */
    static ParsedStyle of(String sld) {
        SldParser parser = new SldParser();
        return of(parser, parser.parse(sld));
    }

    /** As {@link #of(String)}, of a user style in a document whose functions have been rewritten. */
    static ParsedStyle of(Element userStyle) {
        SldParser parser = new SldParser();
        return of(parser, parser.parse(userStyle));
    }

    private static ParsedStyle of(SldParser parser, Style style) {
        return new ParsedStyle(
                style, hasGroundUnits(style) || hasComputedGeometry(style) || parser.isScaleAsked(), parser.remarks());
    }

    /**
     * The style with all sizes in pixels of the picture. A metre is as long as in scale denominators (SE 1.1, 10.2 and 11.1).
     *
     * @param symbolScale pixels of the picture for one of 0.28 mm
     */
    Style at(double symbolScale, double scaleDenominator) {
        Style sized = style;
        if (hasGroundUnits(style)) {
            UomRescaleStyleVisitor visitor =
                    new UomRescaleStyleVisitor(1 / (scaleDenominator * MapFrame.STANDARD_PIXEL_M));
            visitor.visit(sized);
            sized = (Style) visitor.getCopy();
        }
        if (symbolScale != 1) {
            RescaleStyleVisitor visitor = new RescaleStyleVisitor(CommonFactoryFinder.getFilterFactory(), symbolScale);
            visitor.visit(sized);
            sized = (Style) visitor.getCopy();
        }
        return sized;
    }

    /** The scales between which its rules apply. */
    ScaleRange scales() {
        return style.featureTypeStyles().stream()
                .flatMap(typeStyle -> typeStyle.rules().stream())
                .map(rule -> new ScaleRange(
                        rule.getMinScaleDenominator() > 0 ? rule.getMinScaleDenominator() : null,
                        Double.isFinite(rule.getMaxScaleDenominator()) ? rule.getMaxScaleDenominator() : null))
                .reduce(ScaleRange::hull)
                .orElse(ScaleRange.ALL);
    }

    /** How many rules it has. */
    int rules() {
        return style.featureTypeStyles().stream()
                .mapToInt(typeStyle -> typeStyle.rules().size())
                .sum();
    }

    private static boolean hasGroundUnits(Style style) {
        return symbolizers(style)
                .anyMatch(symbolizer -> symbolizer.getUnitOfMeasure() != null
                        && symbolizer.getUnitOfMeasure() != UomOgcMapping.PIXEL.getUnit());
    }

    /** How many pixels a geometry is moved by degrees is a matter of scale. */
    private static boolean hasComputedGeometry(Style style) {
        return symbolizers(style).anyMatch(symbolizer -> symbolizer.getGeometry() instanceof Function);
    }

    private static Stream<Symbolizer> symbolizers(Style style) {
        return style.featureTypeStyles().stream()
                .flatMap(typeStyle -> typeStyle.rules().stream())
                .flatMap(rule -> rule.symbolizers().stream());
    }
}
