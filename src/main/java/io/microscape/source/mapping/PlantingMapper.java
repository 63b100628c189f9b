package io.microscape.source.mapping;

import io.microscape.source.RejectedFeatureException;
import io.microscape.source.SourceFeature;
import io.microscape.study.ImportSink;
import io.microscape.study.Planting;
import io.microscape.study.TreeSize;

/** Rows of plant lists. */
final class PlantingMapper {
    private final FieldMapping fields;
    private final ImportSink sink;

    PlantingMapper(FieldMapping fields, ImportSink sink) {
        this.fields = fields;
        this.sink = sink;
    }

    boolean map(SourceFeature feature) throws RejectedFeatureException {
        Double count = fields.number(feature, "count");
        if (count != null && count < 0) {
            throw new RejectedFeatureException("its count is " + count);
        }
        sink.planting(new Planting(
                fields.required(feature, "code"),
                fields.required(feature, "species"),
                count,
                TreeSize.of(
                        positive(feature, "dbh_cm"),
                        positive(feature, "height_m"),
                        fields.amount(feature, "dbh_growth_cm_per_year"),
                        fields.amount(feature, "height_growth_m_per_year"))));
        return true;
    }

    private Double positive(SourceFeature feature, String target) throws RejectedFeatureException {
        Double number = fields.number(feature, target);
        if (number != null && !(number > 0)) {
            throw new RejectedFeatureException("its " + target + " is " + number + ": must be more than 0");
        }
        return number;
    }
}
