package io.microscape.carbon;

import io.microscape.study.Activity;
import io.microscape.study.InventoryItem;
import io.microscape.study.InventoryItem.Haul;
import io.microscape.study.InventoryItem.Recurrence;
import java.util.List;

/** Factors and inventory rows for tests of the accounting. */
final class CarbonSamples {
    static final FactorLibrary FACTORS = new FactorLibrary(List.of(
            factor("concrete C30", List.of("混凝土 C30"), 295, "m3", null, 2400.0),
            factor("cement", List.of("水泥"), 735, "t", null, null),
            factor("sand", List.of("砂"), 2.51, "t", null, 1500.0),
            factor("diesel truck 8 t", List.of(), 0.179, "t km", null, null),
            factor("diesel", List.of("柴油"), 3.10, "kg", null, 840.0),
            factor("tap water", List.of("自来水"), 0.168, "t", null, 1000.0),
            factor("grid electricity Chongqing", List.of("grid electricity", "电"), 0.5581, "kWh", "Chongqing", null),
            factor("grid electricity southwest", List.of("grid electricity", "电"), 0.2472, "kWh", "southwest", null),
            factor("soil under lawn", List.of(), 3600, "ha a", null, null)));

    private CarbonSamples() {}

    static EmissionFactor factor(
            String item, List<String> names, double kg, String unit, String region, Double densityKgPerM3) {
        return new EmissionFactor(
                item,
                names,
                kg,
                unit,
                MeasurementUnits.of(unit).orElseThrow(),
                "material",
                region,
                null,
                "a test",
                null,
                densityKgPerM3,
                null,
                "factors.csv, row 2");
    }

    static InventoryItem once(Activity activity, String item, double quantity, String unit) {
        return item(activity, item, quantity, unit, null, null);
    }

    static InventoryItem yearly(Activity activity, String item, double quantity, String unit, double timesPerYear) {
        return item(activity, item, quantity, unit, null, new Recurrence(timesPerYear, null, null, null));
    }

    static InventoryItem item(
            Activity activity, String item, double quantity, String unit, Haul haul, Recurrence recurrence) {
        return new InventoryItem(
                "A1", activity, item, quantity, unit, haul, recurrence, null, null, null, "inventory.csv, row 2");
    }
}
