package io.microscape.statistics;

import io.microscape.study.LocalizedText;
import java.util.Arrays;

/**
 * A column of a sample.
 *
 * @param name column name of the joined result
 * @param title readable name
 * @param unit may be empty
 * @param values one a space; NaN where absent
 */
public record Variable(String name, LocalizedText title, String unit, double[] values) {
    private static final double SHARE_STEPS = 1e4;

    /** How many spaces have a value. */
    public int known() {
        return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    /**
     * The values as they are ranked: those without unit (shares, probabilities, indices of diversity) to four decimals. From
     * coordinates given to the centimetre a share is not known better, and spaces of the same share would else be ranked
     * by their rounding errors.
     */
    double[] rankable(double[] some) {
        return unit.isEmpty()
                ? Arrays.stream(some)
                        .map(value -> Math.rint(value * SHARE_STEPS) / SHARE_STEPS)
                        .toArray()
                : some;
    }

    /** Whether all values are equal. */
    static boolean isConstant(double[] values) {
        return Arrays.stream(values).distinct().count() <= 1;
    }
}
