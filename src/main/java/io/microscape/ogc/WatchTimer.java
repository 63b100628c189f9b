package io.microscape.ogc;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Looks at what requests do, a few times a second, on a thread of its own that ends with the program. It starts when it is
 * first needed. Thread-safe.
 */
final class WatchTimer {
    static final long INTERVAL_MILLIS = 100;

    private final String name;
    private final Runnable look;
    private boolean started;

    /** @param look what is done at every interval; it must not throw */
    WatchTimer(String name, Runnable look) {
        this.name = name;
        this.look = look;
    }

    synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        Executors.newSingleThreadScheduledExecutor(task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    // or it would be taken for a leak of the request that happened to start it
                    thread.setContextClassLoader(WatchTimer.class.getClassLoader());
                    return thread;
                })
                .scheduleWithFixedDelay(look, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }
}
