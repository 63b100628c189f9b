package io.microscape.ogc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Interrupts work whose client has hung up. One thread looks at the connections of all requests that are worked on, a few
 * times a second; it ends with the program. A request that is answered sooner costs an entry in a set. Thread-safe.
 */
final class ConnectionWatch {
    private static final long INTERVAL_MILLIS = 100;

    private final Set<Watched> requests = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService timer;

    /** Does the work; the calling thread is interrupted when the client hangs up, and never afterwards. */
    <T> T whileOpen(ClientConnection connection, Supplier<T> work) {
        if (connection == ClientConnection.UNKNOWN) {
            return work.get();
        }
        start();
        Watched watched = new Watched(Thread.currentThread(), connection);
        requests.add(watched);
        try {
            return work.get();
        } finally {
            requests.remove(watched);
            watched.end();
        }
    }

    private synchronized void start() {
        if (timer == null) {
            timer = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "connection-watch");
                thread.setDaemon(true);
                // or it would be taken for a leak of the request that happened to start it
                thread.setContextClassLoader(ConnectionWatch.class.getClassLoader());
                return thread;
            });
            timer.scheduleWithFixedDelay(
                    () -> requests.forEach(Watched::look), INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static final class Watched {
        private final Thread worker;
        private final ClientConnection connection;
        private boolean ended;
        private boolean interrupted;

        Watched(Thread worker, ClientConnection connection) {
            this.worker = worker;
            this.connection = connection;
        }

        synchronized void look() {
            if (!ended && !interrupted && !connection.isOpen()) {
                interrupted = true;
                worker.interrupt();
            }
        }

        /** After this the worker belongs to the next request, which must not find the interruption of this one. */
        synchronized void end() {
            ended = true;
            if (interrupted) {
                Thread.interrupted();
            }
        }
    }
}
