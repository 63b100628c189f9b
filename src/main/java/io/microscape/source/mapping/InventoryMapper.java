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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        Row row = new Row(feature);
        String code = row.get(() -> fields.required(feature, "code"));
        Activity activity = row.get(() -> activity(feature));
        String item = row.get(() -> fields.required(feature, "item"));
        Double quantity = row.get(() -> {
            fields.required(feature, "quantity");
            return fields.number(feature, "quantity");
        });
        Haul haul = Haul.of(
                row.number("distance_km"), row.get(() -> fields.text(feature, "vehicle")), row.number("mass_t"));
        Recurrence recurrence = new Recurrence(
                row.number("frequency_per_year"),
                row.get(() -> fields.wholeNumber(feature, "from_year")),
                row.get(() -> fields.wholeNumber(feature, "to_year")),
                row.number("service_life_years"));
        Lamp lamp = Lamp.of(row.number("power_w"), row.number("hours_per_day"), row.number("days_per_year"));
        Double statedKg = row.number("total_kg");
        if (!row.problems.isEmpty()) {
            throw new RejectedFeatureException(String.join("; ", row.problems));
        }
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

    /** Reads a row's values and gathers what is wrong with them. */
    private final class Row {
        private final SourceFeature feature;
        private final List<String> problems = new ArrayList<>();

        Row(SourceFeature feature) {
            this.feature = feature;
        }

        Double number(String target) {
            return get(() -> fields.number(feature, target));
        }

        <T> T get(Reading<T> reading) {
            try {
                return reading.get();
            } catch (RejectedFeatureException e) {
                problems.add(e.getMessage());
                return null;
            }
        }
    }

    /** Reads a value. */
    @FunctionalInterface
    private interface Reading<T> {
        T get() throws RejectedFeatureException;
    }
}
