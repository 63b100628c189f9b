package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import io.microscape.atlas.PublishedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.style.Description;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;

/**
 * A style bound to the attributes of a layer: everything constant is worked out once. Each of its feature type styles is a
 * list of rules and is drawn over the one before. Thread-safe.
 */
final class PreparedStyle {
    private final String title;
    private final List<List<PreparedRule>> typeStyles;

    private PreparedStyle(String title, List<List<PreparedRule>> typeStyles) {
        this.title = title;
        this.typeStyles = typeStyles;
    }

    static PreparedStyle of(Style style, List<PublishedLayer.Attribute> attributes) {
        AttributeBinder binder = new AttributeBinder(attributes);
        return new PreparedStyle(
                title(style.getDescription()),
                style.featureTypeStyles().stream()
                        .map(typeStyle -> rules(typeStyle, attributes, binder))
                        .toList());
    }

    /** Title of the style as its SLD writes it; empty if it has none. */
    Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** Rules of each feature type style that apply at the scale, the undermost first; those with none are left out. */
    List<List<PreparedRule>> atScale(double scaleDenominator) {
        List<List<PreparedRule>> relevant = new ArrayList<>();
        for (List<PreparedRule> rules : typeStyles) {
            List<PreparedRule> drawn = rules.stream()
                    .filter(rule -> rule.appliesAt(scaleDenominator))
                    .toList();
            if (!drawn.isEmpty()) {
                relevant.add(drawn);
            }
        }
        return relevant;
    }

    /** All rules of each feature type style. */
    List<List<PreparedRule>> typeStyles() {
        return typeStyles;
    }

    /** Rules that draw a feature: those whose filter takes it, or else the ElseFilter ones. */
    static List<PreparedRule> matching(List<PreparedRule> rules, FeatureValues feature) {
        List<PreparedRule> matching = new ArrayList<>(2);
        for (PreparedRule rule : rules) {
            if (!rule.otherwise() && (rule.filter() == null || rule.filter().takes(feature))) {
                matching.add(rule);
            }
        }
        if (matching.isEmpty()) {
            rules.stream().filter(PreparedRule::otherwise).forEach(matching::add);
        }
        return matching;
    }

    /** Pixels that drawings of those rules can reach beyond the geometries, labels not counted. */
    static double reach(List<List<PreparedRule>> typeStyles) {
        return typeStyles.stream()
                .flatMap(List::stream)
                .flatMap(rule -> rule.painters().stream())
                .mapToDouble(Painter::reach)
                .max()
                .orElse(0);
    }

    /** Whether any of those rules gives labels. */
    static boolean hasLabels(List<List<PreparedRule>> typeStyles) {
        return typeStyles.stream()
                .flatMap(List::stream)
                .anyMatch(rule -> !rule.labels().isEmpty());
    }

    private static List<PreparedRule> rules(
            FeatureTypeStyle typeStyle, List<PublishedLayer.Attribute> attributes, AttributeBinder binder) {
        return typeStyle.rules().stream()
                .map(rule -> rule(rule, attributes, binder))
                .toList();
    }

    private static PreparedRule rule(Rule rule, List<PublishedLayer.Attribute> attributes, AttributeBinder binder) {
        List<Painter> painters = new ArrayList<>();
        List<LabelStyle> labels = new ArrayList<>();
        for (Symbolizer symbolizer : rule.symbolizers()) {
            if (symbolizer instanceof TextSymbolizer text) {
                labels.add(new LabelStyle(text, binder));
            } else {
                painters.add(painter(symbolizer, binder));
            }
        }
        RowFilter filter = RowFilter.of(rule.getFilter(), attributes, binder);
        return new PreparedRule(
                title(rule.getDescription()),
                rule.getMinScaleDenominator(),
                rule.getMaxScaleDenominator(),
                filter,
                rule.isElseFilter(),
                List.copyOf(painters),
                List.copyOf(labels));
    }

    private static String title(Description description) {
        return description == null || description.getTitle() == null
                ? null
                : description.getTitle().toString();
    }

    private static Painter painter(Symbolizer symbolizer, AttributeBinder binder) {
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            return new PolygonPainter(polygon, binder);
        } else if (symbolizer instanceof LineSymbolizer line) {
            return new LinePainter(line, binder);
        } else if (symbolizer instanceof PointSymbolizer point) {
            return new PointPainter(point, binder);
        }
        throw new IllegalArgumentException("the SLD parser makes no " + symbolizer.getClass());
    }
}
