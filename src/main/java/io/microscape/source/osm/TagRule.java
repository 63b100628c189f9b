package io.microscape.source.osm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A test on tags: every key of {@code all} has one of its values, and no key of {@code none} has one of its values. An
 * empty set of values stands for any value.
 */
record TagRule(Map<String, Set<String>> all, Map<String, Set<String>> none) {

    /** The tags that made the rule hold, or empty if it does not hold. */
    Optional<Map<String, String>> match(Map<String, String> tags) {
        if (none.entrySet().stream().anyMatch(entry -> has(tags, entry))) {
            return Optional.empty();
        }
        Map<String, String> matched = new LinkedHashMap<>();
        for (Map.Entry<String, Set<String>> entry : all.entrySet()) {
            if (!has(tags, entry)) {
                return Optional.empty();
            }
            matched.put(entry.getKey(), tags.get(entry.getKey()));
        }
        return Optional.of(matched);
    }

    private static boolean has(Map<String, String> tags, Map.Entry<String, Set<String>> test) {
        String value = tags.get(test.getKey());
        return value != null && (test.getValue().isEmpty() || test.getValue().contains(value));
    }
}
