package io.microscape.portrayal;

import io.microscape.study.InvalidInputException;
import java.time.Duration;

/**
 * Until when a drawing may go on: until its time is up, or until the thread that asked for it is interrupted. Either ends
 * the work of every thread that takes part. Thread-safe.
 */
final class DrawingDeadline {
    /** Features between two looks at the clock; a power of two less one. */
    private static final int FEATURES_UNCHECKED = 0xFF;

    private final long startNanos = System.nanoTime();
    private final Thread owner = Thread.currentThread();
    private final Duration limit;

    /** Remembered, since the owner goes on to other work as soon as one of the threads has ended. */
    private volatile boolean abandoned;

    private DrawingDeadline(Duration limit) {
        this.limit = limit;
    }

    /**
     * A deadline for a drawing that the calling thread starts now.
     *
     * @param limit longest time to draw; null for a drawing that may take as long as it needs
     */
    static DrawingDeadline startingNow(Duration limit) {
        return new DrawingDeadline(limit);
    }

    /** {@link #check} for one of many features. @param feature how many came before it */
    void checkNowAndThen(int feature) {
        if ((feature & FEATURES_UNCHECKED) == 0) {
            check();
        }
    }

    /**
     * Lets the drawing go on while there is time.
     *
     * @throws InvalidInputException once the limit is reached
     * @throws DrawingAbandonedException once the owner is interrupted
     */
    void check() {
        if (abandoned || owner.isInterrupted()) {
            abandoned = true;
            throw new DrawingAbandonedException();
        }
        if (limit != null && System.nanoTime() - startNanos >= limit.toNanos()) {
            throw InvalidInputException.of(
                    "map",
                    "takes longer to draw than the " + limit.toMillis() / 1000.0 + " s this service allows",
                    "ask for fewer layers, a smaller area or a smaller picture");
        }
    }
}
