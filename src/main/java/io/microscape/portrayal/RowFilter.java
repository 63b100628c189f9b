package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import io.microscape.atlas.PublishedLayer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.util.Converters;

/**
 * A filter of a style, worked out for the attributes of a layer. What class maps are made of, comparisons of an attribute
 * with a constant and their combinations, reads the numbers where they lie; everything else is evaluated by GeoTools.
 * Thread-safe.
 */
@FunctionalInterface
interface RowFilter {
    /** Whether the filter takes the feature. */
    boolean takes(FeatureValues feature);

    /** The filter over a layer's attributes; null for the filter that takes everything. */
    static RowFilter of(Filter filter, List<PublishedLayer.Attribute> attributes, AttributeBinder binder) {
        if (filter == null || filter == Filter.INCLUDE) {
            return null;
        }
        RowFilter compiled = compiled(filter, attributes, binder);
        if (compiled != null) {
            return compiled;
        }
        Filter bound = binder.bind(filter);
        return feature -> AttributeBinder.worked(() -> bound.evaluate(feature));
    }

    private static RowFilter compiled(
            Filter filter, List<PublishedLayer.Attribute> attributes, AttributeBinder binder) {
        if (filter instanceof And and) {
            RowFilter[] all = all(and.getChildren(), attributes, binder);
            NumberRange range = range(all);
            return range != null
                    ? range
                    : feature -> {
                        for (RowFilter one : all) {
                            if (one != null && !one.takes(feature)) {
                                return false;
                            }
                        }
                        return true;
                    };
        } else if (filter instanceof Or or) {
            RowFilter[] all = all(or.getChildren(), attributes, binder);
            return feature -> {
                for (RowFilter one : all) {
                    if (one == null || one.takes(feature)) {
                        return true;
                    }
                }
                return false;
            };
        } else if (filter instanceof Not not) {
            RowFilter one = of(not.getFilter(), attributes, binder);
            return one == null ? feature -> false : feature -> !one.takes(feature);
        } else if (filter instanceof Id named) {
            return identified(named);
        } else if (filter instanceof PropertyIsNull isNull) {
            int place = place(isNull.getExpression(), attributes);
            return place < 0 ? null : feature -> feature.value(place) == null;
        } else if (filter instanceof PropertyIsBetween between) {
            int place = number(between.getExpression(), attributes);
            Double low = constant(between.getLowerBoundary());
            Double high = constant(between.getUpperBoundary());
            return place < 0 || low == null || high == null ? null : NumberRange.between(place, low, high);
        } else if (filter instanceof BinaryComparisonOperator comparison) {
            return comparison(comparison, attributes);
        }
        return null;
    }

    /** Features by identifier, with or without the study's name and a dot before it. */
    private static RowFilter identified(Id named) {
        Set<String> identifiers = named.getIDs().stream()
                .map(Object::toString)
                .flatMap(id -> Stream.of(id, id.substring(id.indexOf('.') + 1)))
                .collect(Collectors.toUnmodifiableSet());
        return feature -> identifiers.contains(feature.id());
    }

    /** The one range that filters have in common; null when they are none of one number. */
    private static NumberRange range(RowFilter[] filters) {
        NumberRange common = null;
        for (RowFilter filter : filters) {
            if (!(filter instanceof NumberRange range) || common != null && range.place() != common.place()) {
                return null;
            }
            common = common == null ? range : common.and(range);
        }
        return common;
    }

    private static RowFilter[] all(
            List<Filter> filters, List<PublishedLayer.Attribute> attributes, AttributeBinder binder) {
        return filters.stream().map(one -> of(one, attributes, binder)).toArray(RowFilter[]::new);
    }

    private static RowFilter comparison(BinaryComparisonOperator filter, List<PublishedLayer.Attribute> attributes) {
        Expression left = filter.getExpression1();
        Expression right = filter.getExpression2();
        RowFilter equality = equality(filter, attributes);
        if (equality != null) {
            return equality;
        }
        int place = number(left, attributes);
        Double constant = constant(right);
        if (place < 0 || constant == null) {
            return null;
        }
        double limit = constant;
        if (filter instanceof PropertyIsLessThan) {
            return NumberRange.below(place, limit, false);
        } else if (filter instanceof PropertyIsLessThanOrEqualTo) {
            return NumberRange.below(place, limit, true);
        } else if (filter instanceof PropertyIsGreaterThan) {
            return NumberRange.above(place, limit, false);
        } else if (filter instanceof PropertyIsGreaterThanOrEqualTo) {
            return NumberRange.above(place, limit, true);
        } else if (filter instanceof PropertyIsEqualTo) {
            return NumberRange.between(place, limit, limit);
        } else if (filter instanceof PropertyIsNotEqualTo) {
            return feature -> feature.number(place) != limit;
        }
        return null;
    }

    /** Whether a text or truth value is one or another; null for other comparisons. */
    private static RowFilter equality(BinaryComparisonOperator filter, List<PublishedLayer.Attribute> attributes) {
        int place = place(filter.getExpression1(), attributes);
        boolean equal = filter instanceof PropertyIsEqualTo;
        if (place < 0
                || !filter.isMatchingCase()
                || !(equal || filter instanceof PropertyIsNotEqualTo)
                || !(filter.getExpression2() instanceof Literal literal)
                || literal.getValue() == null) {
            return null;
        }
        Class<?> type = attributes.get(place).type();
        Object constant = type == String.class || type == Boolean.class && isTruthValue(literal)
                ? Converters.convert(literal.getValue(), type)
                : null;
        return constant == null ? null : feature -> constant.equals(feature.value(place)) == equal;
    }

    private static boolean isTruthValue(Literal literal) {
        return literal.getValue().toString().matches("true|false");
    }

    /** Place of a numeric attribute; -1 when the expression is none. */
    private static int number(Expression expression, List<PublishedLayer.Attribute> attributes) {
        int place = place(expression, attributes);
        return place >= 0 && Number.class.isAssignableFrom(attributes.get(place).type()) ? place : -1;
    }

    private static int place(Expression expression, List<PublishedLayer.Attribute> attributes) {
        if (expression instanceof PropertyName property) {
            String name = AttributeBinder.localName(property);
            for (int i = 0; i < attributes.size(); i++) {
                if (attributes.get(i).name().equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The number that a literal stands for; null when it stands for none. */
    private static Double constant(Expression expression) {
        return expression instanceof Literal literal && literal.getValue() != null
                ? Converters.convert(literal.getValue(), Double.class)
                : null;
    }
}
