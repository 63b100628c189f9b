package io.microscape.atlas;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.locationtech.jts.geom.Geometry;

/**
 * The snapshots of all layers of one source, which is read once: rows are written in batches, layers side by side, while
 * the next rows are read. Of each layer the rows come one after the other in their order. For one reading thread.
 *
 * @param <T> the source's rows, which must not change once they are added
 */
final class SnapshotWriters<T> implements Closeable {
    private static final int ROWS_OF_BATCH = 1000;

    private final LayerSource<T> source;
    private final Path work;
    private final FeatureBoxes boxes = new FeatureBoxes();
    private final List<SnapshotWriter<T>> writers = new ArrayList<>();
    private List<T> batch = new ArrayList<>();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    /** @param work folder of the publication under way */
    SnapshotWriters(LayerSource<T> source, Path work) {
        this.source = source;
        this.work = work;
    }

    /**
     * Begins the snapshot of a layer, to which all rows go.
     *
     * @param styles SLD text by name, of the styles that the definition names
     */
    void include(LayerDefinition definition, Map<String, String> styles) throws IOException {
        writers.add(new SnapshotWriter<>(definition, source, styles, work, boxes));
    }

    /** Adds a row to every layer; what fails in writing it is thrown by a later call. */
    void add(T row) {
        batch.add(row);
        if (batch.size() == ROWS_OF_BATCH) {
            writeBatch();
        }
    }

    private void writeBatch() {
        List<T> rows = batch;
        batch = new ArrayList<>(ROWS_OF_BATCH);
        await();
        writing = CompletableFuture.runAsync(() -> write(rows));
    }

    /** A row has one geometry for all layers: made once, and its envelope kept once. */
    private void write(List<T> rows) {
        List<Geometry> geometries = new ArrayList<>(rows.size());
        for (T row : rows) {
            Geometry geometry = source.features().apply(row);
            boolean drawn = geometry != null && !geometry.isEmpty();
            geometries.add(drawn ? geometry : null);
            if (drawn) {
                boxes.add(geometry.getEnvelopeInternal());
            }
        }
        writers.parallelStream().forEach(writer -> {
            for (int i = 0; i < rows.size(); i++) {
                writer.add(rows.get(i), geometries.get(i));
            }
        });
    }

    private void await() {
        try {
            writing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** The writers, all rows added so far being written. */
    List<SnapshotWriter<T>> written() {
        writeBatch();
        await();
        return List.copyOf(writers);
    }

    /** Completes the snapshots of these writers, in their order. */
    List<SnapshotWriter.Snapshot> finish(List<SnapshotWriter<T>> chosen, Instant now) throws IOException {
        try {
            return chosen.parallelStream()
                    .map(writer -> {
                        try {
                            return writer.finish(now);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Waits for what is being written, and closes all writers. */
    @Override
    public void close() throws IOException {
        writing.exceptionally(failure -> null).join();
        for (SnapshotWriter<T> writer : writers) {
            writer.close();
        }
    }
}
