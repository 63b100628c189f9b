package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The rules of a class map by the number that all of them ask for: a look into a table instead of a filter for each rule.
 * Thread-safe.
 */
final class ClassBreaks {
    private final int place;
    /** Ends of the rules' ranges, ascending. */
    private final double[] breaks;
    /** Rules of the numbers below the first break, of that break, of those up to the next one … */
    private final PreparedRule[][] rules;
    /** Rules of features that have no number. */
    private final PreparedRule[] otherwise;

    private ClassBreaks(int place, double[] breaks, List<PreparedRule> of) {
        this.place = place;
        this.breaks = breaks;
        this.otherwise = of.stream().filter(PreparedRule::otherwise).toArray(PreparedRule[]::new);
        this.rules = new PreparedRule[2 * breaks.length + 1][];
        for (int i = 0; i < breaks.length; i++) {
            double before = i == 0 ? Double.NEGATIVE_INFINITY : breaks[i - 1];
            rules[2 * i] = taking(of, new NumberRange(place, before, false, breaks[i], false));
            rules[2 * i + 1] = taking(of, NumberRange.between(place, breaks[i], breaks[i]));
        }
        rules[2 * breaks.length] =
                taking(of, NumberRange.above(place, breaks.length == 0 ? 0 : breaks[breaks.length - 1], false));
    }

    /** The table of rules; null when one of them asks for anything but the range of one number. */
    static ClassBreaks of(List<PreparedRule> rules) {
        List<PreparedRule> filtered =
                rules.stream().filter(rule -> !rule.otherwise()).toList();
        if (filtered.isEmpty() || !(filtered.get(0).filter() instanceof NumberRange first)) {
            return null;
        }
        for (PreparedRule rule : filtered) {
            if (!(rule.filter() instanceof NumberRange range) || range.place() != first.place()) {
                return null;
            }
        }
        double[] breaks = filtered.stream()
                .map(rule -> (NumberRange) rule.filter())
                .flatMapToDouble(range -> DoubleStream.of(range.low(), range.high()))
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toArray();
        return new ClassBreaks(first.place(), breaks, rules);
    }

    /** The rules of numbers between two breaks, or of a break. */
    private PreparedRule[] taking(List<PreparedRule> all, NumberRange numbers) {
        PreparedRule[] taking = all.stream()
                .filter(rule -> !rule.otherwise() && holds((NumberRange) rule.filter(), numbers))
                .toArray(PreparedRule[]::new);
        return taking.length == 0 ? otherwise : taking;
    }

    /** Whether a range holds numbers between which it has no end. */
    private static boolean holds(NumberRange range, NumberRange numbers) {
        return range.and(numbers).equals(numbers);
    }

    /** Rules that draw a feature, in their order. */
    PreparedRule[] rules(FeatureValues feature) {
        double number = feature.number(place) + 0.0;
        if (Double.isNaN(number)) {
            return otherwise;
        }
        int found = Arrays.binarySearch(breaks, number);
        return rules[found >= 0 ? 2 * found + 1 : 2 * (-found - 1)];
    }
}
