package io.microscape.statistics;

import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasRow;
import io.microscape.study.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/**
 * The spaces that enter the statistics and their numeric columns.
 *
 * @param codes codes of the spaces
 * @param geometries their outlines in the study's metric CRS
 * @param variables columns by name
 */
public record Sample(List<String> codes, List<Geometry> geometries, Map<String, Variable> variables) {
    /**
     * The numeric columns of these rows; their geometries are in the study's metric CRS.
     *
     * @param rows the rows that enter; which those are is the caller's decision
     */
    public static Sample of(List<AtlasRow> rows, List<AtlasColumn> columns) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        for (AtlasColumn column : columns) {
            if (Number.class.isAssignableFrom(column.type())) {
                double[] values = rows.stream()
                        .mapToDouble(
                                row -> column.valueOf(row) instanceof Number number ? number.doubleValue() : Double.NaN)
                        .toArray();
                variables.put(column.name(), new Variable(column.name(), column.title(), column.unit(), values));
            }
        }
        return new Sample(
                rows.stream().map(row -> row.space().code()).toList(),
                rows.stream().map(row -> row.space().geometry()).toList(),
                variables);
    }

    /** Number of spaces. */
    public int size() {
        return codes.size();
    }

    /**
     * The column of that name.
     *
     * @throws InvalidInputException if there is none; it lists those there are
     */
    public Variable variable(String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            throw InvalidInputException.of(
                    "column '" + name + "'",
                    "the study has no numeric column of that name",
                    "there are " + variables.keySet().stream().collect(Collectors.joining(", ")));
        }
        return variable;
    }

    /** Places of the spaces that have a value in every one of these columns. */
    int[] complete(List<Variable> columns) {
        return java.util.stream.IntStream.range(0, size())
                .filter(i -> columns.stream().noneMatch(column -> Double.isNaN(column.values()[i])))
                .toArray();
    }

    static double[] at(double[] values, int[] places) {
        return java.util.Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }
}
