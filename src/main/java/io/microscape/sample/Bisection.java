package io.microscape.sample;

import java.util.function.DoubleUnaryOperator;

/** Root finding by halving: the functions here are monotonic but bend sharply, and speed does not matter. */
final class Bisection {
    private static final int STEPS = 36;

    private Bisection() {}

    /**
     * The argument between low and high at which the function has the value.
     *
     * @throws IllegalStateException if the value is not between those at low and high
     */
    static double solve(String what, DoubleUnaryOperator function, double low, double high, double value) {
        double atLow = function.applyAsDouble(low);
        double atHigh = function.applyAsDouble(high);
        if ((value - atLow) * (value - atHigh) > 0) {
            throw new IllegalStateException("%s: %g is not between %g and %g".formatted(what, value, atLow, atHigh));
        }
        double from = low;
        double to = high;
        for (int step = 0; step < STEPS; step++) {
            double middle = (from + to) / 2;
            if ((function.applyAsDouble(middle) < value) == (atLow < atHigh)) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return (from + to) / 2;
    }
}
