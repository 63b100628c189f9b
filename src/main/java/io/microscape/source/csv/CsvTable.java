package io.microscape.source.csv;

import io.microscape.source.FeatureReader;
import io.microscape.source.ImportLimits;
import io.microscape.source.RejectedFeatureException;
import io.microscape.source.SourceFeature;
import io.microscape.source.mapping.ColumnNames;
import io.microscape.source.text.NameList;
import io.microscape.source.text.StrictNumbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small table that is read whole: a library of factors, equations or methods. What is wrong with its rows is gathered, so
 * that all of it can be said at once.
 */
public final class CsvTable {
    private final String file;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> problems;

    private CsvTable(String file, List<String> columns, List<String> problems) {
        this.file = file;
        this.columns = columns;
        this.problems = problems;
    }

    /**
     * Reads a table.
     *
     * @param problems takes what is wrong, each with file and row
     * @throws io.microscape.study.InvalidInputException if the file cannot be read at all
     */
    public static CsvTable read(Path path, ImportLimits limits, List<String> problems) throws IOException {
        try (FeatureReader reader = CsvReader.openTable(path, limits)) {
            CsvTable table = new CsvTable(path.getFileName().toString(), reader.columns(), problems);
            for (SourceFeature feature = reader.next(); feature != null; feature = reader.next()) {
                table.rows.add(table.new Row(feature));
            }
            return table;
        }
    }

    /** Whether there is a column of that name, in any case. */
    public boolean has(String column) {
        return ColumnNames.find(columns, column) != null;
    }

    /** Whether the table has these columns; a problem for each that it has not. */
    public boolean requireColumns(String... names) {
        boolean all = true;
        for (String name : names) {
            if (!has(name)) {
                problems.add(file + ": no column is called \"" + name + "\"; its columns are: " + NameList.of(columns));
                all = false;
            }
        }
        return all;
    }

    public List<Row> rows() {
        return rows;
    }

    /** A row; values that are missing or cannot be read become problems. */
    public final class Row {
        private final String label;
        private final Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private boolean sound = true;

        private Row(SourceFeature feature) {
            label = feature.label();
            feature.attributes().forEach((name, value) -> values.put(name.strip(), value));
        }

        /** File and row. */
        public String place() {
            return file + ", " + label;
        }

        /** Whether nothing was wrong with the values read up to now. */
        public boolean isSound() {
            return sound;
        }

        public void problem(String text) {
            sound = false;
            problems.add(place() + ": " + text);
        }

        /** The text without blanks around it, or null. */
        public String text(String column) {
            Object value = values.get(column);
            return value == null || value.toString().isBlank()
                    ? null
                    : value.toString().strip();
        }

        /** The text; a problem when there is none. */
        public String required(String column) {
            String text = text(column);
            if (text == null) {
                problem("has no " + column);
            }
            return text;
        }

        /** The texts between semicolons; empty when there are none. */
        public List<String> list(String column) {
            String text = text(column);
            return text == null
                    ? List.of()
                    : Arrays.stream(text.split("[;；]"))
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .toList();
        }

        /** The number, or null. */
        public Double number(String column) {
            String text = text(column);
            if (text == null) {
                return null;
            }
            try {
                return StrictNumbers.parse(text, column);
            } catch (RejectedFeatureException e) {
                problem(e.getMessage());
                return null;
            }
        }

        /** The number; a problem when there is none. */
        public double requiredNumber(String column) {
            if (required(column) == null) {
                return Double.NaN;
            }
            Double number = number(column);
            return number == null ? Double.NaN : number;
        }
    }
}
