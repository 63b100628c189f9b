package io.microscape.source.osm;

import java.util.List;
import java.util.Map;

/** What names and flags are written as in tags. */
final class OsmTags {
    private static final List<String> NAME_KEYS = List.of("name", "name:zh", "name:en");
    private static final List<String> SPECIES_KEYS =
            List.of("species", "taxon", "species:zh", "species:en", "taxon:zh", "taxon:en", "genus");

    private OsmTags() {}

    /** The name, else the Chinese, else the English one; null if there is none. */
    static String name(Map<String, String> tags) {
        return firstOf(tags, NAME_KEYS);
    }

    /** The species, else a wider taxon; null if there is none. */
    static String species(Map<String, String> tags) {
        return firstOf(tags, SPECIES_KEYS);
    }

    /** How reports call an element: "way 12 (Parc)". */
    static String label(ElementType type, long id, Map<String, String> tags) {
        String name = name(tags);
        return type.key() + " " + id + (name == null ? "" : " (" + name + ")");
    }

    /** Whether the key is there with another value than "no". */
    static boolean isSet(Map<String, String> tags, String key) {
        String value = tags.get(key);
        return value != null && !value.equals("no");
    }

    private static String firstOf(Map<String, String> tags, List<String> keys) {
        return keys.stream()
                .map(tags::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
