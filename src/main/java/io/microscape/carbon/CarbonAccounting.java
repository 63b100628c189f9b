package io.microscape.carbon;

import io.microscape.study.CarbonAccount;
import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonSettings;
import io.microscape.study.CarbonValue;
import io.microscape.study.CarbonValue.Origin;
import io.microscape.study.InventoryItem;
import io.microscape.study.LifeCycleStage;
import io.microscape.study.Planting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a space's carbon account from its inventory, plants and areas. A value that came with the study stays; a computed
 * one fills the gaps, and where both are there the difference is noted. Pure and thread-safe.
 */
public final class CarbonAccounting {
    private static final String ESTIMATE = "estimate by rate per crown area";
    private static final String SOIL_METHOD = "estimate by rate per green area";

    private final CarbonLibrary library;
    private final CarbonSettings settings;
    private final double periodYears;
    private final InventoryCalculator inventory;
    private final VegetationSink trees;
    private final AreaSink areas;

    /**
     * @param library factors, equations and methods
     * @param settings what the study chose
     * @param periodYears accounting period in years, more than 0
     */
    public CarbonAccounting(CarbonLibrary library, CarbonSettings settings, double periodYears) {
        this.library = library;
        this.settings = settings;
        this.periodYears = periodYears;
        this.inventory = new InventoryCalculator(library.factors(), settings.gridRegion(), periodYears);
        this.trees = new VegetationSink(library.allometry(), settings, periodYears);
        this.areas = new AreaSink(library.factors(), settings.gridRegion(), periodYears);
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

    /** Everything that is wrong with a plant record that gives sizes, without file and row: a taxon that is not known. */
    public List<String> problems(Planting planting) {
        return planting.size() == null
                        || library.allometry().identify(planting.taxon()).isPresent()
                ? List.of()
                : List.of(
                        "the species \"" + planting.taxon() + "\" is in no library of taxa, so that its size cannot be"
                                + " used; add its genus to a taxa file, or leave the sizes empty");
    }

    /** What is wrong with the study's own choices: rates that are no factor per area and year. */
    public List<String> settingsProblems() {
        List<String> problems = new ArrayList<>();
        requireRate("soil_rate", settings.soilRate(), problems);
        requireRate("crown_rate", settings.crownRate(), problems);
        return problems;
    }

    private void requireRate(String key, String rate, List<String> problems) {
        if (rate != null) {
            AccountLine line = areas.line(CarbonComponent.SOIL_SINK, rate, "area", 1.0, SOIL_METHOD);
            if (line.kg() == null) {
                problems.add("carbon: {" + key + ": " + rate + "}: " + line.reason());
            }
        }
    }

    /** The account of a space. Rows that cannot be accounted for leave their component without amount, with the reason. */
    public SpaceAccount compute(SpaceInventory space) {
        Draft draft = new Draft();
        addEmissions(space, draft);
        addSoil(space, draft);
        addVegetation(space, draft);
        CarbonAccount given = space.given() == null ? new CarbonAccount(space.code(), Map.of()) : space.given();
        boolean computable = !space.items().isEmpty() || !draft.lines.isEmpty();
        Map<CarbonComponent, CarbonValue> values = new EnumMap<>(CarbonComponent.class);
        for (CarbonComponent component : CarbonComponent.values()) {
            CarbonValue value =
                    computable ? draft.value(component, periodYears) : CarbonValue.absent(Origin.COMPUTED, null);
            values.put(
                    component,
                    remarked(given.value(component), value, space.site().areaM2()));
        }
        CarbonAccount computed = new CarbonAccount(space.code(), values);
        boolean says = values.values().stream().anyMatch(value -> value.kg() != null || value.reason() != null);
        return new SpaceAccount(
                says ? CarbonAccount.of(given, computed) : given, says ? computed : null, draft.lines, periodYears);
    }

    /** The computed value with what is to be known of it, or of the given one that goes before it. */
    private CarbonValue remarked(CarbonValue given, CarbonValue computed, Double areaM2) {
        if (given.kg() == null) {
            return library.methods()
                    .outsideScale(computed.method(), areaM2)
                    .map(computed::withRemark)
                    .orElse(computed);
        }
        List<String> remarks = new ArrayList<>();
        if (computed.kg() != null) {
            remarks.add(Working.number(given.kg())
                    + " as given is kept; computed from inventory, plants and areas it is "
                    + Working.number(computed.kg()) + " (difference " + Working.number(computed.kg() - given.kg())
                    + ")");
        }
        if (given.periodYears() != null && given.periodYears() != periodYears) {
            remarks.add("it is given over " + Working.number(given.periodYears()) + " years, the study's period is "
                    + Working.number(periodYears) + ": it was not scaled");
        }
        library.methods().outsideScale(given.method(), areaM2).ifPresent(remarks::add);
        return computed.withReason(remarks.isEmpty() ? null : String.join("; ", remarks));
    }

    private void addEmissions(SpaceInventory space, Draft draft) {
        for (InventoryItem item : space.items()) {
            try {
                draft.lines.addAll(inventory.lines(item));
            } catch (AccountingProblem e) {
                draft.reason(item.activity().stage().component(), item.place() + ": " + e.getMessage());
            }
        }
        for (LifeCycleStage stage : LifeCycleStage.values()) {
            if (space.items().stream().noneMatch(item -> item.activity().stage() == stage)) {
                draft.reason(
                        stage.component(),
                        space.items().isEmpty()
                                ? "there is no inventory"
                                : "the inventory has no row of the stage " + stage.key()
                                        + " (a row with quantity 0 says that there is none)");
            }
        }
    }

    private void addSoil(SpaceInventory space, Draft draft) {
        if (settings.soilRate() == null) {
            draft.reason(CarbonComponent.SOIL_SINK, "the study names no rate for soil (carbon: {soil_rate: …})");
            return;
        }
        draft.add(areas.line(
                CarbonComponent.SOIL_SINK,
                settings.soilRate(),
                "green area",
                space.site().greenM2(),
                SOIL_METHOD));
    }

    private void addVegetation(SpaceInventory space, Draft draft) {
        List<Planting> sized =
                space.plantings().stream().filter(plant -> plant.size() != null).toList();
        if (!sized.isEmpty()) {
            sized.forEach(planting -> draft.add(trees.line(planting)));
            int unsized = space.plantings().size() - sized.size();
            if (unsized > 0) {
                draft.remark(
                        CarbonComponent.VEGETATION_SINK,
                        unsized + " of " + space.plantings().size()
                                + " plant records give no sizes and are not counted");
            }
        } else if (settings.crownRate() != null) {
            draft.add(areas.line(
                    CarbonComponent.VEGETATION_SINK,
                    settings.crownRate(),
                    "canopy",
                    space.site().canopyM2(),
                    ESTIMATE));
        } else {
            draft.reason(
                    CarbonComponent.VEGETATION_SINK,
                    "no tree sizes (dbh_cm in the plant list) and no rate per crown area (carbon: {crown_rate: …})");
        }
    }

    /** An account being made: its lines, why components have no amount, and what is to be known of those that have. */
    private static final class Draft {
        private final List<AccountLine> lines = new ArrayList<>();
        private final Map<CarbonComponent, String> reasons = new EnumMap<>(CarbonComponent.class);
        private final Map<CarbonComponent, String> remarks = new EnumMap<>(CarbonComponent.class);

        void add(AccountLine line) {
            lines.add(line);
            if (line.kg() == null) {
                reason(line.component(), line.reason());
            }
        }

        void reason(CarbonComponent component, String reason) {
            reasons.merge(component, reason, (one, other) -> one + "; " + other);
        }

        void remark(CarbonComponent component, String remark) {
            remarks.merge(component, remark, (one, other) -> one + "; " + other);
        }

        CarbonValue value(CarbonComponent component, double periodYears) {
            String reason = reasons.get(component);
            if (reason != null) {
                return CarbonValue.absent(Origin.COMPUTED, reason);
            }
            List<AccountLine> own =
                    lines.stream().filter(line -> line.component() == component).toList();
            return new CarbonValue(
                    sum(own),
                    Origin.COMPUTED,
                    distinct(own.stream().map(AccountLine::method)),
                    distinct(own.stream().map(AccountLine::source)),
                    null,
                    periodYears,
                    null,
                    remarks.get(component));
        }

        /** Added as decimals, so that the sum shows no more digits than its parts. */
        private static double sum(List<AccountLine> lines) {
            return lines.stream()
                    .map(line -> BigDecimal.valueOf(line.kg()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .doubleValue();
        }

        private static String distinct(Stream<String> texts) {
            return texts.filter(Objects::nonNull).distinct().collect(Collectors.joining("; "));
        }
    }
}
