package io.microscape.landscape;

import io.microscape.study.LandscapeIndices;
import io.microscape.study.Progress;
import io.microscape.study.StudyParameters;
import java.util.List;

/** Landscape indices of all spaces of a study. */
public final class IndexEngine {
    private final StudyParameters parameters;

    public IndexEngine(StudyParameters parameters) {
        this.parameters = parameters;
    }

    /** The indices of every space, in the order of the spaces. */
    public List<LandscapeIndices> compute(Landscape landscape, Progress progress) {
        throw new UnsupportedOperationException(parameters.toString());
    }
}
