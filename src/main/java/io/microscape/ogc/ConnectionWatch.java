package io.microscape.ogc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Interrupts work whose client has hung up. One thread looks at the connections of all requests that are worked on, a few
 * times a second. A request that is answered sooner costs an entry in a set. Thread-safe.
 */
final class ConnectionWatch {
    private final Set<Watched> requests = ConcurrentHashMap.newKeySet();
    private final WatchTimer timer = new WatchTimer("connection-watch", () -> requests.forEach(Watched::look));

    /** Does the work; the calling thread is interrupted when the client hangs up, and never afterwards. */
    <T> T whileOpen(ClientConnection connection, Supplier<T> work) {
        if (connection == ClientConnection.UNKNOWN) {
            return work.get();
        }
        timer.start();
        Watched watched = new Watched(Thread.currentThread(), connection);
        requests.add(watched);
        try {
            return work.get();
        } finally {
            requests.remove(watched);
            watched.end();
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
