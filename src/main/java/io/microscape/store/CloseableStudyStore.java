package io.microscape.store;

/** A store that was opened by itself and lets go of the database when closed. */
public interface CloseableStudyStore extends StudyStore, AutoCloseable {
    @Override
    void close();
}
