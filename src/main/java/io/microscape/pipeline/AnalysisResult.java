package io.microscape.pipeline;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an analysis did.
 *
 * @param computed number of spaces whose indices were computed
 * @param unchanged number of spaces whose stored indices hold, since nothing they depend on has changed
 * @param removed number of spaces that are no more, whose indices were removed
 * @param join codes without partner
 */
public record AnalysisResult(int computed, int unchanged, int removed, JoinReport join) {
    /** For people: what was computed, then the codes without partner. */
    public List<String> lines() {
        return Stream.concat(Stream.of(summary()), join.lines().stream()).toList();
    }

    private String summary() {
        return "indices of " + computed + " spaces computed, " + unchanged + " unchanged"
                + (removed == 0 ? "" : ", " + removed + " removed");
    }
}
