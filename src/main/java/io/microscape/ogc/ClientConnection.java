package io.microscape.ogc;

import jakarta.servlet.http.HttpServletRequest;

/** The connection over which a client waits for an answer. Thread-safe. */
@FunctionalInterface
public interface ClientConnection {
    /** The request attribute in which a server that knows the connection leaves it. */
    String ATTRIBUTE = ClientConnection.class.getName();

    /** A connection of which nothing is known. */
    ClientConnection UNKNOWN = () -> true;

    /** Whether the client still waits, as far as can be told. */
    boolean isOpen();

    /** The connection of the request, or {@link #UNKNOWN}. */
    static ClientConnection of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ClientConnection connection ? connection : UNKNOWN;
    }
}
