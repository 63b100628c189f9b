package io.microscape.pipeline;

import io.microscape.statistics.Sample;
import io.microscape.statistics.SpatialPattern;
import io.microscape.statistics.SpatialPatterns;
import io.microscape.store.StudyStore;
import io.microscape.study.AtlasColumns;
import io.microscape.study.Progress;
import io.microscape.study.SpatialSettings;
import io.microscape.study.Study;

/** Computes and stores where net carbon gathers, for the layers of hot spots and clusters. */
final class NetCarbonPattern {
    /** Neighbours drawn at random, above which an analysis would spend more time on them than on the indices. */
    private static final double MOST_DRAWS = 1e9;

    private final StudyStore store;

    NetCarbonPattern(StudyStore store) {
        this.store = store;
    }

    /** Replaces the pattern of the study; where there are too few accounts for one, there is none afterwards. */
    void compute(Study study, Progress progress) {
        progress.at("spatial pattern of net carbon", 0, -1);
        Sample sample = StudySample.of(store, study).sample();
        if (sample.size() == 0 && noneStored(study)) {
            return;
        }
        SpatialPattern pattern =
                SpatialPatterns.of(sample, sample.variable(AtlasColumns.NET_CARBON), settings(sample.size()));
        store.saveSpatialStatistics(study.key(), AtlasColumns.NET_CARBON, pattern.settings(), pattern.spaces());
    }

    /** The defaults, with fewer permutations in a study of hundreds of thousands; the number is stored with the results. */
    private static SpatialSettings settings(int spaces) {
        SpatialSettings settings = SpatialSettings.DEFAULTS;
        double draws = spaces * settings.neighbours().value() * settings.permutations();
        return draws > MOST_DRAWS ? settings.with(null, SpatialSettings.FEWEST, null) : settings;
    }

    private boolean noneStored(Study study) {
        return store.spatialSettings(study.key(), AtlasColumns.NET_CARBON).isEmpty();
    }
}
