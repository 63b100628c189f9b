package io.microscape.store;

import io.microscape.study.ContextFeature;
import io.microscape.study.ContextLayer;
import io.microscape.study.ContextTable;
import io.microscape.study.ImportReport;
import io.microscape.study.ImportSink;
import io.microscape.study.SourceKind;
import io.microscape.study.Study;

/**
 * An import under way, in one transaction. Spaces, communities and carbon accounts replace those of the same code (upsert);
 * what has no code is replaced as a whole by {@link #clear} before it is brought in again.
 */
public interface ImportSession extends ImportSink, AutoCloseable {
    /** Changes the study's own row within the transaction (CRS found from the spaces). */
    void save(Study study);

    /** Removes all features and import records of that kind (SPACES, SURFACES, ROADS, TREES, CANOPY …, not OSM). */
    void clear(SourceKind kind);

    /** Removes what the named source file brought of that kind; no effect if there was none. */
    void clear(SourceKind kind, String sourceFile);

    /** All that follows comes from this source file. */
    void source(SourceKind kind, String sourceFile);

    /** Removes all context layers. */
    void clearContext();

    /** Begins a context layer; its features follow. */
    void beginContext(ContextLayer layer);

    /** A feature of the context layer begun last. */
    void contextFeature(ContextFeature feature);

    /** Ends the context layer begun last: what its file turned out to hold. */
    void endContext(ContextTable table);

    /** Stores the report of a source file. */
    void record(ImportReport report, StudyStore.Origin origin);

    /** Makes everything visible at once. */
    void commit();

    /** Undoes everything unless committed. */
    @Override
    void close();
}
