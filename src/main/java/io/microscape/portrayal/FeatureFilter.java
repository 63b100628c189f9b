package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import io.microscape.atlas.PublishedLayer;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LayerDimension;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.visitor.DefaultFilterVisitor;

/**
 * The features of a published layer that a request asks for: by a filter that a stranger wrote in ECQL, by the values of
 * a dimension, or by both. Size, functions and wildcards of what a stranger wrote are bounded, so that it cannot be made
 * to take long or to reach beyond the feature.
 */
public final class FeatureFilter {
    private static final int LONGEST = 8_000;
    static final int MOST_WILDCARDS = 8;
    private static final int DEEPEST = 50;

    /** Functions of a feature's own values that are quick whatever they are given. */
    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "ceil",
            "floor",
            "round",
            "min",
            "max",
            "area",
            "centroid",
            "dimension",
            "geomLength",
            "isNull",
            "strConcat",
            "strLength",
            "strToLowerCase",
            "strToUpperCase",
            "strTrim",
            "strStartsWith",
            "strEndsWith",
            "strEqualsIgnoreCase",
            "in",
            "in2",
            "in3",
            "in4",
            "in5",
            "between");

    private final String ecql;
    private final RowFilter rows;

    private FeatureFilter(String ecql, RowFilter rows) {
        this.ecql = ecql;
        this.rows = rows;
    }

    /**
     * Reads a filter.
     *
     * @throws InvalidInputException if it is not ECQL, names an attribute that the layer does not have, or uses what is not
     *     allowed; it says what
     */
    public static FeatureFilter parse(String ecql, PublishedLayer layer) {
        if (ecql.length() > LONGEST || depth(ecql) > DEEPEST) {
            throw mistake("CQL_FILTER", "is longer than " + LONGEST + " characters or nested deeper than " + DEEPEST);
        }
        Filter filter;
        try {
            filter = ECQL.toFilter(ecql);
        } catch (CQLException | RuntimeException e) {
            throw mistake(
                    "CQL_FILTER",
                    "is not ECQL: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read"));
        }
        filter.accept(new Check("CQL_FILTER", layer, FUNCTIONS), null);
        return of(ecql, filter, layer);
    }

    /**
     * The filter that a style sheet constrains a layer with.
     *
     * @param filter as {@link ExpressionParser} read it, which refuses functions that are not to be used
     * @throws InvalidInputException if it names an attribute that the layer does not have, or has a pattern that takes long
     */
    static FeatureFilter of(Filter filter, PublishedLayer layer) {
        filter.accept(new Check("LayerFeatureConstraints", layer, null), null);
        return of(filter.toString(), filter, layer);
    }

    private static FeatureFilter of(String text, Filter filter, PublishedLayer layer) {
        return new FeatureFilter(
                text, RowFilter.of(filter, layer.attributes(), new AttributeBinder(layer.attributes())));
    }

    /** The features whose value of the attribute, written as dimensions have it, is among the values. */
    public static FeatureFilter oneOf(PublishedLayer layer, String attribute, Set<String> values) {
        int place = layer.attributes().stream()
                .map(PublishedLayer.Attribute::name)
                .toList()
                .indexOf(attribute);
        return new FeatureFilter(attribute + " in " + new TreeSet<>(values), feature -> {
            Object value = feature.value(place);
            return value != null && values.contains(LayerDimension.textOf(value));
        });
    }

    /** The features that both take. */
    public FeatureFilter and(FeatureFilter other) {
        return new FeatureFilter(
                "(" + this + ") and (" + other + ")", feature -> takes(feature) && other.takes(feature));
    }

    /** Whether the feature is to be shown. A comparison that its values do not allow does not show it. */
    boolean takes(FeatureValues feature) {
        try {
            return rows == null || rows.takes(feature);
        } catch (RuntimeException notComparable) {
            return false;
        }
    }

    /** The filter as it was written; filters of the same text take the same features. */
    @Override
    public String toString() {
        return ecql;
    }

    /** How many times a pattern may stand for text of any length. */
    static long wildcards(PropertyIsLike like) {
        String wildcard = like.getWildCard();
        int mark = wildcard == null || wildcard.isEmpty() ? '%' : wildcard.charAt(0);
        return like.getLiteral()
                .chars()
                .filter(character -> character == mark || character == '%' || character == '*')
                .count();
    }

    private static int depth(String ecql) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < ecql.length(); i++) {
            depth += ecql.charAt(i) == '(' ? 1 : ecql.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static InvalidInputException mistake(String where, String what) {
        return new InvalidInputException(where + " " + what);
    }

    private static final class Check extends DefaultFilterVisitor {
        private final String where;
        private final List<String> names;
        private final PublishedLayer layer;
        private final Set<String> functions;

        /** @param functions those that may be used; null for whatever the parser let through */
        Check(String where, PublishedLayer layer, Set<String> functions) {
            this.where = where;
            this.layer = layer;
            this.functions = functions;
            this.names = layer.attributes().stream()
                    .map(PublishedLayer.Attribute::name)
                    .toList();
        }

        @Override
        public Object visit(PropertyName property, Object data) {
            String name = AttributeBinder.localName(property);
            if (!names.contains(name) && !AttributeBinder.isGeometry(name)) {
                throw mistake(
                        where,
                        "names " + name + ", which layer " + layer.qualifiedName() + " does not have; it has "
                                + names.stream().sorted().collect(Collectors.joining(", ")) + " and geometry");
            }
            return super.visit(property, data);
        }

        @Override
        public Object visit(Function function, Object data) {
            if (functions != null && !functions.contains(function.getName())) {
                throw mistake(
                        where,
                        "uses the function " + function.getName() + "; there are "
                                + String.join(", ", new TreeSet<>(functions)));
            }
            return super.visit(function, data);
        }

        @Override
        public Object visit(PropertyIsLike like, Object data) {
            if (wildcards(like) > MOST_WILDCARDS) {
                throw mistake(where, "has a pattern with more than " + MOST_WILDCARDS + " wildcards");
            }
            return super.visit(like, data);
        }
    }
}
