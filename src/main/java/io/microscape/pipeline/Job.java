package io.microscape.pipeline;

import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A piece of work under way. Its state is read from any thread; listeners are told of every change. */
public final class Job {
    private static final long SECOND_NANOS = 1_000_000_000;

    /** Where a job stands. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /**
     * A job at one moment.
     *
     * @param progress 0 to 100
     * @param message what is being done, or why it failed: for people
     * @param remainingSeconds what is left of the task that the message names, estimated; null when it cannot be told
     * @param details further lines: what was repaired, left out, or wrong
     */
    public record Status(
            String id,
            String study,
            String work,
            State state,
            int progress,
            String message,
            Long remainingSeconds,
            List<String> details,
            Instant created,
            Instant finished) {}

    private final List<Consumer<Status>> listeners = new CopyOnWriteArrayList<>();
    private volatile Status status;
    private volatile boolean cancelled;

    Job(String id, String study, String work) {
        this.status = new Status(id, study, work, State.QUEUED, 0, "waiting", null, List.of(), Instant.now(), null);
    }

    /** How the job stands now. */
    public Status status() {
        return status;
    }

    /** Tells the listener the present status and, until it ends, every change. */
    public synchronized void listen(Consumer<Status> listener) {
        listener.accept(status);
        if (!isOver()) {
            listeners.add(listener);
        }
    }

    /** Tells the listener nothing more. */
    public void forget(Consumer<Status> listener) {
        listeners.remove(listener);
    }

    /** Whether the job has ended, well or not. */
    public boolean isOver() {
        return isFinal(status.state());
    }

    /**
     * Asks the job to end. One that waits ends at once, one under way at its next step, and what it has not committed is
     * undone; one that is over stays as it is.
     */
    public synchronized void cancel() {
        if (status.state() == State.QUEUED) {
            cancelled();
        } else if (!isOver()) {
            cancelled = true;
        }
    }

    /**
     * Progress of the job; the percentage never falls, and 100 is kept for the end. Listeners are told of a new task, of
     * every per cent, and of the time left once a second. Ends the work by {@link JobCancelledException} once the job is
     * cancelled.
     */
    Progress progress() {
        RemainingTime remaining = new RemainingTime();
        long[] told = {System.nanoTime()};
        return (task, done, total) -> {
            if (cancelled) {
                throw new JobCancelledException();
            }
            int percent = total > 0 ? (int) Math.min(99, 100 * done / total) : status.progress();
            synchronized (remaining) {
                long now = System.nanoTime();
                OptionalLong seconds = remaining.secondsAt(task, done, total, now);
                boolean news = percent > status.progress() || !task.equals(status.message());
                if (news || seconds.isPresent() && now - told[0] >= SECOND_NANOS) {
                    told[0] = now;
                    change(
                            State.RUNNING,
                            Math.max(percent, status.progress()),
                            task,
                            seconds.isPresent() ? (Long) seconds.getAsLong() : null,
                            List.of());
                }
            }
        };
    }

    /** False if the job was cancelled before. */
    synchronized boolean begin() {
        if (isOver()) {
            return false;
        }
        change(State.RUNNING, 0, "started", List.of());
        return true;
    }

    /** Says that the job has ended because it was asked to. */
    void cancelled() {
        change(State.CANCELLED, status.progress(), "cancelled; what was there before stays", List.of());
    }

    private static boolean isFinal(State state) {
        return state == State.DONE || state == State.FAILED || state == State.CANCELLED;
    }

    void done(String message, List<String> details) {
        change(State.DONE, 100, message, details);
    }

    void failed(InvalidInputException e) {
        change(
                State.FAILED,
                status.progress(),
                e.headline(),
                e.getMessage().lines().skip(1).map(String::strip).toList());
    }

    void failed(String message) {
        change(State.FAILED, status.progress(), message, List.of());
    }

    private void change(State state, int progress, String message, List<String> details) {
        change(state, progress, message, null, details);
    }

    private synchronized void change(
            State state, int progress, String message, Long remainingSeconds, List<String> details) {
        Instant finished = isFinal(state) ? Instant.now() : null;
        status = new Status(
                status.id(),
                status.study(),
                status.work(),
                state,
                progress,
                message,
                remainingSeconds,
                details,
                status.created(),
                finished);
        listeners.forEach(listener -> listener.accept(status));
        if (isOver()) {
            listeners.clear();
        }
    }
}
