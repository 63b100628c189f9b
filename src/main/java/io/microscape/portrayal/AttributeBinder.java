package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import io.microscape.atlas.PublishedLayer;
import io.microscape.study.InvalidInputException;
import java.awt.Color;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.geotools.util.Converters;
import org.locationtech.jts.geom.Geometry;
import org.xml.sax.helpers.NamespaceSupport;

/**
 * Binds the filters and expressions of a style to the attributes of a layer, so that a property is read from a
 * {@link FeatureValues} by its place and not looked up by name for every feature. A property that the layer does not
 * have is null everywhere, as in any other renderer.
 */
final class AttributeBinder {
    /** What people call the geometry; the empty name is the default geometry. */
    private static final Set<String> GEOMETRY_NAMES = Set.of("", "geometry", "geom", "the_geom");

    /** Functions of geometries whose numbers are distances. */
    private static final Set<String> MOVING = Set.of("buffer", "offset");

    /** The one variable of the environment that there is, named as GeoServer names it. */
    private static final String SCALE_VARIABLE = "wms_scale_denominator";

    /** A length of more pixels is a mistake, and nothing that a picture could show. */
    static final int MOST_PIXELS = 100_000;

    private final List<String> names;
    private final double scaleDenominator;

    /** A binder to those attributes where there is no scale. */
    AttributeBinder(List<PublishedLayer.Attribute> attributes) {
        this(attributes, Double.NaN);
    }

    /**
     * A binder to those attributes.
     *
     * @param scaleDenominator what {@code env('wms_scale_denominator')} stands for
     */
    AttributeBinder(List<PublishedLayer.Attribute> attributes, double scaleDenominator) {
        this.names = attributes.stream().map(PublishedLayer.Attribute::name).toList();
        this.scaleDenominator = scaleDenominator;
    }

    /** Scale of the map; NaN where there is none. */
    double scaleDenominator() {
        return scaleDenominator;
    }

    /** Whether a filter asks for the scale. */
    static boolean asksForScale(Filter filter) {
        boolean[] asks = {false};
        if (filter != null) {
            filter.accept(
                    new DefaultFilterVisitor() {
                        @Override
                        public Object visit(org.geotools.api.filter.expression.Function function, Object data) {
                            asks[0] |= function.getName().equals("env");
                            return super.visit(function, data);
                        }
                    },
                    null);
        }
        return asks[0];
    }

    /** The filter with the scale for its variable, and constant arithmetic worked out. */
    Filter resolve(Filter filter) {
        return filter == null ? null : (Filter) filter.accept(new Resolving(), null);
    }

    /** The filter, reading snapshot features. */
    Filter bind(Filter filter) {
        return (Filter) filter.accept(new Binding(), null);
    }

    /** The expression as text; null where it has no value. */
    StyleValue<String> text(Expression expression, String fallback) {
        return value(expression, fallback, object -> Converters.convert(object, String.class));
    }

    /** The expression as a number; what is not finite counts as absent. */
    StyleValue<Double> number(Expression expression, double fallback) {
        return value(expression, fallback, AttributeBinder::finite);
    }

    /** The expression as a length in pixels, of which there can be as many as a picture could ever show. */
    StyleValue<Double> pixels(Expression expression, double fallback) {
        return value(expression, fallback, object -> {
            Double pixels = finite(object);
            if (pixels != null && Math.abs(pixels) > MOST_PIXELS) {
                throw InvalidInputException.of(
                        "style",
                        "a length of " + pixels + " pixels",
                        "give less than " + MOST_PIXELS + ", or a smaller scale where it is measured on the ground");
            }
            return pixels;
        });
    }

    private static Double finite(Object object) {
        Double number = Converters.convert(object, Double.class);
        return number == null || !Double.isFinite(number) ? null : number;
    }

    /** The expression as a colour: {@code #RRGGBB} or {@code 0xRRGGBB}. */
    StyleValue<Color> color(Expression expression, Color fallback) {
        return value(expression, fallback, AttributeBinder::color);
    }

    /** The expression as a geometry; null for the feature's own. */
    StyleValue<Geometry> geometry(Expression expression) {
        if (expression == null
                || expression == Expression.NIL
                || expression instanceof PropertyName property && isGeometry(localName(property))) {
            return null;
        }
        Expression bound = (Expression) expression.accept(new Binding(), null);
        return StyleValue.computed(feature -> worked(() -> bound.evaluate(feature, Geometry.class)));
    }

    /** Pixels that functions which move a geometry, or make it larger, can move it: by constants, in degrees. */
    double pixelsMoved(Expression geometry) {
        double[] degrees = {0};
        geometry.accept(
                new DefaultFilterVisitor() {
                    @Override
                    public Object visit(org.geotools.api.filter.expression.Function function, Object data) {
                        if (MOVING.contains(function.getName())) {
                            for (Expression argument : function.getParameters()) {
                                Double by = argument instanceof Literal literal
                                        ? Converters.convert(literal.getValue(), Double.class)
                                        : null;
                                degrees[0] += by == null ? 0 : Math.abs(by);
                            }
                        }
                        return super.visit(function, data);
                    }
                },
                null);
        return degrees[0] == 0 ? 0 : degrees[0] * MapFrame.DEGREE_M / (scaleDenominator * MapFrame.STANDARD_PIXEL_M);
    }

    private <T> StyleValue<T> value(Expression expression, T fallback, Function<Object, T> convert) {
        if (expression == null || expression == Expression.NIL) {
            return StyleValue.constant(fallback);
        }
        Expression resolved = (Expression) expression.accept(new Resolving(), null);
        if (resolved instanceof Literal literal) {
            T constant = literal.getValue() == null ? null : convert.apply(literal.getValue());
            if (constant == null && literal.getValue() != null) {
                throw InvalidInputException.of(
                        "style", literal.getValue() + " is not a value that can stand there", "mend the SLD");
            }
            return StyleValue.constant(constant == null ? fallback : constant);
        }
        Expression bound = (Expression) resolved.accept(new Binding(), null);
        return StyleValue.computed(feature -> {
            Object object = worked(() -> bound.evaluate(feature));
            T converted = object == null || object.toString().isBlank() ? null : convert.apply(object);
            return converted == null ? fallback : converted;
        });
    }

    /**
     * What an expression or filter gives.
     *
     * @throws InvalidInputException if one of its functions fails over what it is given
     */
    static <T> T worked(Supplier<T> evaluation) {
        try {
            return evaluation.get();
        } catch (RuntimeException e) {
            throw new InvalidInputException(
                    "style: an expression or filter cannot be worked out (" + e.getMessage() + "); mend the SLD", e);
        }
    }

    /** Name of the property without a namespace. */
    static String localName(PropertyName property) {
        String path = property.getPropertyName();
        return path.substring(path.lastIndexOf(':') + 1);
    }

    /** Whether a property of that name is the geometry, if no attribute is called so. */
    static boolean isGeometry(String name) {
        return GEOMETRY_NAMES.contains(name);
    }

    private static Color color(Object object) {
        if (object instanceof Color color) {
            return color;
        }
        try {
            return Color.decode(object.toString().strip());
        } catch (NumberFormatException e) {
            throw new InvalidInputException("style: " + object + " is no colour; write #RRGGBB", e);
        }
    }

    private final class Resolving extends DuplicatingFilterVisitor {
        @Override
        public Object visit(org.geotools.api.filter.expression.Function function, Object data) {
            if (!function.getName().equals("env")) {
                return super.visit(function, data);
            }
            boolean scale =
                    SCALE_VARIABLE.equals(function.getParameters().get(0).evaluate(null, String.class));
            if (scale) {
                return ff.literal(scaleDenominator);
            }
            return function.getParameters().size() > 1
                    ? function.getParameters().get(1).accept(this, data)
                    : ff.literal((Object) null);
        }

        @Override
        public Object visit(Add sum, Object data) {
            return folded((BinaryExpression) super.visit(sum, data));
        }

        @Override
        public Object visit(Subtract difference, Object data) {
            return folded((BinaryExpression) super.visit(difference, data));
        }

        @Override
        public Object visit(Multiply product, Object data) {
            return folded((BinaryExpression) super.visit(product, data));
        }

        @Override
        public Object visit(Divide quotient, Object data) {
            return folded((BinaryExpression) super.visit(quotient, data));
        }

        private Expression folded(BinaryExpression expression) {
            return expression.getExpression1() instanceof Literal && expression.getExpression2() instanceof Literal
                    ? ff.literal(worked(() -> expression.evaluate(null, Double.class)))
                    : expression;
        }
    }

    private final class Binding extends DuplicatingFilterVisitor {
        @Override
        public Object visit(PropertyName property, Object data) {
            String name = localName(property);
            return new SnapshotProperty(name, names.indexOf(name));
        }
    }

    /** A property of a snapshot feature, by its place among the values. */
    private record SnapshotProperty(String name, int index) implements PropertyName {
        @Override
        public String getPropertyName() {
            return name;
        }

        @Override
        public NamespaceSupport getNamespaceContext() {
            return null;
        }

        @Override
        public Object evaluate(Object object) {
            if (!(object instanceof FeatureValues feature)) {
                return null;
            }
            if (index >= 0) {
                return feature.value(index);
            }
            return isGeometry(name) ? feature.geometry() : null;
        }

        @Override
        public <T> T evaluate(Object object, Class<T> context) {
            Object value = evaluate(object);
            return value == null ? null : Converters.convert(value, context);
        }

        @Override
        public Object accept(ExpressionVisitor visitor, Object extraData) {
            return visitor.visit(this, extraData);
        }
    }
}
