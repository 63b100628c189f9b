package io.microscape.atlas;

/** A published snapshot cannot be read: its file is gone, cut short or damaged. The message says which and the mend. */
public class SnapshotUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SnapshotUnavailableException(String message) {
        super(message);
    }

    public SnapshotUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
