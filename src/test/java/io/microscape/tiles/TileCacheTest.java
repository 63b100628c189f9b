package io.microscape.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TileCacheTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whatManyAskForIsMadeOnce() throws Exception {
        TileCache<String, byte[]> cache = new TileCache<>(1 << 20, tile -> tile.length);
        CountDownLatch allAsk = new CountDownLatch(8);
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Future<byte[]>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(clients.submit(() -> {
                allAsk.countDown();
                allAsk.await();
                return cache.get("tile", () -> new byte[] {(byte) made.incrementAndGet()});
            }));
        }
        for (Future<byte[]> answer : answers) {
            assertThat(answer.get()).containsExactly(1);
        }
        clients.shutdown();
        assertThat(made).hasValue(1);
    }

    @Test
    void aFailureIsToldAndNotKept() {
        TileCache<String, byte[]> cache = new TileCache<>(1 << 20, tile -> tile.length);
        assertThatThrownBy(() -> cache.get("tile", () -> {
                    throw new IllegalStateException("no snapshot");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no snapshot");
        assertThat(cache.get("tile", () -> new byte[] {7})).containsExactly(7);
    }

    @Test
    void whatIsLargerThanTheCacheIsGivenAndNotKept() {
        TileCache<String, byte[]> cache = new TileCache<>(100, tile -> tile.length);
        for (int i = 0; i < 2; i++) {
            assertThat(cache.get("large", () -> new byte[1000 + made.incrementAndGet()]))
                    .hasSize(1001 + i);
        }
        assertThat(made).hasValue(2);
    }
}
