package io.microscape.atlas;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The snapshots of all layers of one source, which is read once: rows are written in batches, layers side by side, while
 * the next rows are read. Of each layer the rows come one after the other in their order. For one reading thread.
 *
 * @param <T> the source's rows, which must not change once they are added
 */
final class SnapshotWriters<T> implements Closeable {
    private static final int ROWS_OF_BATCH = 1000;

    private final List<SnapshotWriter<T>> writers = new ArrayList<>();
    private List<T> batch = new ArrayList<>();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    /** Takes a writer, to which all rows go; it is closed with the others. */
    void include(SnapshotWriter<T> writer) {
        writers.add(writer);
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
        writing =
                CompletableFuture.runAsync(() -> writers.parallelStream().forEach(writer -> rows.forEach(writer::add)));
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
