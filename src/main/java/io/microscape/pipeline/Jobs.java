package io.microscape.pipeline;

import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs one after the other, since each may change what the next reads, and remembers the latest. */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int REMEMBERED = 1000;

    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "microscape-jobs");
        thread.setDaemon(true);
        return thread;
    });

    /** What a job does; the lines it returns are its details, the first of them its message. */
    @FunctionalInterface
    public interface Work {
        List<String> run(Progress progress) throws Exception;
    }

    /** Puts work in the queue. */
    public Job submit(String study, String name, Work work) {
        Job job = new Job(UUID.randomUUID().toString(), study, name);
        synchronized (jobs) {
            jobs.put(job.status().id(), job);
            jobs.values().stream()
                    .filter(Job::isOver)
                    .map(old -> old.status().id())
                    .limit(Math.max(0, jobs.size() - REMEMBERED))
                    .toList()
                    .forEach(jobs::remove);
        }
        worker.execute(() -> run(job, work));
        return job;
    }

    /** The job of that id, if it is still remembered. */
    public Optional<Job> job(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id));
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private static void run(Job job, Work work) {
        if (!job.begin()) {
            return;
        }
        try {
            List<String> lines = work.run(job.progress());
            job.done(
                    lines.isEmpty() ? "done" : lines.get(0),
                    lines.stream().skip(1).toList());
        } catch (JobCancelledException e) {
            job.cancelled();
        } catch (InvalidInputException e) {
            job.failed(e);
        } catch (Exception | OutOfMemoryError e) {
            LOG.error("job {} ({}) failed", job.status().id(), job.status().work(), e);
            job.failed("it failed inside the service; the log of the service says why under job "
                    + job.status().id());
        }
    }
}
