package io.microscape.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A dimension of a layer besides the plane (OGC 06-042 annex C): an attribute by whose values a map is asked for.
 *
 * @param name {@code time}, {@code elevation} or another name in lower case
 * @param attribute the attribute that holds a feature's value
 * @param units units of the values: {@code ISO8601} for time, {@code CRS:88} and the like for elevations
 * @param unitSymbol symbol of the unit ("m"); null for none
 * @param defaultValue the value of a map for which none is asked; null when one must be asked for
 * @param nearest a value that does not occur stands for the nearest that does
 * @param multiple several values and intervals can be asked for at once
 * @param current {@code current} can be asked for: the latest value
 * @param values the values that occur, ascending; empty until the features are known
 */
public record LayerDimension(
        String name,
        String attribute,
        String units,
        String unitSymbol,
        String defaultValue,
        boolean nearest,
        boolean multiple,
        boolean current,
        List<String> values) {

    /** Name of the dimension whose values are instants and periods. */
    public static final String TIME = "time";

    /** Name of the dimension of heights. */
    public static final String ELEVATION = "elevation";

    public LayerDimension {
        values = values == null ? List.of() : List.copyOf(values);
    }

    /** Whether the values are instants and periods, and not numbers. */
    public boolean temporal() {
        return name.equals(TIME);
    }

    /** The parameter that asks for a value (OGC 06-042 C.3.2, C.3.3). */
    public String parameter() {
        String upper = name.toUpperCase(Locale.ROOT);
        return temporal() || name.equals(ELEVATION) ? upper : "DIM_" + upper;
    }

    /** The same dimension with the values that occur. */
    public LayerDimension withValues(List<String> found) {
        return new LayerDimension(name, attribute, units, unitSymbol, defaultValue, nearest, multiple, current, found);
    }

    /** The value of a feature as the list of values has it: numbers without an exponent and without trailing zeros. */
    public static String textOf(Object value) {
        if (value instanceof Number number) {
            BigDecimal decimal = new BigDecimal(number.toString()).stripTrailingZeros();
            return decimal.toPlainString();
        }
        return value.toString().strip();
    }
}
