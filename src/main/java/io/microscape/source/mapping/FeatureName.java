package io.microscape.source.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How messages call a feature, as a word and a number, so that earlier features can be named by their number alone.
 *
 * @param word "feature ", "row "
 * @param number at least 1
 */
record FeatureName(String word, long number) {
    private static final Pattern NUMBERED = Pattern.compile("(.*\\D)([1-9]\\d{0,17})");

    /**
     * @param label the reader's label
     * @param ordinal the place in the file, for labels without number
     */
    static FeatureName of(String label, long ordinal) {
        Matcher matcher = NUMBERED.matcher(label);
        return matcher.matches()
                ? new FeatureName(matcher.group(1), Long.parseLong(matcher.group(2)))
                : new FeatureName("feature ", ordinal);
    }

    String label() {
        return of(number);
    }

    /** The name of another feature of the file. */
    String of(long other) {
        return word + other;
    }
}
