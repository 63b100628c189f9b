package io.microscape.tiles;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Encoded tiles by what they show, bounded by their bytes. Who asks for what is being made waits for it instead of making
 * it again, and no more are made at a time than the machine has processors for, so that memory is bounded, too.
 * Thread-safe.
 *
 * @param <K> key, which holds the version of the data: what is outdated is never found again and makes room
 * @param <V> value
 */
final class TileCache<K, V> {
    private final AsyncCache<K, V> values;
    private final Semaphore workers = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    /**
     * A cache of at most so many bytes.
     *
     * @param bytes size of a value
     */
    TileCache(long maxBytes, ToIntFunction<V> bytes) {
        values = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                // what is too much goes at once and not when the common pool finds time
                .executor(Runnable::run)
                .<K, V>weigher((key, value) -> bytes.applyAsInt(value))
                .buildAsync();
    }

    /** The value of that key, made by the calling thread if nobody has made it yet. A failure is not kept. */
    V get(K key, Supplier<V> maker) {
        CompletableFuture<V> made = new CompletableFuture<>();
        CompletableFuture<V> known = values.asMap().putIfAbsent(key, made);
        if (known != null) {
            return waitFor(known);
        }
        workers.acquireUninterruptibly();
        try {
            made.complete(maker.get());
        } catch (RuntimeException | Error failure) {
            made.completeExceptionally(failure);
        } finally {
            workers.release();
        }
        return waitFor(made);
    }

    private static <V> V waitFor(CompletableFuture<V> value) {
        try {
            return value.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
