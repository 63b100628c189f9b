package io.microscape.source.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean …" for a mistyped name. */
public final class Suggestion {
    private static final int MAX_DISTANCE = 3;

    private Suggestion() {}

    /** " (did you mean x?)" for the nearest of the known names, or nothing when none is near. */
    public static String of(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= Math.min(MAX_DISTANCE, name.length() / 2))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .map(candidate -> " (did you mean " + candidate + "?)")
                .orElse("");
    }

    private static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }
}
