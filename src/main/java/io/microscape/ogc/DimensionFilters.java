package io.microscape.ogc;

import static io.microscape.ogc.RequestParameters.echo;

import io.microscape.atlas.PublishedLayer;
import io.microscape.portrayal.FeatureFilter;
import io.microscape.study.DimensionValue;
import io.microscape.study.LayerDimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The features of layers that belong to the values of dimensions which a request names: {@code TIME}, {@code ELEVATION},
 * {@code DIM_…} (OGC 06-042 annexes C and D, OGC 01-068r3 annex C). A layer without dimensions is not asked for any.
 */
final class DimensionFilters {
    private static final int MOST_VALUES = 1_000;
    private static final String CURRENT = "current";

    private final RequestParameters parameters;
    private final Set<String> warnings = new TreeSet<>();

    DimensionFilters(RequestParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * The features of the layer that are to be shown; null for all of them.
     *
     * @throws ServiceException MissingDimensionValue or InvalidDimensionValue
     */
    FeatureFilter of(PublishedLayer layer) {
        FeatureFilter filter = null;
        for (LayerDimension dimension : layer.definition().traits().dimensions()) {
            FeatureFilter one = FeatureFilter.oneOf(layer, dimension.attribute(), values(layer, dimension));
            filter = filter == null ? one : filter.and(one);
        }
        return filter;
    }

    /** What the client is to be told of values that it did not name itself, as headers {@code Warning}. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private Set<String> values(PublishedLayer layer, LayerDimension dimension) {
        String asked = parameters.text(dimension.parameter());
        if (asked == null) {
            if (dimension.defaultValue() == null) {
                throw new ServiceException(
                        ServiceException.Code.MISSING_DIMENSION_VALUE,
                        dimension.parameter() + " is missing; layer " + layer.qualifiedName()
                                + " has no default for it, the capabilities list its values");
            }
            warn("Default", dimension, dimension.defaultValue());
            return Set.of(dimension.defaultValue());
        }
        String[] parts = asked.split(",", -1);
        boolean several = parts.length > 1 || asked.indexOf('/') >= 0;
        if (several && !dimension.multiple()) {
            throw invalid(dimension, "takes one value for layer " + layer.qualifiedName() + ", not", asked);
        }
        if (parts.length > MOST_VALUES) {
            throw invalid(dimension, "has more than " + MOST_VALUES + " values:", asked);
        }
        Set<String> values = new TreeSet<>();
        for (String part : parts) {
            values.addAll(part.indexOf('/') < 0 ? single(dimension, part) : interval(dimension, part));
        }
        return values;
    }

    private List<String> single(LayerDimension dimension, String asked) {
        List<String> known = dimension.values();
        if (dimension.current() && asked.equals(CURRENT)) {
            return List.of(known.get(known.size() - 1));
        }
        if (known.contains(asked)) {
            return List.of(asked);
        }
        DimensionValue wanted = parsed(dimension, asked);
        List<String> found = meeting(dimension, wanted);
        if (found.isEmpty() && dimension.nearest()) {
            String nearest = known.stream()
                    .min(Comparator.comparing(value -> wanted.distance(parsed(dimension, value))))
                    .orElseThrow();
            warn("Nearest", dimension, nearest);
            return List.of(nearest);
        }
        if (found.isEmpty()) {
            throw invalid(dimension, "is none of the values that the capabilities list:", asked);
        }
        return found;
    }

    /** From one value to another; a resolution behind them narrows nothing, for every value that occurs is shown. */
    private List<String> interval(LayerDimension dimension, String asked) {
        String[] ends = asked.split("/", -1);
        if (ends.length > 3) {
            throw invalid(dimension, "has an interval of more than start, end and resolution:", asked);
        }
        DimensionValue first = end(dimension, ends[0]);
        DimensionValue last = end(dimension, ends[1]);
        if (first.compareTo(last) > 0) {
            throw invalid(dimension, "has an interval that ends before it begins:", asked);
        }
        List<String> found = meeting(dimension, first.to(last));
        if (found.isEmpty()) {
            throw invalid(dimension, "has an interval without any value:", asked);
        }
        return found;
    }

    private static DimensionValue end(LayerDimension dimension, String asked) {
        boolean current = dimension.current() && asked.equals(CURRENT);
        return parsed(
                dimension, current ? dimension.values().get(dimension.values().size() - 1) : asked);
    }

    private static List<String> meeting(LayerDimension dimension, DimensionValue wanted) {
        List<String> found = new ArrayList<>();
        for (String value : dimension.values()) {
            if (parsed(dimension, value).meets(wanted)) {
                found.add(value);
            }
        }
        return found;
    }

    private static DimensionValue parsed(LayerDimension dimension, String text) {
        DimensionValue value = DimensionValue.parse(text, dimension.temporal());
        if (value == null) {
            throw invalid(
                    dimension,
                    dimension.temporal() ? "is not a time as ISO 8601 writes it:" : "is not a number:",
                    text);
        }
        return value;
    }

    /** The wording is that of OGC 06-042 C.4.2 and C.4.3. */
    private void warn(String which, LayerDimension dimension, String value) {
        warnings.add("99 " + which + " value used: " + dimension.name() + "=" + value + " " + dimension.units());
    }

    private static ServiceException invalid(LayerDimension dimension, String problem, String asked) {
        return new ServiceException(
                ServiceException.Code.INVALID_DIMENSION_VALUE,
                dimension.parameter() + " " + problem + " " + echo(asked));
    }
}
