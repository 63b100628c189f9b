package io.microscape.portrayal;

import io.microscape.study.InvalidInputException;
import java.util.Arrays;
import java.util.Map;

/**
 * Empty pixels around each mark of a pattern: the vendor option {@code graphic-margin}, written as margins are in CSS, with
 * one to four numbers.
 */
record PatternMargin(double top, double right, double bottom, double left) {
    static final PatternMargin NONE = new PatternMargin(0, 0, 0, 0);
    private static final String NAME = "graphic-margin";

    /**
     * The margin that vendor options ask for.
     *
     * @throws InvalidInputException if it cannot be read
     */
    static PatternMargin of(Map<String, String> options) {
        if (!options.containsKey(NAME)) {
            return NONE;
        }
        try {
            double[] sides = Arrays.stream(options.get(NAME).split("\\s+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (sides.length >= 1 && sides.length <= 4 && Arrays.stream(sides).allMatch(side -> side >= 0)) {
                double right = sides[sides.length > 1 ? 1 : 0];
                return new PatternMargin(
                        sides[0], right, sides[sides.length > 2 ? 2 : 0], sides.length > 3 ? sides[3] : right);
            }
        } catch (NumberFormatException e) {
            // the same mistake as a wrong count
        }
        throw InvalidInputException.of(
                "PolygonSymbolizer/VendorOption \"graphic-margin\"",
                options.get(NAME) + " is not one to four numbers of pixels",
                "write \"top right bottom left\"");
    }
}
