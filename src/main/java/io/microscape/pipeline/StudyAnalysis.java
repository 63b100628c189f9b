package io.microscape.pipeline;

import io.microscape.landscape.IndexEngine;
import io.microscape.landscape.InputDigests;
import io.microscape.landscape.Landscape;
import io.microscape.landscape.MetricEngine;
import io.microscape.store.IndexChanges;
import io.microscape.store.IndexDigests;
import io.microscape.store.StudyStore;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MetricGroup;
import io.microscape.study.Progress;
import io.microscape.study.SpaceConnectivity;
import io.microscape.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has those indices of a study computed that no longer hold, and stores them. */
final class StudyAnalysis {
    private final StudyStore store;

    StudyAnalysis(StudyStore store) {
        this.store = store;
    }

    /** How many spaces had their indices computed, kept theirs, or are no more. */
    record Counts(int computed, int unchanged, int removed) {}

    /**
     * Computes the indices of the spaces for which something they depend on has changed, and stores them in one transaction:
     * the old ones stay until the new ones are complete.
     *
     * @param all compute every space, changed or not
     */
    Counts analyse(Study study, boolean all, Progress progress) {
        if (study.crs() == null) {
            throw InvalidInputException.of(
                    "study " + study.key(), "it has no micro-spaces yet", "import spaces or osm first");
        }
        StudyInput input = StudyInput.read(store, study, progress);
        Landscape landscape = input.landscape();
        InputDigests digests = input.digests();
        IndexDigests stored = store.indexDigests(study.key());
        StaleSpaces stale = StaleSpaces.among(landscape, digests, all ? stored.forgotten() : stored);
        boolean ofAll = study.parameters().metrics().has(MetricGroup.CONNECTIVITY) && stale.ofAll();
        IndexChanges changes = changes(study, landscape, digests, stale, ofAll, progress);
        progress.at("storing indices", 0, -1);
        if (all || !changes.isEmpty()) {
            store.changeIndices(study.key(), changes);
        }
        if (!Set.copyOf(store.memberships(study.key())).equals(Set.copyOf(input.memberships()))) {
            store.saveMemberships(study.key(), input.memberships());
        }
        int computed = stale.places().cardinality();
        return new Counts(computed, landscape.size() - computed, stale.gone().size());
    }

    private static IndexChanges changes(
            Study study,
            Landscape landscape,
            InputDigests digests,
            StaleSpaces stale,
            boolean ofAll,
            Progress progress) {
        LandscapeIndices[] basic = new LandscapeIndices[landscape.size()];
        if (!stale.places().isEmpty()) {
            new IndexEngine(study.parameters())
                    .compute(landscape, stale.places(), progress, (space, indices) -> basic[space] = indices);
        }
        MetricEngine.Result result = stale.places().isEmpty() && !ofAll
                ? new MetricEngine.Result(List.of(), List.of(), List.of())
                : new MetricEngine(study.parameters()).compute(landscape, Arrays.asList(basic), ofAll, progress);
        Map<String, String> digestsByCode = new HashMap<>();
        List<LandscapeIndices> computed = new ArrayList<>();
        stale.places().stream().forEach(place -> {
            computed.add(result.indices().get(place));
            digestsByCode.put(landscape.code(place), digests.ofSpace(place));
        });
        Map<String, List<SpaceConnectivity>> importance = new HashMap<>();
        for (int place = 0; place < result.importance().size(); place++) {
            importance.put(landscape.code(place), result.importance().get(place));
        }
        return new IndexChanges(
                study.parameters(),
                computed,
                digestsByCode,
                stale.gone(),
                stale.ofAll() ? new IndexChanges.OfAll(result.connectivity(), importance, digests.ofStudy()) : null);
    }
}
