package io.microscape.portrayal;

import io.microscape.study.InvalidInputException;
import java.time.Duration;

/**
 * The time by which a drawing has to be done. Its start is that of the drawing. Thread-safe.
 *
 * @param startNanos start of the drawing, by {@link System#nanoTime}
 * @param limit longest time to draw; null for a drawing that may take as long as it needs
 */
record DrawingDeadline(long startNanos, Duration limit) {
    /** A deadline for a drawing that starts now. */
    static DrawingDeadline startingNow(Duration limit) {
        return new DrawingDeadline(System.nanoTime(), limit);
    }

    /**
     * Lets the drawing go on while there is time.
     *
     * @throws InvalidInputException once the limit is reached
     */
    void check() {
        if (limit != null && System.nanoTime() - startNanos >= limit.toNanos()) {
            throw InvalidInputException.of(
                    "map",
                    "takes longer to draw than the " + limit.toMillis() / 1000.0 + " s this service allows",
                    "ask for fewer layers, a smaller area or a smaller picture");
        }
    }
}
