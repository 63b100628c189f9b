package io.microscape.export;

import java.math.BigDecimal;

/** Doubles as text that reads back to the same double. */
final class DecimalText {
    private DecimalText() {}

    /**
     * The number in plain decimal notation with at least one decimal ("12345678.0", "0.00012"); with an exponent only
     * below 1e-9 and from 1e15 on, where plain notation is harder to read.
     *
     * @throws ArithmeticException if the value is not a finite number
     */
    static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException(value + " is not a finite number");
        }
        double magnitude = Math.abs(value);
        String shortest = Double.toString(value);
        if (shortest.indexOf('E') < 0 || magnitude < 1e-9 || magnitude >= 1e15) {
            return shortest;
        }
        BigDecimal decimal = new BigDecimal(shortest).stripTrailingZeros();
        return decimal.setScale(Math.max(1, decimal.scale())).toPlainString();
    }
}
