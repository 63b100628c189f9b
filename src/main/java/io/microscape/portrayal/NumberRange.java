package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;

/**
 * Takes the features of which a number lies in a range. A feature without the number is in none.
 *
 * @param place of the attribute
 * @param low lower end
 * @param withLow whether the lower end itself is in the range
 * @param high upper end
 * @param withHigh whether the upper end itself is in the range
 */
record NumberRange(int place, double low, boolean withLow, double high, boolean withHigh) implements RowFilter {

    NumberRange {
        // zero has a sign, of which comparing numbers knows nothing and comparing records does
        low += 0.0;
        high += 0.0;
    }

    static NumberRange below(int place, double high, boolean withHigh) {
        return new NumberRange(place, Double.NEGATIVE_INFINITY, true, high, withHigh);
    }

    static NumberRange above(int place, double low, boolean withLow) {
        return new NumberRange(place, low, withLow, Double.POSITIVE_INFINITY, true);
    }

    static NumberRange between(int place, double low, double high) {
        return new NumberRange(place, low, true, high, true);
    }

    @Override
    public boolean takes(FeatureValues feature) {
        return contains(feature.number(place));
    }

    boolean contains(double number) {
        return (number > low || withLow && number == low) && (number < high || withHigh && number == high);
    }

    /** The numbers of the same attribute that are in both. */
    NumberRange and(NumberRange other) {
        boolean lower = other.low > low || other.low == low && !other.withLow;
        boolean upper = other.high < high || other.high == high && !other.withHigh;
        return new NumberRange(
                place,
                lower ? other.low : low,
                lower ? other.withLow : withLow,
                upper ? other.high : high,
                upper ? other.withHigh : withHigh);
    }
}
