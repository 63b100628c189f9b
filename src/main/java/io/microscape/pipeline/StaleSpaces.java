package io.microscape.pipeline;

import io.microscape.landscape.InputDigests;
import io.microscape.landscape.Landscape;
import io.microscape.store.IndexDigests;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What of the stored indices no longer holds.
 *
 * @param places spaces whose indices have to be computed, by their place in the landscape
 * @param gone codes that have indices but no space
 * @param ofAll whether the connectivity of all spaces together no longer holds
 */
record StaleSpaces(BitSet places, Set<String> gone, boolean ofAll) {
    /** Compares the digests of what is there now with those of what the stored results were computed from. */
    static StaleSpaces among(Landscape landscape, InputDigests now, IndexDigests stored) {
        BitSet places = new BitSet();
        Set<String> gone = new HashSet<>(stored.ofSpaces().keySet());
        for (int place = 0; place < landscape.size(); place++) {
            String code = landscape.code(place);
            gone.remove(code);
            places.set(place, !now.ofSpace(place).equals(stored.ofSpaces().get(code)));
        }
        return new StaleSpaces(places, gone, !now.ofStudy().equals(stored.ofStudy()));
    }
}
