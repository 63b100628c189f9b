package io.microscape.carbon;

import io.microscape.study.CarbonAccount;
import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonValue;
import io.microscape.study.InventoryItem;
import io.microscape.study.InventoryItem.Haul;
import io.microscape.study.InventoryItem.Lamp;
import io.microscape.study.InventoryItem.Recurrence;
import io.microscape.study.Planting;
import io.microscape.study.Scenario;
import io.microscape.study.ScenarioChange;
import io.microscape.study.ScenarioChange.Selection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What the spaces' accounts are made from after a scenario's changes, made one after the other. The spaces given stay as
 * they are.
 */
public final class ScenarioInventories {
    private final CarbonAccounting accounting;
    private final FactorLibrary factors;
    private final Map<String, Set<String>> communities;
    private final Map<String, SpaceInventory> spaces = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param base every space that a change may name
     * @param communities code of a space to the code and name of its community
     */
    public ScenarioInventories(
            CarbonAccounting accounting,
            FactorLibrary factors,
            List<SpaceInventory> base,
            Map<String, Set<String>> communities) {
        this.accounting = accounting;
        this.factors = factors;
        this.communities = communities;
        base.forEach(space -> spaces.put(space.code(), space));
    }

    /** Makes the changes. */
    public void apply(Scenario scenario) {
        scenario.changes().forEach(this::apply);
    }

    /** The spaces in the order given. */
    public List<SpaceInventory> spaces() {
        return List.copyOf(spaces.values());
    }

    /** Everything that is wrong with the changes, each with file and line. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** What to know of the changes: those that do not show because the account's value was given. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    private void apply(ScenarioChange change) {
        if (change instanceof ScenarioChange.ReplaceItems replace) {
            items(replace.selection(), change.place(), item -> replaced(item, replace));
        } else if (change instanceof ScenarioChange.ScaleItems scale) {
            items(scale.selection(), change.place(), item -> scaled(item, scale));
        } else if (change instanceof ScenarioChange.RemoveItems remove) {
            items(remove.selection(), change.place(), item -> null);
        } else if (change instanceof ScenarioChange.AddItem add) {
            add(add);
        } else if (change instanceof ScenarioChange.ReplacePlants replace) {
            plants(
                    replace.selection(),
                    change.place(),
                    plant -> new Planting(
                            plant.code(),
                            replace.species(),
                            plant.count(),
                            replace.size() == null ? plant.size() : replace.size()));
        } else if (change instanceof ScenarioChange.ScalePlants scale) {
            plants(scale.selection(), change.place(), plant -> scaled(plant, scale));
        } else if (change instanceof ScenarioChange.RemovePlants remove) {
            plants(remove.selection(), change.place(), plant -> null);
        } else if (change instanceof ScenarioChange.AddPlants add) {
            add(add);
        } else if (change instanceof ScenarioChange.ScaleAccounts scale) {
            scaleAccounts(scale);
        }
    }

    private void items(Selection selection, String place, UnaryOperator<InventoryItem> edit) {
        int found = 0;
        Set<String> hidden = new TreeSet<>();
        for (SpaceInventory space : selected(selection, place)) {
            List<InventoryItem> items = new ArrayList<>();
            for (InventoryItem item : space.items()) {
                if (!fits(item, selection)) {
                    items.add(item);
                    continue;
                }
                found++;
                noteIfGiven(space, item.activity().stage().component(), hidden);
                InventoryItem edited = edit.apply(item);
                if (edited != null) {
                    check(edited, place);
                    items.add(edited);
                }
            }
            spaces.put(space.code(), space.withItems(items));
        }
        requireFound(found, "inventory row", place);
        note(hidden, place);
    }

    private boolean fits(InventoryItem item, Selection selection) {
        return (selection.stage() == null || item.activity().stage() == selection.stage())
                && (selection.activity() == null || item.activity() == selection.activity())
                && (selection.item() == null || factors.areSame(item.item(), selection.item()));
    }

    private void plants(Selection selection, String place, UnaryOperator<Planting> edit) {
        int found = 0;
        Set<String> hidden = new TreeSet<>();
        for (SpaceInventory space : selected(selection, place)) {
            List<Planting> plants = new ArrayList<>();
            for (Planting plant : space.plantings()) {
                if (selection.species() != null && !Names.key(plant.taxon()).equals(Names.key(selection.species()))) {
                    plants.add(plant);
                    continue;
                }
                found++;
                noteIfGiven(space, CarbonComponent.VEGETATION_SINK, hidden);
                Planting edited = edit.apply(plant);
                if (edited != null) {
                    check(edited, place);
                    plants.add(edited);
                }
            }
            spaces.put(space.code(), space.withPlantings(plants));
        }
        requireFound(found, "plant record", place);
        note(hidden, place);
    }

    private void add(ScenarioChange.AddItem add) {
        SpaceInventory space = space(add.item().code(), add.place());
        if (space != null) {
            check(add.item(), add.place());
            List<InventoryItem> items = new ArrayList<>(space.items());
            items.add(add.item());
            spaces.put(space.code(), space.withItems(items));
            Set<String> hidden = new TreeSet<>();
            noteIfGiven(space, add.item().activity().stage().component(), hidden);
            note(hidden, add.place());
        }
    }

    private void add(ScenarioChange.AddPlants add) {
        SpaceInventory space = space(add.planting().code(), add.place());
        if (space != null) {
            check(add.planting(), add.place());
            List<Planting> plants = new ArrayList<>(space.plantings());
            plants.add(add.planting());
            spaces.put(space.code(), space.withPlantings(plants));
            Set<String> hidden = new TreeSet<>();
            noteIfGiven(space, CarbonComponent.VEGETATION_SINK, hidden);
            note(hidden, add.place());
        }
    }

    private void scaleAccounts(ScenarioChange.ScaleAccounts scale) {
        int found = 0;
        for (SpaceInventory space : selected(scale.selection(), scale.place())) {
            CarbonValue value = space.given() == null ? null : space.given().value(scale.component());
            if (value == null || value.kg() == null) {
                continue;
            }
            found++;
            Map<CarbonComponent, CarbonValue> values =
                    new EnumMap<>(space.given().values());
            values.put(
                    scale.component(),
                    new CarbonValue(
                            value.kg() * scale.factor(),
                            value.origin(),
                            value.method(),
                            value.source(),
                            value.year(),
                            value.periodYears(),
                            value.uncertaintyPercent(),
                            value.reason()));
            spaces.put(space.code(), space.withGiven(new CarbonAccount(space.code(), values)));
        }
        requireFound(found, "given " + scale.component().column(), scale.place());
    }

    private SpaceInventory space(String code, String place) {
        SpaceInventory space = spaces.get(code);
        if (space == null) {
            problems.add(place + ": no space has the code " + code);
        }
        return space;
    }

    private List<SpaceInventory> selected(Selection selection, String place) {
        for (String code : new TreeSet<>(selection.codes())) {
            space(code, place);
        }
        for (String community : new TreeSet<>(selection.communities())) {
            if (communities.values().stream().noneMatch(names -> names.contains(community))) {
                problems.add(place + ": no space is in a community " + community);
            }
        }
        return spaces.values().stream()
                .filter(space ->
                        selection.codes().isEmpty() || selection.codes().contains(space.code()))
                .filter(space -> selection.communities().isEmpty()
                        || communities.getOrDefault(space.code(), Set.of()).stream()
                                .anyMatch(selection.communities()::contains))
                .toList();
    }

    private void requireFound(int found, String what, String place) {
        if (found == 0) {
            problems.add(place + ": selects no " + what + " of the study");
        }
    }

    private static void noteIfGiven(SpaceInventory space, CarbonComponent component, Set<String> hidden) {
        if (space.given() != null && space.given().kg(component) != null) {
            hidden.add(component.column() + " of " + space.code());
        }
    }

    private void note(Set<String> hidden, String place) {
        if (!hidden.isEmpty()) {
            notes.add(place + ": does not show in " + String.join(", ", hidden)
                    + ", for a given amount stays; change it with scale_account");
        }
    }

    private void check(InventoryItem item, String place) {
        accounting.problems(item).forEach(problem -> problems.add(place + ": " + subject(item, place) + problem));
    }

    private static String subject(InventoryItem item, String place) {
        return item.place().equals(place) ? "" : "the row at " + item.place() + " ";
    }

    private void check(Planting planting, String place) {
        accounting.problems(planting).forEach(problem -> problems.add(place + ": " + problem));
    }

    private InventoryItem replaced(InventoryItem item, ScenarioChange.ReplaceItems replace) {
        Haul old = item.haul() == null ? new Haul(null, null, null) : item.haul();
        return new InventoryItem(
                item.code(),
                item.activity(),
                or(replace.item(), item.item()),
                item.quantity(),
                or(replace.unit(), item.unit()),
                Haul.of(
                        or(replace.distanceKm(), old.distanceKm()),
                        or(replace.vehicle(), old.vehicle()),
                        or(replace.massT(), old.massT())),
                item.recurrence(),
                item.lamp(),
                null,
                item.source(),
                item.place());
    }

    private InventoryItem scaled(InventoryItem item, ScenarioChange.ScaleItems scale) {
        InventoryItem scaled = scale.quantity() == null ? item : item.withQuantity(item.quantity() * scale.quantity());
        Recurrence times = scaled.recurrence();
        Double timesPerYear = product("frequency_per_year", times.timesPerYear(), scale.frequency(), item, scale);
        Haul haul = scaled.haul();
        Double distanceKm =
                product("distance_km", haul == null ? null : haul.distanceKm(), scale.distance(), item, scale);
        Lamp lamp = scaled.lamp();
        Double powerW = product("power_w", lamp == null ? null : lamp.powerW(), scale.power(), item, scale);
        return new InventoryItem(
                scaled.code(),
                scaled.activity(),
                scaled.item(),
                scaled.quantity(),
                scaled.unit(),
                haul == null ? null : Haul.of(distanceKm, haul.vehicle(), haul.massT()),
                new Recurrence(timesPerYear, times.fromYear(), times.toYear(), times.serviceLifeYears()),
                lamp == null ? null : Lamp.of(powerW, lamp.hoursPerDay(), lamp.daysPerYear()),
                null,
                scaled.source(),
                scaled.place());
    }

    private Double product(
            String column, Double amount, Double factor, InventoryItem item, ScenarioChange.ScaleItems scale) {
        if (factor == null) {
            return amount;
        }
        if (amount == null) {
            problems.add(scale.place() + ": the row at " + item.place() + " has no " + column + " to scale");
            return null;
        }
        return amount * factor;
    }

    private Planting scaled(Planting plant, ScenarioChange.ScalePlants scale) {
        if (plant.count() == null) {
            problems.add(scale.place() + ": " + plant.taxon() + " of " + plant.code() + " has no count to scale");
            return plant;
        }
        return new Planting(plant.code(), plant.taxon(), plant.count() * scale.count(), plant.size());
    }

    private static <T> T or(T given, T old) {
        return given == null ? old : given;
    }
}
