package io.microscape.store;

import io.microscape.study.LandscapeIndices;
import io.microscape.study.SpaceConnectivity;
import io.microscape.study.StudyConnectivity;
import io.microscape.study.StudyParameters;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What changes of a study's stored indices.
 *
 * @param parameters parameters of the computation
 * @param computed indices that take the place of those of the same code; their importance is not looked at
 * @param digests digest of what each was computed from, by code
 * @param gone codes of spaces that are no more
 * @param ofAll connectivity of all spaces together, or null to leave it as it is
 */
public record IndexChanges(
        StudyParameters parameters,
        List<LandscapeIndices> computed,
        Map<String, String> digests,
        Collection<String> gone,
        OfAll ofAll) {

    /**
     * Connectivity of all spaces together.
     *
     * @param connectivity one a threshold
     * @param importance what each space contributes, by code
     * @param digest digest of what it was computed from
     */
    public record OfAll(
            List<StudyConnectivity> connectivity, Map<String, List<SpaceConnectivity>> importance, String digest) {}

    /** Whether there is nothing to change. */
    public boolean isEmpty() {
        return computed.isEmpty() && gone.isEmpty() && ofAll == null;
    }
}
