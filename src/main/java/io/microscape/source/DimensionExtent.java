package io.microscape.source;

import io.microscape.study.ContextTable;
import io.microscape.study.DimensionValue;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LayerDimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gathers the values of a dimension while a context layer is read. */
final class DimensionExtent {
    private static final int MOST_VALUES = 10_000;

    private final LayerDimension dimension;
    private final String file;
    private final Map<String, DimensionValue> values = new TreeMap<>();

    /** @param file name of the file, for messages */
    DimensionExtent(LayerDimension dimension, String file) {
        this.dimension = dimension;
        this.file = file;
    }

    /**
     * Takes the value of a feature.
     *
     * @return whether it has one
     * @throws RejectedFeatureException if it is no time or number
     */
    boolean add(Object value) throws RejectedFeatureException {
        if (value == null || value.toString().isBlank()) {
            return false;
        }
        String text = LayerDimension.textOf(value);
        DimensionValue parsed = DimensionValue.parse(text, dimension.temporal());
        if (parsed == null) {
            throw new RejectedFeatureException(dimension.attribute() + " is \"" + text + "\", but the dimension "
                    + dimension.name() + " needs "
                    + (dimension.temporal() ? "times as ISO 8601 writes them (2020-06-30T12:00:00Z)" : "numbers"));
        }
        values.put(text, parsed);
        if (values.size() > MOST_VALUES) {
            throw InvalidInputException.of(
                    file,
                    "the dimension " + dimension.name() + " has more than " + MOST_VALUES + " values",
                    "take an attribute with fewer, years or days instead of seconds");
        }
        return true;
    }

    /**
     * The dimension with its values.
     *
     * @param columns what the file turned out to hold
     * @throws InvalidInputException if there is no such attribute, no value, or the default is none of the values
     */
    LayerDimension found(List<ContextTable.Column> columns) {
        if (columns.stream().noneMatch(column -> column.name().equals(dimension.attribute()))) {
            throw InvalidInputException.of(
                    file,
                    "the dimension " + dimension.name() + " names the attribute " + dimension.attribute()
                            + ", which there is not",
                    "there are "
                            + columns.stream().map(ContextTable.Column::name).collect(Collectors.joining(", ")));
        }
        if (values.isEmpty()) {
            throw InvalidInputException.of(
                    file,
                    "no feature has a value of the dimension " + dimension.name(),
                    "fill in the attribute " + dimension.attribute() + " or leave the dimension out");
        }
        if (dimension.defaultValue() != null && !values.containsKey(dimension.defaultValue())) {
            throw InvalidInputException.of(
                    file,
                    "the default " + dimension.defaultValue() + " of the dimension " + dimension.name()
                            + " is none of its values",
                    "write one as the attribute " + dimension.attribute() + " has it");
        }
        List<String> ascending = new ArrayList<>(values.keySet());
        ascending.sort(Comparator.comparing(values::get));
        return dimension.withValues(ascending);
    }
}
