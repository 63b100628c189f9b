package io.microscape.portrayal;

import io.microscape.study.InvalidInputException;
import java.util.Map;
import java.util.Set;

/**
 * Vendor options of a text symbolizer, named and meant as in GeoServer, lengths in pixels.
 *
 * @param autoWrap width at which a text is broken into lines; 0 for the most that a label may be wide
 * @param spaceAround room that a label keeps around it; less than 0 lets labels overlap
 * @param conflictResolution whether a label gives way to others
 * @param goodnessOfFit least share of a label that must lie in its polygon
 * @param followLine whether a label along a line bends with it; else it lies where the line is straight
 * @param maxAngleDelta most degrees from one letter to the next along a line
 * @param forceLeftToRight whether labels along lines are turned so that they can be read
 * @param repeat from one label along a line to the next; 0 for one a line
 * @param maxDisplacement how far a label may be moved up or down to find room
 * @param minGroupDistance distance that labels of the same text keep
 */
record LabelOptions(
        double autoWrap,
        double spaceAround,
        boolean conflictResolution,
        double goodnessOfFit,
        boolean followLine,
        double maxAngleDelta,
        boolean forceLeftToRight,
        double repeat,
        double maxDisplacement,
        double minGroupDistance) {
    /** Those that are understood. */
    static final Set<String> NAMES = Set.of(
            "autoWrap",
            "spaceAround",
            "conflictResolution",
            "goodnessOfFit",
            "followLine",
            "maxAngleDelta",
            "forceLeftToRight",
            "repeat",
            "maxDisplacement",
            "minGroupDistance");

    private static final double SPACE_AROUND = 2;
    private static final double MAX_ANGLE_DELTA = 22.5;
    private static final double GROUP_DISTANCE = 180;

    /**
     * Reads options.
     *
     * @throws InvalidInputException if one is neither a number nor true or false, as it must be
     */
    static LabelOptions of(Map<String, String> options) {
        return new LabelOptions(
                number(options, "autoWrap", 0),
                number(options, "spaceAround", SPACE_AROUND),
                truth(options, "conflictResolution", true),
                number(options, "goodnessOfFit", 0),
                truth(options, "followLine", false),
                number(options, "maxAngleDelta", MAX_ANGLE_DELTA),
                truth(options, "forceLeftToRight", true),
                number(options, "repeat", 0),
                number(options, "maxDisplacement", 0),
                number(options, "minGroupDistance", GROUP_DISTANCE));
    }

    private static double number(Map<String, String> options, String name, double otherwise) {
        try {
            double number = options.containsKey(name) ? Double.parseDouble(options.get(name)) : otherwise;
            if (Math.abs(number) <= AttributeBinder.MOST_PIXELS) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same mistake as one that is too large
        }
        throw mistake(options, name, "a number up to " + AttributeBinder.MOST_PIXELS);
    }

    private static boolean truth(Map<String, String> options, String name, boolean otherwise) {
        String value = options.getOrDefault(name, Boolean.toString(otherwise));
        if (!value.equals("true") && !value.equals("false")) {
            throw mistake(options, name, "true or false");
        }
        return value.equals("true");
    }

    private static InvalidInputException mistake(Map<String, String> options, String name, String wanted) {
        return InvalidInputException.of(
                "TextSymbolizer/VendorOption \"" + name + "\"",
                options.get(name) + " is not " + wanted,
                "mend the SLD");
    }
}
