package io.microscape.carbon;

import java.text.Normalizer;
import java.util.Locale;

/** When two spellings of an item, region or taxon are the same. */
final class Names {
    private Names() {}

    /** Half-width, single blanks, lower case, no invisible characters. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
