package io.microscape.source.mapping;

import io.microscape.source.RejectedFeatureException;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with the values of a row, so that all of it is said at once. */
final class RowProblems {
    private final List<String> problems = new ArrayList<>();

    /** Reads a value. */
    @FunctionalInterface
    interface Reading<T> {
        T get() throws RejectedFeatureException;
    }

    /** The value, or null when it cannot be used. */
    <T> T get(Reading<T> reading) {
        try {
            return reading.get();
        } catch (RejectedFeatureException e) {
            problems.add(e.getMessage());
            return null;
        }
    }

    void add(String problem) {
        problems.add(problem);
    }

    /** @throws RejectedFeatureException if anything was wrong */
    void requireNone() throws RejectedFeatureException {
        if (!problems.isEmpty()) {
            throw new RejectedFeatureException(String.join("; ", problems));
        }
    }
}
