package io.microscape.store;

import java.util.HashMap;
import java.util.Map;

/**
 * Digests of what stored results were computed from.
 *
 * @param ofSpaces by the codes of all spaces that have indices; empty text where no digest was stored with them
 * @param ofStudy of the connectivity of all spaces together; null when there is none
 */
public record IndexDigests(Map<String, String> ofSpaces, String ofStudy) {
    /** The same spaces, as if no digest had been stored with their indices. */
    public IndexDigests forgotten() {
        Map<String, String> none = new HashMap<>(ofSpaces);
        none.replaceAll((code, digest) -> "");
        return new IndexDigests(none, null);
    }
}
