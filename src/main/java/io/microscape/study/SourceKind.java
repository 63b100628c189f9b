package io.microscape.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a source file brings into a study. */
public enum SourceKind {
    SPACES,
    SURFACES,
    ROADS,
    TREES,
    CANOPY,
    PLANTS,
    CARBON,
    INVENTORY,
    COMMUNITIES,
    COMMUNITY_CARBON,
    RENOVATION,
    OSM,
    /** A vector file published as it is; named under {@code context}, not among the sources. */
    CONTEXT;

    /** The name used in study files, commands and URLs: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kinds that a study's sources can be. */
    public static List<SourceKind> sources() {
        return Arrays.stream(values()).filter(kind -> kind != CONTEXT).toList();
    }

    /** The kind of that name, in any case; empty if there is none. */
    public static Optional<SourceKind> of(String key) {
        return sources().stream()
                .filter(kind -> kind.key().equalsIgnoreCase(key))
                .findFirst();
    }

    /** All keys, comma separated, for messages. */
    public static String keys() {
        return sources().stream().map(SourceKind::key).collect(Collectors.joining(", "));
    }
}
