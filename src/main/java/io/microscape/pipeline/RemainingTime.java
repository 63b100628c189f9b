package io.microscape.pipeline;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How long the task under way will still take, if the rest goes as fast as what is done: elapsed · (total − done) / done. Told
 * after a second, since the first steps say little. Not thread-safe.
 */
public final class RemainingTime {
    private static final long FIRST_NANOS = Duration.ofSeconds(1).toNanos();

    private String task;
    private long startNanos;

    /**
     * Seconds left, rounded up; empty while it cannot be told.
     *
     * @param newTask a name other than that of the last call begins a new task
     * @param done of the task
     * @param total of how many; negative when not known
     * @param nowNanos {@link System#nanoTime}
     */
    public OptionalLong secondsAt(String newTask, long done, long total, long nowNanos) {
        if (!newTask.equals(task)) {
            task = newTask;
            startNanos = nowNanos;
        }
        long elapsed = nowNanos - startNanos;
        if (done <= 0 || total < done || elapsed < FIRST_NANOS) {
            return OptionalLong.empty();
        }
        return OptionalLong.of((long) Math.ceil(elapsed / 1e9 * (total - done) / done));
    }
}
