package io.microscape.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes of a reader for the import report; what happens many times is said once, with its count and first place. */
public final class ReaderNotes {
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    private static final class Tally {
        private final String first;
        private long count;

        Tally(String first) {
            this.first = first;
        }
    }

    /** A note that is made once however often it is added. */
    public void add(String note) {
        tallies.putIfAbsent(note, new Tally(null));
    }

    /** A note that is counted, with the place where it happened first. */
    public void count(String note, String place) {
        tallies.computeIfAbsent(note, key -> new Tally(place)).count++;
    }

    public List<String> list() {
        List<String> notes = new ArrayList<>(tallies.size());
        tallies.forEach((note, tally) -> notes.add(
                tally.first == null
                        ? note
                        : tally.count == 1
                                ? note + " (" + tally.first + ")"
                                : note + " (" + tally.count + " times, first at " + tally.first + ")"));
        return notes;
    }
}
