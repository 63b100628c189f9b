package io.microscape.source.mapping;

import io.microscape.source.text.NameList;
import io.microscape.source.text.Suggestion;
import io.microscape.study.InvalidInputException;
import java.util.Collection;

/** Finding columns by name, and saying which there are when one is missing. */
public final class ColumnNames {
    private ColumnNames() {}

    /** The column of that name as the file writes it: the exact one first, else one in other case; null if there is none. */
    public static String find(Collection<String> columns, String name) {
        if (columns.contains(name)) {
            return name;
        }
        return columns.stream()
                .filter(column -> column.equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * The column of that name.
     *
     * @param use what it is wanted for
     * @throws InvalidInputException if there is none; it lists the columns
     */
    public static String require(String file, Collection<String> columns, String name, String use) {
        String column = find(columns, name);
        if (column == null) {
            throw missing(file, columns, name, use);
        }
        return column;
    }

    /** The error about a column that is not there. */
    static InvalidInputException missing(String file, Collection<String> columns, String name, String use) {
        return InvalidInputException.of(
                file,
                "has no column \"" + name + "\" (wanted for " + use + ")",
                columns.isEmpty()
                        ? "the file has no columns"
                        : "its columns are: " + NameList.of(columns) + Suggestion.of(name, columns));
    }
}
