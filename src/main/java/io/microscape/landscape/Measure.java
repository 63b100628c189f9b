package io.microscape.landscape;

import java.util.Map;

/**
 * An index value and the reservation it holds with, or why there is none: absent is not zero.
 *
 * @param value the value, null when absent
 * @param reason why it is absent, or what a reader must know of the value; null when there is nothing to say
 */
record Measure(Double value, String reason) {
    static Measure of(double value) {
        return new Measure(value, null);
    }

    static Measure absent(String reason) {
        return new Measure(null, reason);
    }

    /** The same value with a reservation. */
    Measure but(String reservation) {
        return new Measure(value, reservation);
    }

    /** The value; an absence or a reservation is entered in the reasons under the column's name. */
    Double in(String column, Map<String, String> reasons) {
        if (reason != null) {
            reasons.put(column, reason);
        }
        return value;
    }

    /**
     * {@code part / whole} of two areas of which the first lies in the second.
     *
     * @return in [0, 1]; the overlay's rounding, which can lift a full cover above 1 by some 1e-12, is taken off
     * @throws IllegalStateException if the part exceeds the whole by more than rounding explains
     */
    static Measure share(double part, double whole) {
        double share = part / whole;
        if (!(share >= -ROUNDING && share <= 1 + ROUNDING)) {
            throw new IllegalStateException("a part of " + part + " m² in a whole of " + whole + " m²");
        }
        return of(Math.min(1, Math.max(0, share)));
    }

    private static final double ROUNDING = 1e-6;
}
