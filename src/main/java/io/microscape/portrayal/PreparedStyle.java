package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import io.microscape.atlas.PublishedLayer;
import io.microscape.study.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Description;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.locationtech.jts.geom.Geometry;

/**
 * A style bound to the attributes of a layer: everything constant is worked out once. Each of its feature type styles is a
 * list of rules and is drawn over the one before. Thread-safe.
 */
final class PreparedStyle {
    private final String title;
    private final FillBrush background;
    private final List<TypeStyle> typeStyles;

    /** Rules of a feature type style; of those that take a feature all draw it, or the first only. */
    private record TypeStyle(List<PreparedRule> rules, boolean firstOnly) {}

    private PreparedStyle(String title, FillBrush background, List<TypeStyle> typeStyles) {
        this.title = title;
        this.background = background;
        this.typeStyles = typeStyles;
    }

    /**
     * Prepares a style.
     *
     * @param scaleDenominator scale of the map, for rules that ask for it
     * @throws InvalidInputException if a constant of it has no sense where it stands; it names the rule
     */
    static PreparedStyle of(Style style, List<PublishedLayer.Attribute> attributes, double scaleDenominator) {
        AttributeBinder binder = new AttributeBinder(attributes, scaleDenominator);
        return new PreparedStyle(
                title(style.getDescription()),
                FillBrush.of(style.getBackground(), binder),
                style.featureTypeStyles().stream()
                        .map(typeStyle -> new TypeStyle(
                                rules(typeStyle, attributes, binder),
                                "first".equals(typeStyle.getOptions().get("ruleEvaluation"))))
                        .toList());
    }

    /** What is drawn beneath the features, over the whole picture; null for nothing. */
    FillBrush background() {
        return background;
    }

    /** Title of the style as its SLD writes it; empty if it has none. */
    Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** Rules of each feature type style that apply at the scale, the undermost first; those with none are left out. */
    List<List<PreparedRule>> atScale(double scaleDenominator) {
        List<List<PreparedRule>> relevant = new ArrayList<>();
        for (TypeStyle typeStyle : typeStyles) {
            List<PreparedRule> drawn = typeStyle.rules().stream()
                    .filter(rule -> rule.appliesAt(scaleDenominator))
                    .map(rule -> rule.at(scaleDenominator))
                    .toList();
            if (!drawn.isEmpty()) {
                relevant.add(typeStyle.firstOnly() ? firstOnly(drawn) : drawn);
            }
        }
        return relevant;
    }

    /** The rules, each without the features that one before it takes. */
    private static List<PreparedRule> firstOnly(List<PreparedRule> rules) {
        List<PreparedRule> exclusive = new ArrayList<>();
        for (PreparedRule rule : rules) {
            List<PreparedRule> before = rules.subList(0, rules.indexOf(rule)).stream()
                    .filter(other -> !other.otherwise())
                    .toList();
            exclusive.add(rule.withFilter(
                    feature -> rule.takes(feature) && before.stream().noneMatch(other -> other.takes(feature))));
        }
        return exclusive;
    }

    /** How many rules it has. */
    int rules() {
        return typeStyles.stream()
                .mapToInt(typeStyle -> typeStyle.rules().size())
                .sum();
    }

    /** All rules of each feature type style. */
    List<List<PreparedRule>> typeStyles() {
        return typeStyles.stream().map(TypeStyle::rules).toList();
    }

    /** Rules that draw a feature: those whose filter takes it, or else the ElseFilter ones. */
    static List<PreparedRule> matching(List<PreparedRule> rules, FeatureValues feature) {
        List<PreparedRule> matching = new ArrayList<>(2);
        for (PreparedRule rule : rules) {
            if (!rule.otherwise() && rule.takes(feature)) {
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
        List<PreparedRule> rules = new ArrayList<>();
        for (Rule rule : typeStyle.rules()) {
            try {
                rules.add(rule(rule, attributes, binder));
            } catch (InvalidInputException e) {
                String name = rule.getName() != null ? rule.getName() : title(rule.getDescription());
                throw e.in("SLD, rule " + (name == null ? "number " + (rules.size() + 1) : name));
            }
        }
        return List.copyOf(rules);
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
        Filter filter = rule.getFilter();
        boolean scaled = AttributeBinder.asksForScale(filter);
        return new PreparedRule(
                title(rule.getDescription()),
                rule.getMinScaleDenominator(),
                rule.getMaxScaleDenominator(),
                scaled ? null : RowFilter.of(binder.resolve(filter), attributes, binder),
                scaled ? scale -> filterAt(scale, filter, attributes) : null,
                rule.isElseFilter(),
                List.copyOf(painters),
                List.copyOf(labels));
    }

    private static RowFilter filterAt(double scale, Filter filter, List<PublishedLayer.Attribute> attributes) {
        AttributeBinder binder = new AttributeBinder(attributes, scale);
        return RowFilter.of(binder.resolve(filter), attributes, binder);
    }

    private static String title(Description description) {
        return description == null || description.getTitle() == null
                ? null
                : description.getTitle().toString();
    }

    private static Painter painter(Symbolizer symbolizer, AttributeBinder binder) {
        Painter painter = plainPainter(symbolizer, binder);
        StyleValue<Geometry> geometry = binder.geometry(symbolizer.getGeometry());
        return geometry == null
                ? painter
                : new GeometryPainter(geometry, painter, binder.pixelsMoved(symbolizer.getGeometry()));
    }

    private static Painter plainPainter(Symbolizer symbolizer, AttributeBinder binder) {
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
