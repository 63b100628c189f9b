package io.microscape.portrayal;

import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.FeatureTypeStyle;
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
import org.geotools.api.style.Rule;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Style;
import org.geotools.api.style.StyleFactory;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.ExpressionDOMParser;
import org.geotools.filter.FilterDOMParser;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads OGC Styled Layer Descriptor 1.0.0 and Symbology Encoding 1.1 onto the style objects of GeoTools: polygon, line,
 * point and text symbolizers with marks. Own code because the GeoTools distribution on Maven Central has the style model
 * and the filter parser, but no SLD parser. Elements are told by their local names, as the two versions share them; what
 * is not drawn here (raster symbolizers, external graphics, vendor options) is passed over.
 *
 * <p>Documents are untrusted: no document type, no external entity, no XInclude.
 */
final class SldParser {
    private static final int LARGEST_DOCUMENT = 4 << 20;

    private final StyleFactory styles = CommonFactoryFinder.getStyleFactory();
    private final FilterFactory filters = CommonFactoryFinder.getFilterFactory();
    private final ExpressionDOMParser expressions = new ExpressionDOMParser(filters);

    /**
     * The default user style of the document, or its first.
     *
     * @throws InvalidInputException if it is not well-formed, forbidden in form, or has no user style
     */
    Style parse(String sld) {
        Element root = document(sld).getDocumentElement();
        List<Element> userStyles = new ArrayList<>();
        collect(root, "UserStyle", userStyles);
        if (userStyles.isEmpty()) {
            // Symbology Encoding 1.1 knows a feature type style that stands alone
            if (!root.getLocalName().equals("FeatureTypeStyle")) {
                throw InvalidInputException.of("SLD", "has no UserStyle", "give it one");
            }
            return style(root, List.of(root));
        }
        Element chosen = userStyles.stream()
                .filter(style -> text(style, "IsDefault")
                        .map(value -> value.equals("1") || value.equals("true"))
                        .orElse(false))
                .findFirst()
                .orElse(userStyles.get(0));
        return style(chosen, children(chosen, "FeatureTypeStyle").toList());
    }

    private static Document document(String sld) {
        if (sld.length() > LARGEST_DOCUMENT) {
            throw InvalidInputException.of("SLD", "is larger than 4 MB", "make it smaller");
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(sld.replaceFirst("^\\uFEFF", ""))));
        } catch (SAXException e) {
            throw new InvalidInputException("SLD: is not usable XML (" + e.getMessage() + "); mend the document", e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Style style(Element element, List<Element> typeStyles) {
        Style style = styles.createStyle();
        text(element, "Name").ifPresent(style::setName);
        title(element).ifPresent(title -> style.getDescription().setTitle(title));
        typeStyles.forEach(typeStyle -> style.featureTypeStyles().add(featureTypeStyle(typeStyle)));
        return style;
    }

    private FeatureTypeStyle featureTypeStyle(Element element) {
        FeatureTypeStyle typeStyle = styles.createFeatureTypeStyle();
        children(element, "Rule").forEach(rule -> typeStyle.rules().add(rule(rule)));
        return typeStyle;
    }

    private Rule rule(Element element) {
        Rule rule = styles.createRule();
        text(element, "Name").ifPresent(rule::setName);
        title(element).ifPresent(title -> rule.getDescription().setTitle(title));
        child(element, "Filter")
                .flatMap(filter -> children(filter, null).findFirst())
                .ifPresent(filter -> rule.setFilter(FilterDOMParser.parseFilter(filter)));
        rule.setElseFilter(child(element, "ElseFilter").isPresent());
        text(element, "MinScaleDenominator")
                .ifPresent(scale -> rule.setMinScaleDenominator(number("MinScaleDenominator", scale)));
        text(element, "MaxScaleDenominator")
                .ifPresent(scale -> rule.setMaxScaleDenominator(number("MaxScaleDenominator", scale)));
        children(element, null).forEach(child -> symbolizer(child).ifPresent(rule.symbolizers()::add));
        return rule;
    }

    private Optional<Symbolizer> symbolizer(Element element) {
        return switch (element.getLocalName()) {
            case "PolygonSymbolizer" -> Optional.of(polygon(element));
            case "LineSymbolizer" -> Optional.of(line(element));
            case "PointSymbolizer" -> Optional.of(point(element));
            case "TextSymbolizer" -> Optional.of(textSymbolizer(element));
            default -> Optional.empty();
        };
    }

    private PolygonSymbolizer polygon(Element element) {
        PolygonSymbolizer polygon = styles.createPolygonSymbolizer();
        polygon.setFill(child(element, "Fill").map(this::fill).orElse(null));
        polygon.setStroke(child(element, "Stroke").map(this::stroke).orElse(null));
        return polygon;
    }

    private LineSymbolizer line(Element element) {
        LineSymbolizer line = styles.createLineSymbolizer();
        line.setStroke(child(element, "Stroke").map(this::stroke).orElse(null));
        child(element, "PerpendicularOffset").map(this::expression).ifPresent(line::setPerpendicularOffset);
        return line;
    }

    private PointSymbolizer point(Element element) {
        PointSymbolizer point = styles.createPointSymbolizer();
        point.setGraphic(child(element, "Graphic").map(this::graphic).orElseGet(styles::createDefaultGraphic));
        return point;
    }

    private TextSymbolizer textSymbolizer(Element element) {
        TextSymbolizer text = styles.createTextSymbolizer();
        child(element, "Label").map(this::expression).ifPresent(text::setLabel);
        text.fonts().clear();
        children(element, "Font").forEach(font -> text.fonts().add(font(font)));
        child(element, "LabelPlacement").flatMap(this::placement).ifPresent(text::setLabelPlacement);
        text.setHalo(child(element, "Halo").map(this::halo).orElse(null));
        child(element, "Fill").map(this::fill).ifPresent(text::setFill);
        child(element, "Priority").map(this::expression).ifPresent(text::setPriority);
        return text;
    }

    private Fill fill(Element element) {
        Fill fill = styles.getDefaultFill();
        child(element, "GraphicFill").flatMap(this::nestedGraphic).ifPresent(fill::setGraphicFill);
        parameter(element, "fill").ifPresent(fill::setColor);
        parameter(element, "fill-opacity").ifPresent(fill::setOpacity);
        return fill;
    }

    private Stroke stroke(Element element) {
        Stroke stroke = styles.getDefaultStroke();
        child(element, "GraphicStroke").flatMap(this::nestedGraphic).ifPresent(stroke::setGraphicStroke);
        child(element, "GraphicFill").flatMap(this::nestedGraphic).ifPresent(stroke::setGraphicFill);
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
        List<Element> computed = children(element, null).toList();
        if (!computed.isEmpty()) {
            return computed.stream().map(expressions::expression).toList();
        }
        return Stream.of(element.getTextContent().strip().split("[\\s,]+"))
                .filter(length -> !length.isEmpty())
                .<Expression>map(length -> filters.literal(number("stroke-dasharray", length)))
                .toList();
    }

    private Optional<Graphic> nestedGraphic(Element element) {
        return child(element, "Graphic").map(this::graphic);
    }

    private Graphic graphic(Element element) {
        Graphic graphic = styles.createDefaultGraphic();
        List<GraphicalSymbol> symbols = graphic.graphicalSymbols();
        symbols.clear();
        children(element, "Mark").forEach(mark -> symbols.add(mark(mark)));
        if (symbols.isEmpty()) {
            symbols.add(styles.getDefaultMark());
        }
        graphic.setSize(child(element, "Size").map(this::expression).orElse(Expression.NIL));
        child(element, "Opacity").map(this::expression).ifPresent(graphic::setOpacity);
        child(element, "Rotation").map(this::expression).ifPresent(graphic::setRotation);
        return graphic;
    }

    private Mark mark(Element element) {
        Mark mark = styles.createMark();
        mark.setWellKnownName(
                child(element, "WellKnownName").map(this::expression).orElse(filters.literal("square")));
        mark.setFill(child(element, "Fill").map(this::fill).orElse(null));
        mark.setStroke(child(element, "Stroke").map(this::stroke).orElse(null));
        return mark;
    }

    private Font font(Element element) {
        Font font = styles.getDefaultFont();
        font.getFamily().clear();
        parameter(element, "font-family").ifPresent(font.getFamily()::add);
        parameter(element, "font-size").ifPresent(font::setSize);
        parameter(element, "font-style").ifPresent(font::setStyle);
        parameter(element, "font-weight").ifPresent(font::setWeight);
        return font;
    }

    private Halo halo(Element element) {
        Fill fill =
                child(element, "Fill").map(this::fill).orElseGet(() -> styles.createFill(filters.literal("#FFFFFF")));
        return styles.createHalo(
                fill, child(element, "Radius").map(this::expression).orElse(filters.literal(1)));
    }

    private Optional<LabelPlacement> placement(Element element) {
        Optional<LabelPlacement> point = child(element, "PointPlacement").map(this::pointPlacement);
        return point.isPresent() ? point : child(element, "LinePlacement").map(this::linePlacement);
    }

    private LabelPlacement pointPlacement(Element element) {
        PointPlacement placement = styles.getDefaultPointPlacement();
        child(element, "AnchorPoint")
                .ifPresent(anchor -> placement.setAnchorPoint(styles.createAnchorPoint(
                        child(anchor, "AnchorPointX").map(this::expression).orElse(filters.literal(0)),
                        child(anchor, "AnchorPointY").map(this::expression).orElse(filters.literal(0.5)))));
        child(element, "Displacement")
                .ifPresent(shift -> placement.setDisplacement(styles.createDisplacement(
                        child(shift, "DisplacementX").map(this::expression).orElse(filters.literal(0)),
                        child(shift, "DisplacementY").map(this::expression).orElse(filters.literal(0)))));
        child(element, "Rotation").map(this::expression).ifPresent(placement::setRotation);
        return placement;
    }

    private LabelPlacement linePlacement(Element element) {
        LinePlacement placement = styles.createLinePlacement(filters.literal(0));
        child(element, "PerpendicularOffset").map(this::expression).ifPresent(placement::setPerpendicularOffset);
        return placement;
    }

    /** A CssParameter (SLD 1.0) or SvgParameter (SE 1.1). */
    private Optional<Expression> parameter(Element element, String name) {
        return parameterElement(element, name).map(this::expression);
    }

    private static Optional<Element> parameterElement(Element element, String name) {
        return children(element, null)
                .filter(child -> child.getLocalName().equals("CssParameter")
                        || child.getLocalName().equals("SvgParameter"))
                .filter(child -> child.getAttribute("name").equals(name))
                .findFirst();
    }

    /** The value of an element whose content is text, expressions, or both mixed: then their texts are joined. */
    private Expression expression(Element element) {
        List<Expression> parts = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                parts.add(expressions.expression(child));
            } else if (isText(node) && !node.getNodeValue().isBlank()) {
                parts.add(filters.literal(node.getNodeValue()));
            }
        }
        if (parts.size() == 1) {
            return parts.get(0) instanceof org.geotools.api.filter.expression.Literal literal
                            && literal.getValue() instanceof String text
                    ? filters.literal(text.strip())
                    : parts.get(0);
        }
        return parts.stream()
                .reduce((left, right) -> filters.function("strConcat", left, right))
                .orElse(Expression.NIL);
    }

    private static boolean isText(Node node) {
        return node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE;
    }

    private static Optional<String> title(Element element) {
        Optional<String> title = text(element, "Title");
        return title.isPresent()
                ? title
                : child(element, "Description").flatMap(description -> text(description, "Title"));
    }

    private static double number(String what, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("SLD: " + what + " " + text + " is no number; mend the document", e);
        }
    }

    private static void collect(Element element, String name, List<Element> found) {
        children(element, null).forEach(child -> {
            if (child.getLocalName().equals(name)) {
                found.add(child);
            } else {
                collect(child, name, found);
            }
        });
    }

    private static Optional<String> text(Element element, String name) {
        return child(element, name).map(child -> child.getTextContent().strip());
    }

    private static Optional<Element> child(Element element, String name) {
        return children(element, name).findFirst();
    }

    /** Child elements of that local name; all of them when it is null. */
    private static Stream<Element> children(Element element, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && (name == null || name.equals(child.getLocalName()))) {
                found.add(child);
            }
        }
        return found.stream();
    }
}
