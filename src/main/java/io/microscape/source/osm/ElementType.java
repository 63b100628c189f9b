package io.microscape.source.osm;

import java.util.Locale;

/** The three kinds of element of OpenStreetMap. */
enum ElementType {
    NODE,
    WAY,
    RELATION;

    /** The name used in files and messages: lower case. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
