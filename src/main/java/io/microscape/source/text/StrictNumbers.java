package io.microscape.source.text;

import io.microscape.source.RejectedFeatureException;
import java.util.regex.Pattern;

/** Numbers as files write them, and nothing else: no decimal comma, no unit, no NaN or infinity, no hexadecimal. */
public final class StrictNumbers {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,4})?");

    private StrictNumbers() {}

    /**
     * The number that a value is or spells.
     *
     * @throws RejectedFeatureException if it is none, with the column's name
     */
    public static double parse(Object value, String column) throws RejectedFeatureException {
        double number = Double.NaN;
        if (value instanceof Number given) {
            number = given.doubleValue();
        } else if (value instanceof String text && DECIMAL.matcher(text.strip()).matches()) {
            number = Double.parseDouble(text.strip());
        }
        if (!Double.isFinite(number)) {
            String comma =
                    value instanceof String text && text.indexOf(',') >= 0 ? " (write decimals with a point)" : "";
            throw new RejectedFeatureException(
                    "column " + column + " holds " + shown(value) + ", which is no number" + comma);
        }
        return number;
    }

    /** A value as messages show it. */
    public static String shown(Object value) {
        if (value == null) {
            return "nothing";
        }
        String text = value.toString();
        return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
    }
}
