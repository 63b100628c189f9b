package io.microscape.ogc;

import io.microscape.portrayal.DrawingAbandonedException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets as many pictures be drawn at once as there are processors, in the order in which they are asked for. More at once
 * would share the processors, and each of them would be finished later than one after the other. A picture that takes
 * longer than a share of time goes on, but others may begin beside it, so that small maps never wait for large ones to
 * end. Thread-safe.
 */
final class DrawingTurns {
    private static final Duration SHARE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore free;
    private final Duration share;
    private final Duration patience;
    private final Set<Turn> turns = ConcurrentHashMap.newKeySet();
    private final WatchTimer timer = new WatchTimer("drawing-turns", () -> turns.forEach(this::endIfLong));

    /** As many turns at once as there are processors. */
    DrawingTurns() {
        this(Runtime.getRuntime().availableProcessors(), SHARE, PATIENCE);
    }

    /**
     * @param places turns at once
     * @param share how long a turn can keep others from beginning theirs, about
     * @param patience how long a request waits for its turn
     */
    DrawingTurns(int places, Duration share, Duration patience) {
        this.free = new Semaphore(places, true);
        this.share = share;
        this.patience = patience;
    }

    /**
     * Does work when its turn has come.
     *
     * @throws ServiceBusyException if it did not come in time
     * @throws DrawingAbandonedException if the calling thread is interrupted while it waits
     */
    <T> T take(Supplier<T> work) {
        timer.start();
        await();
        Turn turn = new Turn();
        turns.add(turn);
        try {
            return work.get();
        } finally {
            turns.remove(turn);
            turn.end(free);
        }
    }

    /** How many wait for their turn, about. */
    int waiting() {
        return free.getQueueLength();
    }

    private void await() {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ServiceBusyException();
            }
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
            throw new DrawingAbandonedException();
        }
    }

    private void endIfLong(Turn turn) {
        if (System.nanoTime() - turn.startNanos >= share.toNanos()) {
            turn.end(free);
        }
    }

    private static final class Turn {
        private final long startNanos = System.nanoTime();
        private final AtomicBoolean ended = new AtomicBoolean();

        void end(Semaphore free) {
            if (ended.compareAndSet(false, true)) {
                free.release();
            }
        }
    }
}
