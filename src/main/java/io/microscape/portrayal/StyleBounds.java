package io.microscape.portrayal;

import io.microscape.study.InvalidInputException;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.w3c.dom.Element;

/**
 * How much there may be in a style that a stranger wrote, so that no map takes long or much memory for it.
 *
 * @param mostRules most rules
 */
public record StyleBounds(int mostRules) {
    /** Each is drawn on a picture of its own. */
    private static final int MOST_TYPE_STYLES = 50;

    private static final int SYMBOLIZERS_A_RULE = 4;

    /** A mark along the outline of a mark is drawn dozens of times with each of it. */
    private static final int MOST_NESTED_MARKS = 3;

    /** @throws InvalidInputException if there is more in a user style than there may be */
    void check(Element userStyle) {
        limit(StyleXml.children(userStyle, "FeatureTypeStyle").count(), MOST_TYPE_STYLES, "feature type styles");
        limit(StyleXml.descendants(userStyle, "Rule").size(), mostRules, "rules");
        long symbolizers = StyleXml.descendants(userStyle, "Rule").stream()
                .flatMap(rule -> StyleXml.children(rule, null))
                .filter(child -> child.getLocalName().endsWith("Symbolizer"))
                .count();
        limit(symbolizers, (long) SYMBOLIZERS_A_RULE * mostRules, "symbolizers");
        limit(nestedMarks(userStyle), MOST_NESTED_MARKS, "marks made of each other");
    }

    /** @throws InvalidInputException if a pattern of a filter could take long to compare */
    void check(ParsedStyle parsed) {
        for (FeatureTypeStyle typeStyle : parsed.style().featureTypeStyles()) {
            for (Rule rule : typeStyle.rules()) {
                if (rule.getFilter() != null) {
                    rule.getFilter().accept(new PatternCheck(), null);
                }
            }
        }
    }

    private static long nestedMarks(Element element) {
        long below = StyleXml.children(element, null)
                .mapToLong(StyleBounds::nestedMarks)
                .max()
                .orElse(0);
        return below + ("Mark".equals(element.getLocalName()) ? 1 : 0);
    }

    private static void limit(long count, long most, String what) {
        if (count > most) {
            throw InvalidInputException.of(
                    "SLD", "has a style with " + count + " " + what, "a style may have " + most + " of them");
        }
    }

    private static final class PatternCheck extends DefaultFilterVisitor {
        @Override
        public Object visit(PropertyIsLike like, Object data) {
            if (FeatureFilter.wildcards(like) > FeatureFilter.MOST_WILDCARDS) {
                throw InvalidInputException.of(
                        "SLD, PropertyIsLike",
                        "has more than " + FeatureFilter.MOST_WILDCARDS + " wildcards",
                        "ask for less");
            }
            return super.visit(like, data);
        }
    }
}
