package io.microscape.landscape;

import io.microscape.study.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Many small pieces of work over the threads of a pool of its own, by work stealing; each thread has a worker with its own
 * arrays, so that no piece makes garbage.
 */
final class SharedWork {
    /** Pieces a thread does before it says how far it is and looks whether to stop. */
    private static final int CHUNK = 64;

    private final int threads;
    private final String task;
    private final Progress progress;

    /** @param task what progress is told is being done */
    SharedWork(int threads, String task, Progress progress) {
        this.threads = threads;
        this.task = task;
        this.progress = progress;
    }

    /** Does one piece. */
    @FunctionalInterface
    interface Piece<W> {
        void run(W worker, int piece);
    }

    /**
     * Does the pieces 0 … total − 1, in any order. The first failure ends it, and so does what progress throws.
     *
     * @throws CancellationException if the calling thread is interrupted; it stays interrupted
     */
    <W> void run(int total, Supplier<W> workers, Piece<W> piece) {
        Run<W> run = new Run<>(total, workers, piece);
        progress.at(task, 0, total);
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            ForkJoinTask<?> all = pool.submit(new Range<>(run, 0, total));
            all.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted while " + task).initCause(e);
        } catch (ExecutionException e) {
            throw rootOf(e);
        } finally {
            run.stopped = true;
            pool.shutdownNow();
        }
    }

    /** A fork-join pool wraps what a task throws in exceptions of the same class, as often as it crosses threads. */
    private static RuntimeException rootOf(ExecutionException e) {
        Throwable cause = e.getCause();
        while (cause.getCause() != null && cause.getClass() == cause.getCause().getClass()) {
            cause = cause.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    private final class Run<W> {
        private final int total;
        private final Supplier<W> factory;
        private final Piece<W> piece;
        private final ConcurrentLinkedQueue<W> idle = new ConcurrentLinkedQueue<>();
        private final AtomicLong done = new AtomicLong();
        private volatile boolean stopped;

        Run(int total, Supplier<W> factory, Piece<W> piece) {
            this.total = total;
            this.factory = factory;
            this.piece = piece;
        }

        void chunk(int from, int to) {
            if (stopped) {
                return;
            }
            W worker = idle.poll();
            if (worker == null) {
                worker = factory.get();
            }
            try {
                for (int i = from; i < to; i++) {
                    piece.run(worker, i);
                }
                progress.at(task, done.addAndGet(to - from), total);
            } catch (RuntimeException | Error e) {
                stopped = true;
                throw e;
            }
            idle.add(worker);
        }
    }

    private static final class Range<W> extends RecursiveAction {
        private static final long serialVersionUID = 1L;

        private final transient SharedWork.Run<W> run;
        private final int from;
        private final int to;

        Range(SharedWork.Run<W> run, int from, int to) {
            this.run = run;
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            if (to - from <= CHUNK) {
                run.chunk(from, to);
                return;
            }
            int middle = (from + to) >>> 1;
            invokeAll(new Range<>(run, from, middle), new Range<>(run, middle, to));
        }
    }
}
