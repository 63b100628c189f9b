package io.microscape.ogc;

import io.microscape.portrayal.DrawingAbandonedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The part of the heap that pictures may take while they are drawn and encoded: half of it. Who needs more than is free
 * waits, and is refused when it does not become free in time. Large pictures are served in their order, small ones as soon
 * as there is room. Thread-safe.
 */
final class DrawingMemory {
    private static final int UNIT_BYTES = 1 << 16;

    /** Up to here a picture need not queue behind large ones. */
    private static final int SMALL_UNITS = 128;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int units;
    private final Semaphore free;
    private final Duration patience;

    /** Half of the heap. */
    DrawingMemory() {
        this(Runtime.getRuntime().maxMemory() / 2, PATIENCE);
    }

    /**
     * @param bytes all that pictures may take together
     * @param patience how long a request waits for its part
     */
    DrawingMemory(long bytes, Duration patience) {
        this.units = (int) Math.min(Integer.MAX_VALUE, bytes / UNIT_BYTES);
        this.free = new Semaphore(units, true);
        this.patience = patience;
    }

    /**
     * Does work that needs so many bytes at its peak.
     *
     * @throws ServiceException if that is more than there can be
     * @throws ServiceBusyException if it did not become free in time
     */
    <T> T with(long bytes, Supplier<T> work) {
        long needed = Math.max(1, (bytes + UNIT_BYTES - 1) / UNIT_BYTES);
        if (needed > units) {
            throw new ServiceException("the picture needs " + megabytes(bytes) + " MB to be drawn, more than the "
                    + megabytes((long) units * UNIT_BYTES)
                    + " MB this service has for pictures; ask for a smaller one");
        }
        acquire((int) needed);
        try {
            return work.get();
        } finally {
            free.release((int) needed);
        }
    }

    private void acquire(int needed) {
        try {
            boolean first = needed <= SMALL_UNITS && free.tryAcquire(needed);
            if (!first && !free.tryAcquire(needed, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ServiceBusyException();
            }
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
            throw new DrawingAbandonedException();
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
