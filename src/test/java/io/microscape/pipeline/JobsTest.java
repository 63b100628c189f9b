package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobsTest {
    @Test
    void aJobUnderWayEndsAtItsNextStepAndOneThatWaitsAtOnce() throws InterruptedException {
        try (Jobs jobs = new Jobs()) {
            CountDownLatch started = new CountDownLatch(1);
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch over = new CountDownLatch(1);
            List<String> done = new ArrayList<>();
            Job running = jobs.submit("s", "analyse", progress -> {
                started.countDown();
                asked.await();
                progress.at("computing indices", 1, 2);
                done.add("running");
                return List.of();
            });
            running.listen(status -> {
                if (status.finished() != null) {
                    over.countDown();
                }
            });
            Job waiting = jobs.submit("s", "publish", progress -> {
                done.add("waiting");
                return List.of();
            });
            started.await();
            waiting.cancel();
            assertThat(waiting.status().state()).isEqualTo(Job.State.CANCELLED);
            running.cancel();
            assertThat(running.status().state()).isEqualTo(Job.State.RUNNING);
            asked.countDown();
            assertThat(over.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(running.status().state()).isEqualTo(Job.State.CANCELLED);
            assertThat(running.status().message()).startsWith("cancelled");
            assertThat(done).isEmpty();
        }
    }

    @Test
    void aJobThatIsOverStaysAsItIs() throws InterruptedException {
        try (Jobs jobs = new Jobs()) {
            CountDownLatch over = new CountDownLatch(1);
            Job job = jobs.submit("s", "analyse", progress -> List.of("all well"));
            job.listen(status -> {
                if (status.finished() != null) {
                    over.countDown();
                }
            });
            over.await();
            job.cancel();
            assertThat(job.status().state()).isEqualTo(Job.State.DONE);
            assertThat(job.status().message()).isEqualTo("all well");
        }
    }
}
