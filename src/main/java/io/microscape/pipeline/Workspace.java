package io.microscape.pipeline;

import io.microscape.store.CloseableStudyStore;
import io.microscape.store.StudyStore;
import io.microscape.store.StudyStores;

/** The store and the pipeline over it, opened for one command. */
public final class Workspace implements AutoCloseable {
    private final CloseableStudyStore store;
    private final StudyPipeline pipeline;

    private Workspace(CloseableStudyStore store, StudyPipeline pipeline) {
        this.store = store;
        this.pipeline = pipeline;
    }

    /**
     * Opens the database that the settings name, which is created or brought up to date when needed.
     *
     * @throws io.microscape.study.InvalidInputException if it cannot be opened
     */
    public static Workspace open(Settings settings) {
        CloseableStudyStore store = StudyStores.open(settings.storeSettings());
        return new Workspace(store, new StudyPipeline(store, settings));
    }

    public StudyStore store() {
        return store;
    }

    public StudyPipeline pipeline() {
        return pipeline;
    }

    @Override
    public void close() {
        store.close();
    }
}
