package io.microscape.source.osm;

import java.io.IOException;

/** The content of a file is not what its format demands; the message says what and where, without the file's name. */
final class DamagedOsmException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedOsmException(String message) {
        super(message);
    }

    DamagedOsmException(String message, Throwable cause) {
        super(message, cause);
    }
}
