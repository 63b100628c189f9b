package io.microscape.store;

import java.io.Serial;

/** The database failed: it is out of reach, out of space, or refused a statement. The message is one line for the user. */
public class StoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** "{doing}: {what the database said, first line}". */
    public static StoreException of(String doing, Throwable cause) {
        String said = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new StoreException(doing + ": " + said.lines().findFirst().orElse(""), cause);
    }
}
