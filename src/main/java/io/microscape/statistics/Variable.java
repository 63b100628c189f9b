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
    /** How many spaces have a value. */
    public int known() {
        return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    /** Whether all values are equal. */
    static boolean isConstant(double[] values) {
        return Arrays.stream(values).distinct().count() <= 1;
    }
}
