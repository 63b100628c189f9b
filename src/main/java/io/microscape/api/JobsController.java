package io.microscape.api;

import io.microscape.pipeline.Job;
import io.microscape.pipeline.Jobs;
import java.io.IOException;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** How jobs stand, and their cancelling. */
@RestController
@CrossOrigin
@RequestMapping("/api/jobs/{id}")
class JobsController {
    private static final long NO_TIMEOUT = 0;

    private final Jobs jobs;

    JobsController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    Job.Status status(@PathVariable String id) {
        return require(id).status();
    }

    /** Asks the job to end; answers how it stands, which is RUNNING until its next step. */
    @DeleteMapping
    Job.Status cancel(@PathVariable String id) {
        Job job = require(id);
        job.cancel();
        return job.status();
    }

    /** One server-sent event for each change, the last when the job ends. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String id) {
        Job job = require(id);
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        Consumer<Job.Status> listener = status -> send(emitter, status);
        emitter.onCompletion(() -> job.forget(listener));
        emitter.onError(e -> job.forget(listener));
        job.listen(listener);
        return emitter;
    }

    private static void send(SseEmitter emitter, Job.Status status) {
        try {
            emitter.send(SseEmitter.event().name("status").data(status, MediaType.APPLICATION_JSON));
            if (status.finished() != null) {
                emitter.complete();
            }
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e);
        }
    }

    private Job require(String id) {
        return jobs.job(id).orElseThrow(() -> new NotFoundException("there is no job '" + id + "'"));
    }
}
