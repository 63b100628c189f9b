package io.microscape.carbon;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers within the worked sums of a breakdown. */
final class Working {
    private static final MathContext DIGITS = new MathContext(10);

    private Working() {}

    /** At most ten significant digits, no exponent, no trailing zeros. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
