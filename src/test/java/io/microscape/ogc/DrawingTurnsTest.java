package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.portrayal.DrawingAbandonedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DrawingTurnsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final List<String> drawn = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch finish = new CountDownLatch(1);

    @AfterEach
    void stop() {
        finish.countDown();
        clients.shutdownNow();
    }

    @Test
    void picturesAreDrawnInTheOrderInWhichTheyAreAskedFor() throws Exception {
        DrawingTurns turns = new DrawingTurns(1, LONG, LONG);
        CompletableFuture<String> first = untilFinished(turns);
        List<CompletableFuture<String>> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = "map " + i;
            others.add(ask(turns, name));
            awaitWaiting(turns, i + 1);
        }
        assertThat(drawn).isEmpty();
        finish.countDown();
        first.get();
        for (CompletableFuture<String> other : others) {
            other.get();
        }
        assertThat(drawn)
                .startsWith("map 0", "map 1")
                .hasSize(20)
                .isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
    }

    @Test
    void noMoreAreDrawnAtOnceThanThereArePlaces() throws Exception {
        DrawingTurns turns = new DrawingTurns(3, LONG, LONG);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        List<CompletableFuture<Integer>> maps = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            maps.add(CompletableFuture.supplyAsync(
                    () -> turns.take(() -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        three.countDown();
                        await(three);
                        return now.decrementAndGet();
                    }),
                    clients));
        }
        for (CompletableFuture<Integer> map : maps) {
            map.get();
        }
        assertThat(most).hasValue(3);
    }

    @Test
    void aClientThatHangsUpWhileItWaitsIsNotDrawnFor() throws Exception {
        DrawingTurns turns = new DrawingTurns(1, LONG, LONG);
        ConnectionWatch watch = new ConnectionWatch();
        AtomicBoolean open = new AtomicBoolean(true);
        CompletableFuture<String> first = untilFinished(turns);
        CompletableFuture<String> gone = CompletableFuture.supplyAsync(
                () -> watch.whileOpen(open::get, () -> turns.take(() -> draw("gone"))), clients);
        awaitWaiting(turns, 1);
        CompletableFuture<String> patient = ask(turns, "patient");
        awaitWaiting(turns, 2);
        open.set(false);
        assertThatThrownBy(gone::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(DrawingAbandonedException.class);
        finish.countDown();
        first.get();
        patient.get();
        assertThat(drawn).containsExactly("patient");
    }

    /** The small map is drawn while the large one is not finished, which it is only after it. */
    @Test
    void aLongDrawingDoesNotKeepOthersFromBeginning() throws Exception {
        DrawingTurns turns = new DrawingTurns(1, Duration.ofMillis(1), LONG);
        CompletableFuture<String> large = untilFinished(turns);
        ask(turns, "small").get();
        assertThat(large).isNotDone();
        finish.countDown();
        large.get();
        ask(turns, "next").get();
        assertThat(drawn).containsExactly("small", "next");
    }

    @Test
    void whoWaitsTooLongIsToldThatTheServiceIsBusy() throws Exception {
        DrawingTurns turns = new DrawingTurns(1, LONG, Duration.ofMillis(1));
        untilFinished(turns);
        assertThatThrownBy(() -> turns.take(() -> draw("late")))
                .isInstanceOf(ServiceBusyException.class)
                .hasMessageContaining("ask again in a moment");
        assertThat(drawn).isEmpty();
    }

    /** A failure gives the place back. */
    @Test
    void aDrawingThatFailsEndsItsTurn() {
        DrawingTurns turns = new DrawingTurns(1, LONG, Duration.ofMillis(1));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turns.take(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
        }
        assertThat(turns.take(() -> draw("whole"))).isEqualTo("whole");
    }

    /** A picture that has its turn, and keeps it until the test lets it finish. */
    private CompletableFuture<String> untilFinished(DrawingTurns turns) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> picture = CompletableFuture.supplyAsync(
                () -> turns.take(() -> {
                    begun.countDown();
                    await(finish);
                    return "large";
                }),
                clients);
        begun.await();
        return picture;
    }

    private CompletableFuture<String> ask(DrawingTurns turns, String name) {
        return CompletableFuture.supplyAsync(() -> turns.take(() -> draw(name)), clients);
    }

    private String draw(String name) {
        drawn.add(name);
        return name;
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(name.indexOf(' ') + 1));
    }

    private static void awaitWaiting(DrawingTurns turns, int waiting) {
        while (turns.waiting() < waiting) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
