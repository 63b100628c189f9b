package io.microscape.ogc;

/** Too much is asked for at once; the same request can succeed later. */
final class ServiceBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceBusyException() {
        super(
                "the service draws as many pictures as it has memory and processors for; ask again in a moment, or for a smaller one");
    }
}
