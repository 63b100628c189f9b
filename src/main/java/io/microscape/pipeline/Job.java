package io.microscape.pipeline;

import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A piece of work under way. Its state is read from any thread; listeners are told of every change. */
public final class Job {
    /** Where a job stands. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A job at one moment.
     *
     * @param progress 0 to 100
     * @param message what is being done, or why it failed: for people
     * @param details further lines: what was repaired, left out, or wrong
     */
    public record Status(
            String id,
            String study,
            String work,
            State state,
            int progress,
            String message,
            List<String> details,
            Instant created,
            Instant finished) {}

    private final List<Consumer<Status>> listeners = new CopyOnWriteArrayList<>();
    private volatile Status status;

    Job(String id, String study, String work) {
        this.status = new Status(id, study, work, State.QUEUED, 0, "waiting", List.of(), Instant.now(), null);
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
        return status.state() == State.DONE || status.state() == State.FAILED;
    }

    /** Progress of the job; the percentage never falls, and 100 is kept for the end. */
    Progress progress() {
        return (task, done, total) -> {
            int percent = total > 0 ? (int) Math.min(99, 100 * done / total) : status.progress();
            if (percent > status.progress() || !task.equals(status.message())) {
                change(State.RUNNING, Math.max(percent, status.progress()), task, List.of());
            }
        };
    }

    void start() {
        change(State.RUNNING, 0, "started", List.of());
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

    private synchronized void change(State state, int progress, String message, List<String> details) {
        Instant finished = state == State.DONE || state == State.FAILED ? Instant.now() : null;
        status = new Status(
                status.id(),
                status.study(),
                status.work(),
                state,
                progress,
                message,
                details,
                status.created(),
                finished);
        listeners.forEach(listener -> listener.accept(status));
        if (isOver()) {
            listeners.clear();
        }
    }
}
