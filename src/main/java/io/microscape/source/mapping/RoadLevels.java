package io.microscape.source.mapping;

import io.microscape.source.ReaderNotes;
import io.microscape.source.RejectedFeatureException;
import io.microscape.source.SourceFeature;

/**
 * Levels of roads. Columns named "layer" are not always OpenStreetMap's: only what the user named must hold levels, of any
 * other column all that is no level counts as 0, and is noted.
 */
final class RoadLevels {
    private static final int HIGHEST = 100;

    private final FieldMapping fields;
    private final ReaderNotes strayValues = new ReaderNotes();
    private String column;
    private boolean anyLevel;

    RoadLevels(FieldMapping fields) {
        this.fields = fields;
    }

    /**
     * The road's level, 0 when it states none.
     *
     * @throws RejectedFeatureException if the user named the column and it holds no level
     */
    int of(SourceFeature feature, FeatureName name) throws RejectedFeatureException {
        try {
            Double level = fields.number(feature, "level");
            if (level == null) {
                return 0;
            }
            if (level != Math.rint(level) || Math.abs(level) > HIGHEST) {
                throw new RejectedFeatureException(
                        "column " + fields.columnName(feature, "level") + " holds " + level + ", which is no level");
            }
            anyLevel = true;
            return level.intValue();
        } catch (RejectedFeatureException e) {
            if (fields.isGiven("level")) {
                throw e;
            }
            column = fields.columnName(feature, "level");
            strayValues.count(
                    "values of column " + column + " that are no whole number were taken as level 0", name.label());
            return 0;
        }
    }

    /** Notes the values that were no levels; when there was no other, that the column is none of levels. */
    void note(ReaderNotes notes) {
        if (column == null) {
            return;
        }
        if (anyLevel) {
            strayValues.list().forEach(notes::add);
        } else {
            notes.add("column " + column + " holds no levels of roads and is ignored (fields: {level: COLUMN} names one"
                    + " that does)");
        }
    }
}
