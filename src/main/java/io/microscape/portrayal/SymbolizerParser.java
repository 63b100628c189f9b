package io.microscape.portrayal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Font;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.Halo;
import org.geotools.api.style.LabelPlacement;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointPlacement;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.StyleFactory;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.styling.UomOgcMapping;
import org.w3c.dom.Element;

/** Reads the symbolizers of SLD 1.0 and SE 1.1, and what they are made of. */
final class SymbolizerParser {
    private final StyleFactory styles = CommonFactoryFinder.getStyleFactory();
    private final FilterFactory filters = CommonFactoryFinder.getFilterFactory();
    private final ExpressionParser expressions;

    SymbolizerParser(ExpressionParser expressions) {
        this.expressions = expressions;
    }

    /** The symbolizer that an element of a rule is; nothing for other elements. */
    Optional<Symbolizer> symbolizer(Element element) {
        Symbolizer symbolizer = switch (element.getLocalName()) {
            case "PolygonSymbolizer" -> polygon(element);
            case "LineSymbolizer" -> line(element);
            case "PointSymbolizer" -> point(element);
            case "TextSymbolizer" -> text(element);
            default -> null;
        };
        if (symbolizer != null) {
            value(element, "Geometry", symbolizer::setGeometry);
            symbolizer.getOptions().putAll(options(element));
            String unit = element.getAttribute("uom").strip();
            if (!unit.isEmpty()) {
                symbolizer.setUnitOfMeasure(UomOgcMapping.get(unit).getUnit());
            }
        }
        return Optional.ofNullable(symbolizer);
    }

    /** The vendor options of an element, by name. */
    static Map<String, String> options(Element element) {
        Map<String, String> options = new LinkedHashMap<>();
        StyleXml.children(element, "VendorOption")
                .forEach(option -> options.put(
                        option.getAttribute("name"), option.getTextContent().strip()));
        return options;
    }

    private PolygonSymbolizer polygon(Element element) {
        PolygonSymbolizer polygon = styles.createPolygonSymbolizer();
        polygon.setFill(StyleXml.child(element, "Fill").map(this::fill).orElse(null));
        polygon.setStroke(StyleXml.child(element, "Stroke").map(this::stroke).orElse(null));
        value(element, "PerpendicularOffset", polygon::setPerpendicularOffset);
        displacement(element).ifPresent(polygon::setDisplacement);
        return polygon;
    }

    private LineSymbolizer line(Element element) {
        LineSymbolizer line = styles.createLineSymbolizer();
        line.setStroke(StyleXml.child(element, "Stroke").map(this::stroke).orElse(null));
        value(element, "PerpendicularOffset", line::setPerpendicularOffset);
        return line;
    }

    private PointSymbolizer point(Element element) {
        PointSymbolizer point = styles.createPointSymbolizer();
        point.setGraphic(StyleXml.child(element, "Graphic").map(this::graphic).orElseGet(styles::createDefaultGraphic));
        return point;
    }

    private TextSymbolizer text(Element element) {
        TextSymbolizer text = styles.createTextSymbolizer();
        value(element, "Label", text::setLabel);
        text.fonts().clear();
        StyleXml.children(element, "Font").forEach(font -> text.fonts().add(font(font)));
        StyleXml.child(element, "LabelPlacement").flatMap(this::placement).ifPresent(text::setLabelPlacement);
        text.setHalo(StyleXml.child(element, "Halo").map(this::halo).orElse(null));
        StyleXml.child(element, "Fill").map(this::fill).ifPresent(text::setFill);
        value(element, "Priority", text::setPriority);
        return text;
    }

    /** The fill that an element describes. */
    Fill fill(Element element) {
        Fill fill = styles.getDefaultFill();
        StyleXml.child(element, "GraphicFill").flatMap(this::nestedGraphic).ifPresent(fill::setGraphicFill);
        parameter(element, "fill").ifPresent(fill::setColor);
        parameter(element, "fill-opacity").ifPresent(fill::setOpacity);
        return fill;
    }

    private Stroke stroke(Element element) {
        Stroke stroke = styles.getDefaultStroke();
        StyleXml.child(element, "GraphicStroke")
                .ifPresent(repeated -> nestedGraphic(repeated).ifPresent(graphic -> {
                    value(repeated, "Gap", graphic::setGap);
                    value(repeated, "InitialGap", graphic::setInitialGap);
                    stroke.setGraphicStroke(graphic);
                }));
        parameter(element, "stroke").ifPresent(stroke::setColor);
        parameter(element, "stroke-opacity").ifPresent(stroke::setOpacity);
        parameter(element, "stroke-width").ifPresent(stroke::setWidth);
        parameter(element, "stroke-linejoin").ifPresent(stroke::setLineJoin);
        parameter(element, "stroke-linecap").ifPresent(stroke::setLineCap);
        parameter(element, "stroke-dashoffset").ifPresent(stroke::setDashOffset);
        parameterElement(element, "stroke-dasharray").ifPresent(dashes -> stroke.setDashArray(dashes(dashes)));
        return stroke;
    }

    private List<Expression> dashes(Element element) {
        List<Element> computed = StyleXml.children(element, null).toList();
        if (!computed.isEmpty()) {
            return computed.stream().map(expressions::single).toList();
        }
        return Stream.of(element.getTextContent().strip().split("[\\s,]+"))
                .filter(length -> !length.isEmpty())
                .<Expression>map(length -> {
                    try {
                        return filters.literal(Double.parseDouble(length));
                    } catch (NumberFormatException e) {
                        throw StyleXml.mistake(
                                element, "\"stroke-dasharray\": " + length + " is no number", "mend the document");
                    }
                })
                .toList();
    }

    private Optional<Graphic> nestedGraphic(Element element) {
        return StyleXml.child(element, "Graphic").map(this::graphic);
    }

    private Graphic graphic(Element element) {
        Graphic graphic = styles.createDefaultGraphic();
        List<GraphicalSymbol> symbols = graphic.graphicalSymbols();
        symbols.clear();
        StyleXml.children(element, "Mark").forEach(mark -> symbols.add(mark(mark)));
        if (symbols.isEmpty()) {
            symbols.add(styles.getDefaultMark());
        }
        graphic.setSize(Expression.NIL);
        value(element, "Size", graphic::setSize);
        value(element, "Opacity", graphic::setOpacity);
        value(element, "Rotation", graphic::setRotation);
        displacement(element).ifPresent(graphic::setDisplacement);
        StyleXml.child(element, "AnchorPoint")
                .ifPresent(anchor -> graphic.setAnchorPoint(styles.createAnchorPoint(
                        part(anchor, "AnchorPointX", 0.5), part(anchor, "AnchorPointY", 0.5))));
        return graphic;
    }

    private Mark mark(Element element) {
        Mark mark = styles.createMark();
        mark.setWellKnownName(StyleXml.child(element, "WellKnownName")
                .map(expressions::expression)
                .orElse(filters.literal("square")));
        mark.setFill(StyleXml.child(element, "Fill").map(this::fill).orElse(null));
        mark.setStroke(StyleXml.child(element, "Stroke").map(this::stroke).orElse(null));
        return mark;
    }

    private Font font(Element element) {
        Font font = styles.getDefaultFont();
        font.getFamily().clear();
        StyleXml.children(element, null)
                .filter(child -> isParameter(child, "font-family"))
                .forEach(family -> font.getFamily().add(expressions.expression(family)));
        parameter(element, "font-size").ifPresent(font::setSize);
        parameter(element, "font-style").ifPresent(font::setStyle);
        parameter(element, "font-weight").ifPresent(font::setWeight);
        return font;
    }

    private Halo halo(Element element) {
        Fill fill = StyleXml.child(element, "Fill")
                .map(this::fill)
                .orElseGet(() -> styles.createFill(filters.literal("#FFFFFF")));
        return styles.createHalo(fill, part(element, "Radius", 1));
    }

    private Optional<LabelPlacement> placement(Element element) {
        return StyleXml.child(element, "PointPlacement")
                .map(this::pointPlacement)
                .or(() -> StyleXml.child(element, "LinePlacement").map(this::linePlacement));
    }

    private LabelPlacement pointPlacement(Element element) {
        PointPlacement placement = styles.getDefaultPointPlacement();
        StyleXml.child(element, "AnchorPoint")
                .ifPresent(anchor -> placement.setAnchorPoint(
                        styles.createAnchorPoint(part(anchor, "AnchorPointX", 0), part(anchor, "AnchorPointY", 0.5))));
        displacement(element).ifPresent(placement::setDisplacement);
        value(element, "Rotation", placement::setRotation);
        return placement;
    }

    private LabelPlacement linePlacement(Element element) {
        LinePlacement placement = styles.createLinePlacement(filters.literal(0));
        value(element, "PerpendicularOffset", placement::setPerpendicularOffset);
        value(element, "InitialGap", placement::setInitialGap);
        value(element, "Gap", placement::setGap);
        StyleXml.text(element, "IsRepeated").map(Boolean::parseBoolean).ifPresent(placement::setRepeated);
        placement.setAligned(
                StyleXml.text(element, "IsAligned").map(Boolean::parseBoolean).orElse(true));
        return placement;
    }

    private Optional<Displacement> displacement(Element element) {
        return StyleXml.child(element, "Displacement")
                .map(shift ->
                        styles.createDisplacement(part(shift, "DisplacementX", 0), part(shift, "DisplacementY", 0)));
    }

    private Expression part(Element element, String name, double otherwise) {
        return StyleXml.child(element, name).map(expressions::expression).orElseGet(() -> filters.literal(otherwise));
    }

    private void value(Element element, String name, Consumer<Expression> setter) {
        StyleXml.child(element, name).map(expressions::expression).ifPresent(setter);
    }

    /** A CssParameter (SLD 1.0) or SvgParameter (SE 1.1). */
    private Optional<Expression> parameter(Element element, String name) {
        return parameterElement(element, name).map(expressions::expression);
    }

    private static Optional<Element> parameterElement(Element element, String name) {
        return StyleXml.children(element, null)
                .filter(child -> isParameter(child, name))
                .findFirst();
    }

    private static boolean isParameter(Element element, String name) {
        return (element.getLocalName().equals("CssParameter")
                        || element.getLocalName().equals("SvgParameter"))
                && element.getAttribute("name").equals(name);
    }
}
