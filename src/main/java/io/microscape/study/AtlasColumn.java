package io.microscape.study;

import java.util.function.Function;

/**
 * A column of the joined result: what it is called, what it means, and how it is read from a row.
 *
 * @param name column name as in exports, feature properties and the database view; carries its unit
 * @param type String, Double, Integer or Boolean
 * @param unit "m²", "kg CO2"; empty for text, counts and ratios
 * @param title readable name in both languages
 * @param definition one sentence in both languages: what the number is
 * @param value reads the value from a row; null where the row has none
 */
public record AtlasColumn(
        String name,
        Class<?> type,
        String unit,
        LocalizedText title,
        LocalizedText definition,
        Function<AtlasRow, Object> value) {

    /** The row's value in this column: of {@link #type()}, or null. */
    public Object valueOf(AtlasRow row) {
        return value.apply(row);
    }
}
