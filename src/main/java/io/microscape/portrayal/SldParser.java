package io.microscape.portrayal;

import io.microscape.study.InvalidInputException;
import java.util.List;
import java.util.Optional;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.StyleFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads OGC Styled Layer Descriptor 1.0.0 and Symbology Encoding 1.1 onto the style objects of GeoTools. Own code because the
 * GeoTools distribution on Maven Central has the style model and the filter parser, but no SLD parser. What is understood,
 * and what becomes of everything else, is said by {@link SldVocabulary}.
 */
final class SldParser {
    private final StyleFactory styles = CommonFactoryFinder.getStyleFactory();
    private final ExpressionParser expressions = new ExpressionParser();
    private final SymbolizerParser symbolizers = new SymbolizerParser(expressions);
    private List<String> remarks = List.of();

    /**
     * The default user style of the document, or its first.
     *
     * @throws InvalidInputException if it is not well-formed, forbidden in form, has no user style, or has something that is
     *     not drawn; it names rule and element
     */
    Style parse(String sld) {
        Document document = StyleXml.document(sld);
        SymbologyFunctions.rewrite(document);
        Element root = document.getDocumentElement();
        List<Element> userStyles = StyleXml.descendants(root, "UserStyle");
        if (userStyles.isEmpty()) {
            // Symbology Encoding 1.1 knows a feature type style that stands alone
            if (!root.getLocalName().equals("FeatureTypeStyle")) {
                throw InvalidInputException.of("SLD", "has no UserStyle", "give it one");
            }
            return style(root, List.of(root));
        }
        Element chosen = userStyles.stream()
                .filter(style -> StyleXml.text(style, "IsDefault")
                        .map(value -> value.equals("1") || value.equals("true"))
                        .orElse(false))
                .findFirst()
                .orElse(userStyles.get(0));
        return parse(chosen);
    }

    /**
     * A user style of a document whose functions have been rewritten.
     *
     * @throws InvalidInputException if it has something that is not drawn; it names rule and element
     */
    Style parse(Element userStyle) {
        return style(userStyle, StyleXml.children(userStyle, "FeatureTypeStyle").toList());
    }

    /** Whether symbolizers of what was parsed ask for the scale. */
    boolean isScaleAsked() {
        return expressions.isEnvironmentAsked();
    }

    /** What the style that was parsed last has and maps will not show, each with its place. */
    List<String> remarks() {
        return remarks;
    }

    private Style style(Element element, List<Element> typeStyles) {
        remarks = new SldVocabulary().check(element);
        Style style = styles.createStyle();
        StyleXml.text(element, "Name").ifPresent(style::setName);
        title(element).ifPresent(title -> style.getDescription().setTitle(title));
        StyleXml.child(element, "Background").map(symbolizers::fill).ifPresent(style::setBackground);
        typeStyles.forEach(typeStyle -> style.featureTypeStyles().add(featureTypeStyle(typeStyle)));
        return style;
    }

    private FeatureTypeStyle featureTypeStyle(Element element) {
        FeatureTypeStyle typeStyle = styles.createFeatureTypeStyle();
        typeStyle.getOptions().putAll(SymbolizerParser.options(element));
        StyleXml.children(element, "Rule").forEach(rule -> typeStyle.rules().add(rule(rule)));
        return typeStyle;
    }

    private Rule rule(Element element) {
        Rule rule = styles.createRule();
        StyleXml.text(element, "Name").ifPresent(rule::setName);
        title(element).ifPresent(title -> rule.getDescription().setTitle(title));
        StyleXml.child(element, "Filter").flatMap(expressions::filter).ifPresent(rule::setFilter);
        rule.setElseFilter(StyleXml.child(element, "ElseFilter").isPresent());
        StyleXml.child(element, "MinScaleDenominator").map(SldParser::number).ifPresent(rule::setMinScaleDenominator);
        StyleXml.child(element, "MaxScaleDenominator").map(SldParser::number).ifPresent(rule::setMaxScaleDenominator);
        StyleXml.children(element, null)
                .forEach(child -> symbolizers.symbolizer(child).ifPresent(rule.symbolizers()::add));
        return rule;
    }

    private static Optional<String> title(Element element) {
        return StyleXml.text(element, "Title")
                .or(() -> StyleXml.child(element, "Description")
                        .flatMap(description -> StyleXml.text(description, "Title")));
    }

    private static double number(Element element) {
        String text = element.getTextContent().strip();
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw StyleXml.mistake(element, text + " is no number", "mend the document");
        }
    }
}
