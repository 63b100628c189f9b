package io.microscape.source.mapping;

import io.microscape.source.RejectedFeatureException;
import io.microscape.source.SourceFeature;
import io.microscape.source.text.StrictNumbers;
import io.microscape.study.Activity;
import io.microscape.study.ImportSink;
import io.microscape.study.InventoryItem;
import io.microscape.study.InventoryItem.Haul;
import io.microscape.study.InventoryItem.Lamp;
import io.microscape.study.InventoryItem.Recurrence;
import io.microscape.study.LifeCycleStage;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Rows of life-cycle inventories: reads their numbers and names. Whether they can be accounted for, the accounting says.
 * Everything that is wrong with a row is said at once.
 */
final class InventoryMapper {
    private final FieldMapping fields;
    private final ImportSink sink;

    InventoryMapper(FieldMapping fields, ImportSink sink) {
        this.fields = fields;
        this.sink = sink;
    }

    boolean map(SourceFeature feature) throws RejectedFeatureException {
        RowProblems row = new RowProblems();
        String code = row.get(() -> fields.required(feature, "code"));
        Activity activity = row.get(() -> activity(feature));
        String item = row.get(() -> fields.required(feature, "item"));
        Double quantity = row.get(() -> {
            fields.required(feature, "quantity");
            return fields.number(feature, "quantity");
        });
        Haul haul = Haul.of(
                row.get(() -> fields.number(feature, "distance_km")),
                row.get(() -> fields.text(feature, "vehicle")),
                row.get(() -> fields.number(feature, "mass_t")));
        Recurrence recurrence = new Recurrence(
                row.get(() -> fields.number(feature, "frequency_per_year")),
                row.get(() -> fields.wholeNumber(feature, "from_year")),
                row.get(() -> fields.wholeNumber(feature, "to_year")),
                row.get(() -> fields.number(feature, "service_life_years")));
        Lamp lamp = Lamp.of(
                row.get(() -> fields.number(feature, "power_w")),
                row.get(() -> fields.number(feature, "hours_per_day")),
                row.get(() -> fields.number(feature, "days_per_year")));
        Double statedKg = row.get(() -> fields.number(feature, "total_kg"));
        row.requireNone();
        sink.inventory(new InventoryItem(
                code,
                activity,
                item,
                quantity,
                fields.text(feature, "unit"),
                haul,
                recurrence,
                lamp,
                statedKg,
                fields.text(feature, "source"),
                fields.fileName() + ", " + feature.label()));
        return true;
    }

    private Activity activity(SourceFeature feature) throws RejectedFeatureException {
        String stageText = fields.text(feature, "stage");
        LifeCycleStage stage = stageText == null
                ? null
                : LifeCycleStage.of(stageText)
                        .orElseThrow(() -> new RejectedFeatureException("stage is " + StrictNumbers.shown(stageText)
                                + ", but there are: "
                                + Arrays.stream(LifeCycleStage.values())
                                        .map(known -> known.key() + " "
                                                + known.title().zh())
                                        .collect(Collectors.joining(", "))));
        String text = fields.text(feature, "activity");
        if (text == null) {
            throw new RejectedFeatureException("has no activity");
        }
        Activity activity = Activity.of(text).orElse(null);
        if (activity == null) {
            throw new RejectedFeatureException("activity is " + StrictNumbers.shown(text) + ", but there are: "
                    + (stage != null
                            ? Activity.keysOf(stage)
                            : Arrays.stream(LifeCycleStage.values())
                                    .map(Activity::keysOf)
                                    .collect(Collectors.joining(", "))));
        }
        if (stage != null && activity.stage() != stage) {
            throw new RejectedFeatureException("activity " + activity.key() + " belongs to the stage "
                    + activity.stage().key() + ", not " + stage.key());
        }
        return activity;
    }
}
