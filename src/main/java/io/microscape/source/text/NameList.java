package io.microscape.source.text;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names as messages list them. */
public final class NameList {
    private static final int SHOWN = 15;

    private NameList() {}

    /** The names with commas between them; of many the first, and how many there are besides. */
    public static String of(Collection<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? shown : shown + " … and " + (names.size() - SHOWN) + " more";
    }
}
