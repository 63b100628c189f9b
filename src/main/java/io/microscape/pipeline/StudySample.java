package io.microscape.pipeline;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.statistics.Sample;
import io.microscape.store.StudyStore;
import io.microscape.study.AtlasColumns;
import io.microscape.study.AtlasRow;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Study;
import java.util.ArrayList;
import java.util.List;

/**
 * The spaces of a study that enter its statistics: sampled and with a carbon account, in the study's metric CRS.
 *
 * @param sample those spaces
 * @param sampledWithoutAccount sampled spaces that have no account
 */
record StudySample(Sample sample, int sampledWithoutAccount) {
    /** Reads the sample from the store; it may be empty. */
    static StudySample of(StudyStore store, Study study) {
        if (study.crs() == null) {
            throw InvalidInputException.of(
                    "study " + study.key(), "it has no micro-spaces yet", "import spaces or osm first");
        }
        CoordinateTransform toMetric =
                CoordinateTransform.between(CoordinateSystem.of("CRS:84"), CoordinateSystem.of(study.crs()));
        List<AtlasRow> rows = new ArrayList<>();
        int[] without = {0};
        store.eachAtlasRow(study.key(), row -> {
            if (row.space().sampled() && row.carbon() != null) {
                rows.add(row.withSpace(
                        row.space().withGeometry(toMetric.apply(row.space().geometry()))));
            } else if (row.space().sampled()) {
                without[0]++;
            }
        });
        return new StudySample(Sample.of(rows, AtlasColumns.of(study.parameters())), without[0]);
    }

    /**
     * Refuses an empty sample.
     *
     * @throws InvalidInputException if no sampled space has a carbon account
     */
    void requireAccounts(String study) {
        if (sample.size() == 0) {
            throw InvalidInputException.of(
                    "study " + study,
                    "none of its sampled spaces has a carbon account",
                    "import carbon accounts first");
        }
    }
}
