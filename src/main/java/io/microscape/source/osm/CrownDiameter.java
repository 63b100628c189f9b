package io.microscape.source.osm;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths as OpenStreetMap writes them ("4", "4.5 m", "13 ft", "13'6\""). */
final class CrownDiameter {
    private static final double FOOT_M = 0.3048;
    private static final double INCH_M = 0.0254;
    /** The widest crowns known are some 60 m across; more is a slip of the pen. */
    private static final double MAX_M = 100;

    private static final String NUMBER = "([0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)";
    private static final Pattern LENGTH = Pattern.compile(
            NUMBER + "\\s*(m|metre|metres|meter|meters|米|cm|ft|foot|feet|')?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FEET_AND_INCHES = Pattern.compile(NUMBER + "'\\s*" + NUMBER + "\"");

    private CrownDiameter() {}

    /** The length in m; empty when it is none, or not between 0 and 100 m. */
    static OptionalDouble parse(String text) {
        String value = text.strip();
        Matcher imperial = FEET_AND_INCHES.matcher(value);
        if (imperial.matches()) {
            return plausible(number(imperial.group(1)) * FOOT_M + number(imperial.group(2)) * INCH_M);
        }
        Matcher length = LENGTH.matcher(value);
        if (!length.matches()) {
            return OptionalDouble.empty();
        }
        String unit = length.group(2) == null ? "m" : length.group(2).toLowerCase(java.util.Locale.ROOT);
        double metres = switch (unit) {
            case "cm" -> 0.01;
            case "ft", "foot", "feet", "'" -> FOOT_M;
            default -> 1;
        };
        return plausible(number(length.group(1)) * metres);
    }

    private static double number(String digits) {
        return Double.parseDouble(digits.replace(',', '.'));
    }

    private static OptionalDouble plausible(double metres) {
        return metres > 0 && metres <= MAX_M ? OptionalDouble.of(metres) : OptionalDouble.empty();
    }
}
