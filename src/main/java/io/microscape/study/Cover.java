package io.microscape.study;

import java.util.Locale;
import java.util.Optional;

/** Cover of a surface. */
public enum Cover {
    GREEN,
    HARD,
    WATER,
    OTHER;

    /** The name used in files: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The cover of that name, in any case and trimmed; empty if there is none. */
    public static Optional<Cover> of(String key) {
        for (Cover cover : values()) {
            if (key != null && cover.key().equalsIgnoreCase(key.strip())) {
                return Optional.of(cover);
            }
        }
        return Optional.empty();
    }
}
