package io.microscape.source;

import io.microscape.source.mapping.KindTargets;
import io.microscape.source.text.Suggestion;
import io.microscape.study.Activity;
import io.microscape.study.CarbonComponent;
import io.microscape.study.InvalidInputException;
import io.microscape.study.InventoryItem;
import io.microscape.study.InventoryItem.Haul;
import io.microscape.study.InventoryItem.Lamp;
import io.microscape.study.InventoryItem.Recurrence;
import io.microscape.study.LifeCycleStage;
import io.microscape.study.LocalizedText;
import io.microscape.study.Planting;
import io.microscape.study.Scenario;
import io.microscape.study.ScenarioChange;
import io.microscape.study.ScenarioChange.Selection;
import io.microscape.study.SourceKind;
import io.microscape.study.TreeSize;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads scenarios (YAML, and so JSON too). Everything that is wrong is said at once, with its line. */
public final class ScenarioReader {
    /** Size that a scenario may have, bytes. */
    public static final int MAX_BYTES = YamlDocument.MAX_CHARACTERS;

    private static final List<String> KEYS = List.of("scenario", "title", "changes");
    private static final List<String> OPERATIONS = List.of(
            "replace",
            "scale",
            "remove",
            "add",
            "replace_plants",
            "scale_plants",
            "remove_plants",
            "add_plants",
            "scale_account");
    private static final List<String> OF_ITEMS = List.of("code", "community", "stage", "activity", "item");
    /** What a line of an inventory file may say besides: a line that is added is computed, and explains itself by its source. */
    private static final Set<String> NOT_ADDED = Set.of("total_kg", "note");

    private static final List<String> OF_PLANTS = List.of("code", "community", "species");
    private static final List<String> SIZES =
            List.of("dbh_cm", "height_m", "dbh_growth_cm_per_year", "height_growth_m_per_year");

    private final String name;
    private final List<String> problems = new ArrayList<>();

    private ScenarioReader(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it cannot be read or anything in it is wrong; every problem has a line that names
     *     line and key
     */
    public static Scenario read(Path file) {
        String name = file.getFileName().toString();
        try {
            if (!Files.isRegularFile(file)) {
                throw InvalidInputException.of(name, "there is no such scenario (" + file + ")", "check the path");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw InvalidInputException.of(name, "is larger than " + MAX_BYTES + " bytes", "give a scenario file");
            }
            return read(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(name + ": is not UTF-8; save it as UTF-8", e);
        } catch (IOException e) {
            throw new InvalidInputException(name + ": cannot be read (" + e.getMessage() + "); check the path", e);
        }
    }

    /**
     * Reads a text.
     *
     * @param name how messages call it
     * @throws InvalidInputException as above
     */
    public static Scenario read(String name, String text) {
        return new ScenarioReader(name).scenario(text);
    }

    private Scenario scenario(String text) {
        YamlMapping document = document(text);
        Scenario scenario = document == null ? null : scenario(document);
        if (!problems.isEmpty()) {
            String headline = name + ", " + problems.get(0);
            throw problems.size() == 1
                    ? new InvalidInputException(headline)
                    : InvalidInputException.of(
                            headline + " (and " + (problems.size() - 1) + " more problems)", problems);
        }
        return scenario;
    }

    private YamlMapping document(String text) {
        try {
            Node node = YamlDocument.compose(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
            if (node == null) {
                problems.add("line 1: the scenario is empty; it begins with scenario: KEY");
                return null;
            }
            return YamlMapping.of("", node, problems);
        } catch (MarkedYAMLException e) {
            throw new InvalidInputException(
                    name + YamlDocument.place(e) + ": is not YAML (" + e.getProblem()
                            + "); check indents, and the blank after each colon",
                    e);
        } catch (YAMLException e) {
            throw new InvalidInputException(
                    name + ": is not YAML ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + "); write it as in"
                            + " docs/scenarios.md",
                    e);
        }
    }

    private Scenario scenario(YamlMapping document) {
        document.known(KEYS);
        String key = document.requiredText("scenario");
        List<ScenarioChange> changes = new ArrayList<>();
        for (YamlMapping change : document.mappings("changes")) {
            ScenarioChange read = change(change);
            if (read != null) {
                changes.add(read);
            }
        }
        if (!document.has("changes")) {
            problems.add("line 1: changes is missing: a scenario changes something");
        }
        return key == null ? null : new Scenario(key, title(document), changes);
    }

    private static LocalizedText title(YamlMapping document) {
        if (!document.has("title")) {
            return new LocalizedText(null, null);
        }
        if (document.isText("title")) {
            return new LocalizedText(document.text("title"), null);
        }
        YamlMapping title = document.mapping("title");
        title.known(List.of("en", "zh"));
        return new LocalizedText(title.text("en"), title.text("zh"));
    }

    private ScenarioChange change(YamlMapping change) {
        List<String> operations =
                change.keys().stream().filter(OPERATIONS::contains).toList();
        if (operations.size() != 1) {
            problems.add("line " + change.line() + ": a change has "
                    + (operations.isEmpty()
                            ? "no operation"
                                    + change.keys().stream()
                                            .findFirst()
                                            .map(key -> Suggestion.of(key, OPERATIONS))
                                            .orElse("")
                            : "several operations (" + String.join(", ", operations) + ")")
                    + "; it has one of " + String.join(", ", OPERATIONS));
            return null;
        }
        String operation = operations.get(0);
        boolean replaces = operation.startsWith("replace");
        boolean scales = operation.startsWith("scale");
        change.known(replaces ? List.of(operation, "with") : scales ? List.of(operation, "by") : List.of(operation));
        YamlMapping subject = change.mapping(operation);
        YamlMapping operand = replaces || scales ? change.mapping(replaces ? "with" : "by") : null;
        if (subject == null || (replaces || scales) && operand == null) {
            if (!change.has(operation) || (replaces || scales) && !change.has(replaces ? "with" : "by")) {
                problems.add("line " + change.line() + ": " + operation + " needs a selection"
                        + (replaces ? " and with: {…}" : scales ? " and by: {…}" : ""));
            }
            return null;
        }
        String place = name + ", line " + change.line();
        return switch (operation) {
            case "replace" -> replaceItems(selection(subject, OF_ITEMS), operand, place);
            case "scale" -> scaleItems(selection(subject, OF_ITEMS), operand, place);
            case "remove" -> new ScenarioChange.RemoveItems(selection(subject, OF_ITEMS), place);
            case "add" -> addItem(subject, place);
            case "replace_plants" -> replacePlants(selection(subject, OF_PLANTS), operand, place);
            case "scale_plants" -> {
                operand.known(List.of("count"));
                yield new ScenarioChange.ScalePlants(
                        selection(subject, OF_PLANTS), orOne(factor(operand, "count", true)), place);
            }
            case "remove_plants" -> new ScenarioChange.RemovePlants(selection(subject, OF_PLANTS), place);
            case "add_plants" -> addPlants(subject, place);
            default -> scaleAccounts(subject, operand, place);
        };
    }

    private Selection selection(YamlMapping given, List<String> known) {
        given.known(known);
        Selection selection = new Selection(
                several(given, "code"),
                several(given, "community"),
                named(given, "stage", LifeCycleStage::of),
                named(given, "activity", Activity::of),
                given.text("item"),
                given.text("species"));
        if (selection.isEmpty()) {
            problems.add(
                    "line " + given.line() + ": selects nothing; name at least one of " + String.join(", ", known));
        }
        return selection;
    }

    private ScenarioChange replaceItems(Selection selection, YamlMapping with, String place) {
        with.known(List.of("item", "unit", "distance_km", "vehicle", "mass_t"));
        if (with.keys().isEmpty()) {
            problems.add(
                    "line " + with.line() + ": with says nothing; name item, unit, distance_km, vehicle or mass_t");
        }
        return new ScenarioChange.ReplaceItems(
                selection,
                with.text("item"),
                with.text("unit"),
                notNegative(with, "distance_km"),
                with.text("vehicle"),
                notNegative(with, "mass_t"),
                place);
    }

    private ScenarioChange scaleItems(Selection selection, YamlMapping by, String place) {
        by.known(List.of("quantity", "frequency_per_year", "distance_km", "power_w"));
        if (by.keys().isEmpty()) {
            problems.add("line " + by.line()
                    + ": by says nothing; name quantity, frequency_per_year, distance_km or power_w");
        }
        return new ScenarioChange.ScaleItems(
                selection,
                factor(by, "quantity", false),
                factor(by, "frequency_per_year", false),
                factor(by, "distance_km", false),
                factor(by, "power_w", false),
                place);
    }

    private ScenarioChange addItem(YamlMapping given, String place) {
        given.known(KindTargets.of(SourceKind.INVENTORY).stream()
                .filter(target -> !NOT_ADDED.contains(target))
                .toList());
        String code = given.requiredText("code");
        given.requiredText("activity");
        Activity activity = named(given, "activity", Activity::of);
        LifeCycleStage stage = named(given, "stage", LifeCycleStage::of);
        if (activity != null && stage != null && activity.stage() != stage) {
            given.problemAt(
                    "activity", "belongs to the stage " + activity.stage().key() + ", not " + stage.key());
        }
        String item = given.requiredText("item");
        given.requiredText("quantity");
        Double quantity = notNegative(given, "quantity");
        if (code == null || activity == null || item == null || quantity == null) {
            return null;
        }
        return new ScenarioChange.AddItem(
                new InventoryItem(
                        code,
                        activity,
                        item,
                        quantity,
                        given.text("unit"),
                        Haul.of(notNegative(given, "distance_km"), given.text("vehicle"), notNegative(given, "mass_t")),
                        new Recurrence(
                                notNegative(given, "frequency_per_year"),
                                year(given, "from_year"),
                                year(given, "to_year"),
                                notNegative(given, "service_life_years")),
                        Lamp.of(
                                notNegative(given, "power_w"),
                                notNegative(given, "hours_per_day"),
                                notNegative(given, "days_per_year")),
                        null,
                        given.text("source"),
                        place),
                place);
    }

    private ScenarioChange replacePlants(Selection selection, YamlMapping with, String place) {
        List<String> known = new ArrayList<>(List.of("species"));
        known.addAll(SIZES);
        with.known(known);
        String species = with.requiredText("species");
        return new ScenarioChange.ReplacePlants(selection, species, size(with), place);
    }

    private ScenarioChange addPlants(YamlMapping given, String place) {
        List<String> known = new ArrayList<>(List.of("code", "species", "count"));
        known.addAll(SIZES);
        given.known(known);
        String code = given.requiredText("code");
        String species = given.requiredText("species");
        given.requiredText("count");
        Double count = notNegative(given, "count");
        return code == null || species == null || count == null
                ? null
                : new ScenarioChange.AddPlants(new Planting(code, species, count, size(given)), place);
    }

    private TreeSize size(YamlMapping given) {
        return TreeSize.of(
                notNegative(given, SIZES.get(0)),
                notNegative(given, SIZES.get(1)),
                notNegative(given, SIZES.get(2)),
                notNegative(given, SIZES.get(3)));
    }

    private ScenarioChange scaleAccounts(YamlMapping given, YamlMapping by, String place) {
        given.known(List.of("code", "community", "component"));
        by.known(List.of("amount"));
        String text = given.requiredText("component");
        CarbonComponent component =
                text == null ? null : CarbonComponent.of(text).orElse(null);
        if (text != null && component == null) {
            given.problemAt(
                    "component",
                    "is none of "
                            + String.join(
                                    ", ",
                                    List.of(CarbonComponent.values()).stream()
                                            .map(CarbonComponent::key)
                                            .toList()));
        }
        Selection selection =
                new Selection(several(given, "code"), several(given, "community"), null, null, null, null);
        return new ScenarioChange.ScaleAccounts(selection, component, orOne(factor(by, "amount", true)), place);
    }

    private static double orOne(Double factor) {
        return factor == null ? 1 : factor;
    }

    private static Double factor(YamlMapping by, String key, boolean required) {
        if (required) {
            by.requiredText(key);
        }
        return notNegative(by, key);
    }

    private static Double notNegative(YamlMapping given, String key) {
        Double number = given.number(key);
        if (number != null && !(number >= 0)) {
            given.problemAt(key, "is " + number + ": must not be negative");
            return null;
        }
        return number;
    }

    private static Integer year(YamlMapping given, String key) {
        Double number = given.number(key);
        if (number != null && (number != Math.rint(number) || Math.abs(number) > 9999)) {
            given.problemAt(key, "is " + number + ": must be a whole number");
            return null;
        }
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    private static Set<String> several(YamlMapping given, String key) {
        return !given.has(key)
                ? Set.of()
                : given.isText(key) ? Set.of(given.text(key)) : new LinkedHashSet<>(given.texts(key));
    }

    private static <T> T named(YamlMapping given, String key, Function<String, Optional<T>> find) {
        String text = given.text(key);
        if (text == null) {
            return null;
        }
        return find.apply(text).orElseGet(() -> {
            given.problemAt(key, "is \"" + text + "\", which is not known; see docs/carbon.md");
            return null;
        });
    }
}
