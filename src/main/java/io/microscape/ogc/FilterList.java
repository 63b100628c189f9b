package io.microscape.ogc;

import java.util.ArrayList;
import java.util.List;

/** Takes a list of ECQL filters apart. */
final class FilterList {
    private FilterList() {}

    /** The filters between the semicolons; one within quotes belongs to its text. */
    static List<String> split(String value) {
        List<String> filters = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            quoted ^= character == '\'';
            if (character == ';' && !quoted) {
                filters.add(value.substring(start, i));
                start = i + 1;
            }
        }
        filters.add(value.substring(start));
        return filters;
    }
}
