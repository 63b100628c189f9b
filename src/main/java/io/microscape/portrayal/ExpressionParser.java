package io.microscape.portrayal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.ExpressionDOMParser;
import org.geotools.filter.FilterDOMParser;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads filters and expressions (OGC 02-059, 04-095) with the parsers of GeoTools. What those would pass over is refused by
 * name and place. Functions are those that make sense for one feature at a time and are quick whatever they are given.
 */
final class ExpressionParser {
    private static final String ENVIRONMENT = "env";
    /** A character for private use. */
    private static final char GUARDED_BLANK = '\uE000';

    private static final String GML = "http://www.opengis.net/gml";
    private static final Set<String> TERMS = Set.of("PropertyName", "Literal", "Add", "Sub", "Mul", "Div", "Function");

    private static final Set<String> CONDITIONS = Set.of(
            "And",
            "Or",
            "Not",
            "PropertyIsEqualTo",
            "PropertyIsNotEqualTo",
            "PropertyIsLessThan",
            "PropertyIsLessThanOrEqualTo",
            "PropertyIsGreaterThan",
            "PropertyIsGreaterThanOrEqualTo",
            "PropertyIsBetween",
            "LowerBoundary",
            "UpperBoundary",
            "PropertyIsLike",
            "PropertyIsNull",
            "FeatureId",
            "BBOX",
            "Intersects",
            "Disjoint",
            "Within",
            "Contains",
            "DWithin",
            "Distance");

    private static final Set<String> FUNCTIONS = Stream.of(
                    "abs ceil floor round rint roundDouble sqrt pow exp log min max modulo sin cos tan asin acos atan atan2",
                    "toRadians toDegrees pi parseDouble parseInt parseLong parseBoolean numberFormat numberFormat2",
                    "Categorize Interpolate Recode if_then_else isNull between in in2 in3 in4 in5 in6 in7 in8 in9 in10",
                    "equalTo notEqualTo lessThan lessEqualThan greaterThan greaterEqualThan not",
                    "Concatenate strConcat strLength strToLowerCase strToUpperCase strCapitalize strTrim strSubstring",
                    "strSubstringStart strIndexOf strLastIndexOf strStartsWith strEndsWith strEqualsIgnoreCase",
                    "strAbbreviate strDefaultIfBlank dateFormat dateParse",
                    "darken lighten saturate desaturate grayscale spin mix tint shade contrast hsl",
                    "Area geomLength geometryType dimension isClosed numPoints getX getY",
                    "centroid interiorPoint pointN startPoint endPoint startAngle endAngle vertices boundary exteriorRing",
                    "envelope convexHull buffer offset",
                    ENVIRONMENT)
            .flatMap(names -> Stream.of(names.split(" ")))
            .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));

    private final FilterFactory filters = CommonFactoryFinder.getFilterFactory();
    private final ExpressionDOMParser expressions = new ExpressionDOMParser(filters);
    private boolean environmentAsked;

    /** The functions that styles may use, in any case. */
    static Set<String> functions() {
        return Collections.unmodifiableSet(FUNCTIONS);
    }

    /** The elements that filters may have. */
    static Set<String> conditions() {
        return CONDITIONS;
    }

    /** Whether an expression that is not within a filter asked for a variable of the environment. */
    boolean isEnvironmentAsked() {
        return environmentAsked;
    }

    /** The filter in an element; nothing when it is empty. */
    Optional<Filter> filter(Element element) {
        check(element);
        return StyleXml.children(element, null).findFirst().map(condition -> {
            try {
                Filter filter = FilterDOMParser.parseFilter(condition);
                if (filter != null) {
                    return filter;
                }
            } catch (RuntimeException e) {
                throw StyleXml.mistake(condition, "cannot be read (" + e.getMessage() + ")", "mend the filter");
            }
            throw StyleXml.mistake(condition, "is no filter that is known", "mend the filter");
        });
    }

    /** The value of an element whose content is text, expressions, or both mixed: then their texts are joined. */
    Expression expression(Element element) {
        check(element);
        List<Expression> parts = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                parts.add(single(child));
            } else if (isText(node) && !node.getNodeValue().isBlank()) {
                parts.add(filters.literal(node.getNodeValue()));
            }
        }
        if (parts.size() == 1) {
            return parts.get(0) instanceof Literal literal && literal.getValue() instanceof String text
                    ? filters.literal(text.strip())
                    : parts.get(0);
        }
        return parts.stream()
                .reduce((left, right) -> filters.function("strConcat", left, right))
                .orElse(Expression.NIL);
    }

    /** The expression that an element is. */
    Expression single(Element element) {
        environmentAsked |= element.getAttribute("name").equals(ENVIRONMENT)
                || StyleXml.descendants(element, "Function").stream()
                        .anyMatch(function -> function.getAttribute("name").equals(ENVIRONMENT));
        try {
            guardBlanks(element);
            Expression expression = expressions.expression(element);
            return expression == null ? null : (Expression) expression.accept(new BlanksRestored(), null);
        } catch (RuntimeException e) {
            throw StyleXml.mistake(element, "cannot be read (" + e.getMessage() + ")", "mend the expression");
        }
    }

    private static void check(Element element) {
        StyleXml.children(element, null).forEach(child -> {
            String name = child.getLocalName();
            if (GML.equals(child.getNamespaceURI()) || name.equals("Literal")) {
                return;
            }
            if (!TERMS.contains(name) && !CONDITIONS.contains(name)) {
                throw StyleXml.mistake(
                        child,
                        "is no expression that is known",
                        "there are " + String.join(", ", new TreeSet<>(TERMS))
                                + " and the functions of Symbology Encoding");
            }
            if (child.getAttribute("matchCase").equals("false") && !name.equals("PropertyIsLike")) {
                throw StyleXml.mistake(
                        child, "matchCase=\"false\" is not understood", "compare by the function strEqualsIgnoreCase");
            }
            String function = child.getAttribute("name");
            if (name.equals("Function") && !FUNCTIONS.contains(function)) {
                throw StyleXml.mistake(
                        child,
                        "there is no function " + function + " for styles",
                        "there are " + String.join(", ", FUNCTIONS));
            }
            check(child);
        });
    }

    private static boolean isText(Node node) {
        return node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE;
    }

    /** The parser of GeoTools takes the blanks off such a text as the one between two names: they are written otherwise. */
    private static void guardBlanks(Element element) {
        for (Element literal : StyleXml.descendants(element, "Literal")) {
            String text = literal.getTextContent();
            if (!text.equals(text.strip()) && text.lines().count() == 1) {
                literal.setTextContent(text.replace(' ', GUARDED_BLANK));
            }
        }
    }

    private static final class BlanksRestored extends DuplicatingFilterVisitor {
        @Override
        public Object visit(Literal literal, Object data) {
            return literal.getValue() instanceof String text
                    ? ff.literal(text.replace(GUARDED_BLANK, ' '))
                    : super.visit(literal, data);
        }
    }
}
