package io.microscape.pipeline;

import io.microscape.store.StudyStore;
import java.util.ArrayList;
import java.util.List;

/** All that a store holds of a study, to see whether anything changed. */
record StoreState(long version, String counts, List<String> rows) {
    static StoreState of(StudyStore store, String study) {
        List<String> rows = new ArrayList<>();
        store.eachAtlasRow(study, row -> rows.add(row.toString()));
        return new StoreState(store.version(study), store.counts(study).toString(), rows);
    }
}
