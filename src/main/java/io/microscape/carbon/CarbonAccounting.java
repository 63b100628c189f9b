package io.microscape.carbon;

import io.microscape.study.CarbonAccount;
import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonSettings;
import io.microscape.study.CarbonValue;
import io.microscape.study.CarbonValue.Origin;
import io.microscape.study.InventoryItem;
import io.microscape.study.LifeCycleStage;
import io.microscape.study.Planting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Makes a space's carbon account from its inventory, plants and areas. A value that came with the study stays; a computed
 * one fills the gaps, and where both are there the difference is noted. Pure and thread-safe.
 */
public final class CarbonAccounting {
    private static final String ESTIMATE = "estimate by rate per crown area";
    private static final String SOIL_METHOD = "estimate by rate per green area";

    private final CarbonSettings settings;
    private final double periodYears;
    private final InventoryCalculator inventory;
    private final VegetationSink trees;
    private final AreaSink areas;

    /**
     * @param factors emission factors and rates
     * @param allometry equations for trees
     * @param settings what the study chose
     * @param periodYears accounting period in years, more than 0
     */
    public CarbonAccounting(
            FactorLibrary factors, AllometryLibrary allometry, CarbonSettings settings, double periodYears) {
        this.settings = settings;
        this.periodYears = periodYears;
        this.inventory = new InventoryCalculator(factors, settings.gridRegion(), periodYears);
        this.trees = new VegetationSink(allometry, settings, periodYears);
        this.areas = new AreaSink(factors, settings.gridRegion(), periodYears);
    }

    /** Everything that is wrong with an inventory row, each without file and row; empty when it can be accounted for. */
    public List<String> problems(InventoryItem item) {
        try {
            inventory.lines(item);
            return List.of();
        } catch (AccountingProblem e) {
            return e.problems();
        }
    }

    /** The account of a space. Rows that cannot be accounted for leave their component without amount, with the reason. */
    public SpaceAccount compute(SpaceInventory space) {
        List<AccountLine> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Map<CarbonComponent, String> reasons = new EnumMap<>(CarbonComponent.class);
        addEmissions(space, lines, reasons);
        addSoil(space, lines, reasons);
        addVegetation(space, lines, reasons, notes);
        boolean computable = !space.items().isEmpty() || !lines.isEmpty();
        CarbonAccount computed = computable ? account(space.code(), lines, reasons) : null;
        CarbonAccount given = space.given() == null ? new CarbonAccount(space.code(), Map.of()) : space.given();
        if (computed != null) {
            noteDifferences(given, computed, notes);
        }
        return new SpaceAccount(
                computed == null ? given : given.completedBy(computed), computed, lines, notes, periodYears);
    }

    private void addEmissions(SpaceInventory space, List<AccountLine> lines, Map<CarbonComponent, String> reasons) {
        for (InventoryItem item : space.items()) {
            try {
                lines.addAll(inventory.lines(item));
            } catch (AccountingProblem e) {
                String reason = item.place() + ": " + e.getMessage();
                reasons.merge(item.activity().stage().component(), reason, (one, other) -> one + "; " + other);
            }
        }
        for (LifeCycleStage stage : LifeCycleStage.values()) {
            if (space.items().stream().noneMatch(item -> item.activity().stage() == stage)) {
                reasons.put(
                        stage.component(),
                        space.items().isEmpty()
                                ? "there is no inventory"
                                : "the inventory has no row of the stage " + stage.key()
                                        + " (a row with quantity 0 says that there is none)");
            }
        }
    }

    private void addSoil(SpaceInventory space, List<AccountLine> lines, Map<CarbonComponent, String> reasons) {
        if (settings.soilRate() == null) {
            reasons.put(CarbonComponent.SOIL_SINK, "the study names no rate for soil (carbon: {soil_rate: …})");
            return;
        }
        add(
                areas.line(
                        CarbonComponent.SOIL_SINK,
                        settings.soilRate(),
                        "green area",
                        space.site().greenM2(),
                        SOIL_METHOD),
                lines,
                reasons);
    }

    private void addVegetation(
            SpaceInventory space, List<AccountLine> lines, Map<CarbonComponent, String> reasons, List<String> notes) {
        List<Planting> sized =
                space.plantings().stream().filter(plant -> plant.size() != null).toList();
        if (!sized.isEmpty()) {
            sized.forEach(planting -> add(trees.line(planting), lines, reasons));
            int unsized = space.plantings().size() - sized.size();
            if (unsized > 0) {
                notes.add("vegetation_sink_kg: " + unsized + " of "
                        + space.plantings().size() + " plant records have no dbh_cm and are not counted");
            }
        } else if (settings.crownRate() != null) {
            add(
                    areas.line(
                            CarbonComponent.VEGETATION_SINK,
                            settings.crownRate(),
                            "canopy",
                            space.site().canopyM2(),
                            ESTIMATE),
                    lines,
                    reasons);
        } else {
            reasons.put(
                    CarbonComponent.VEGETATION_SINK,
                    "no tree sizes (dbh_cm in the plant list) and no rate per crown area (carbon: {crown_rate: …})");
        }
    }

    private static void add(AccountLine line, List<AccountLine> lines, Map<CarbonComponent, String> reasons) {
        lines.add(line);
        if (line.kg() == null) {
            reasons.merge(line.component(), line.reason(), (one, other) -> one + "; " + other);
        }
    }

    private CarbonAccount account(String code, List<AccountLine> lines, Map<CarbonComponent, String> reasons) {
        Map<CarbonComponent, CarbonValue> values = new EnumMap<>(CarbonComponent.class);
        for (CarbonComponent component : CarbonComponent.values()) {
            List<AccountLine> own =
                    lines.stream().filter(line -> line.component() == component).toList();
            String reason = reasons.get(component);
            values.put(
                    component,
                    reason != null
                            ? CarbonValue.absent(Origin.COMPUTED, reason)
                            : new CarbonValue(
                                    own.stream().mapToDouble(AccountLine::kg).sum(),
                                    Origin.COMPUTED,
                                    distinct(own.stream().map(AccountLine::method)),
                                    distinct(own.stream().map(AccountLine::source)),
                                    null,
                                    periodYears,
                                    null,
                                    null));
        }
        return new CarbonAccount(code, values);
    }

    private static String distinct(java.util.stream.Stream<String> texts) {
        return texts.filter(Objects::nonNull).distinct().collect(Collectors.joining("; "));
    }

    private static void noteDifferences(CarbonAccount given, CarbonAccount computed, List<String> notes) {
        for (CarbonComponent component : CarbonComponent.values()) {
            Double one = given.kg(component);
            Double other = computed.kg(component);
            if (one != null && other != null) {
                notes.add(component.column() + ": " + Working.number(one)
                        + " as given is kept; computed from inventory and" + " plants it is " + Working.number(other)
                        + " (" + Working.number(other - one) + ")");
            }
        }
    }
}
