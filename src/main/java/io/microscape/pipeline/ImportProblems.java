package io.microscape.pipeline;

import io.microscape.study.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with the sources of an import, told in one list. */
final class ImportProblems {
    private final List<InvalidInputException> failures = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** What ended the reading of a file. */
    void add(String fileName, InvalidInputException failure) {
        failures.add(failure);
        if (failure.problems().isEmpty()) {
            problems.add(failure.headline());
        } else {
            failure.problems()
                    .forEach(problem ->
                            problems.add(problem.startsWith(fileName) ? problem : fileName + ", " + problem));
        }
    }

    /** Problems that name file and row themselves. */
    void addAll(List<String> more) {
        problems.addAll(more);
    }

    /**
     * Ends the import if anything is wrong.
     *
     * @throws InvalidInputException a single file's own, or one that lists the problems of all files
     */
    void throwIfAny() {
        if (failures.size() == 1
                && problems.size() == Math.max(1, failures.get(0).problems().size())) {
            throw failures.get(0);
        }
        if (problems.size() == 1) {
            throw new InvalidInputException(problems.get(0) + "; nothing was imported");
        }
        if (!problems.isEmpty()) {
            throw InvalidInputException.of(
                    problems.get(0) + " (and " + (problems.size() - 1)
                            + " more problems; nothing was imported, mend them all)",
                    problems);
        }
    }
}
