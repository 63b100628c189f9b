package io.microscape.source.osm;

import io.microscape.source.osm.TagTable.SurfaceRule;
import io.microscape.study.Cover;
import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads tag tables; {@code presets/urban.yml} explains their form. */
final class TagTableFile {
    /** The table used when a source names none. */
    static final String DEFAULT_PRESET = "urban";

    private static final String NOT = "not";
    private static final Set<String> SECTIONS = Set.of("areas", "spaces", "surfaces", "roads", "trees", "tree_rows");

    private final String name;

    private TagTableFile(String name) {
        this.name = name;
    }

    /**
     * The table of that name.
     *
     * @param preset a built-in table ("urban"), or the path of a file; null for the default
     * @param folder folder that a relative path starts from
     * @throws InvalidInputException if there is no such table, or it is not understood
     */
    static TagTable load(String preset, Path folder) {
        String name = preset == null ? DEFAULT_PRESET : preset;
        try (Reader reader = open(name, folder)) {
            return new TagTableFile(name).read(reader);
        } catch (IOException | YAMLException e) {
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new InvalidInputException("tag table " + name + ": cannot be read: " + problem, e);
        }
    }

    private static Reader open(String name, Path folder) throws IOException {
        if (name.matches("[a-z][a-z0-9_]*")) {
            InputStream builtIn = TagTableFile.class.getResourceAsStream("/presets/" + name + ".yml");
            if (builtIn != null) {
                return new InputStreamReader(builtIn, StandardCharsets.UTF_8);
            }
        }
        Path file = folder == null ? Path.of(name) : folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw InvalidInputException.of(
                    "tag table " + name,
                    "there is neither a built-in table nor a file of that name",
                    "the built-in table is \"" + DEFAULT_PRESET + "\", a file is looked for beside the OSM file");
        }
        return new StringReader(Files.readString(file));
    }

    private TagTable read(Reader reader) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(50);
        Map<?, ?> root = map(new Yaml(new SafeConstructor(options)).load(reader), "the table");
        for (Object key : root.keySet()) {
            if (!SECTIONS.contains(String.valueOf(key))) {
                throw invalid("unknown section \"" + key + "\"", "sections are " + String.join(", ", sortedSections()));
            }
        }
        Map<?, ?> trees = section(root, "trees");
        Map<?, ?> rows = section(root, "tree_rows");
        return new TagTable(
                name,
                rules(root.get("areas"), "areas"),
                rules(root.get("spaces"), "spaces"),
                surfaces(root.get("surfaces")),
                rules(root.get("roads"), "roads"),
                rules(trees.get("tags"), "trees"),
                rules(rows.get("tags"), "tree_rows"),
                metres(trees, "crown_diameter_m", "trees"),
                metres(rows, "crown_diameter_m", "tree_rows"),
                metres(rows, "spacing_m", "tree_rows"));
    }

    private static List<String> sortedSections() {
        return SECTIONS.stream().sorted().toList();
    }

    private Map<?, ?> section(Map<?, ?> root, String section) {
        if (!root.containsKey(section)) {
            return Map.of();
        }
        Map<?, ?> map = map(root.get(section), section);
        for (Object key : map.keySet()) {
            if (!Set.of("tags", "crown_diameter_m", "spacing_m").contains(String.valueOf(key))) {
                throw invalid(section + " has an unknown entry \"" + key + "\"", "remove it");
            }
        }
        return map;
    }

    private List<SurfaceRule> surfaces(Object value) {
        List<SurfaceRule> surfaces = new ArrayList<>();
        for (Object entry : list(value, "surfaces")) {
            Map<?, ?> group = map(entry, "surfaces");
            String key = String.valueOf(group.get("cover"));
            Cover cover = Cover.of(key)
                    .orElseThrow(() ->
                            invalid("surfaces has cover \"" + key + "\"", "covers are green, hard, water and other"));
            if (group.size() != 2) {
                throw invalid("an entry of surfaces has " + group.keySet(), "write cover and tags");
            }
            for (TagRule rule : rules(group.get("tags"), "surfaces")) {
                surfaces.add(new SurfaceRule(cover, rule));
            }
        }
        return List.copyOf(surfaces);
    }

    private List<TagRule> rules(Object value, String section) {
        return list(value, section).stream()
                .map(entry -> {
                    Map<?, ?> rule = map(entry, section);
                    Map<String, Set<String>> all = tests(rule, section);
                    Set<String> excluded = all.remove(NOT);
                    if (all.isEmpty()) {
                        throw invalid("a rule of " + section + " names no tag", "write key: value");
                    }
                    return new TagRule(all, excluded == null ? Map.of() : tests(map(rule.get(NOT), section), section));
                })
                .toList();
    }

    private Map<String, Set<String>> tests(Map<?, ?> rule, String section) {
        Map<String, Set<String>> tests = new LinkedHashMap<>();
        rule.forEach((key, value) ->
                tests.put(String.valueOf(key), NOT.equals(key) ? Set.of() : values(value, section + ": " + key)));
        return tests;
    }

    /** The values of a test; none for "*", which is any. */
    private Set<String> values(Object value, String where) {
        Set<String> values = new LinkedHashSet<>();
        for (Object item : value instanceof List<?> several ? several : List.of(value == null ? "" : value)) {
            if (item == null || item instanceof Map || item instanceof List || "".equals(item)) {
                throw invalid(where + " has no plain value", "write a value, a list of values or \"*\"");
            }
            // YAML reads yes and no as booleans
            values.add(item instanceof Boolean yes ? (yes ? "yes" : "no") : String.valueOf(item));
        }
        return values.contains("*") ? Set.of() : Set.copyOf(values);
    }

    private double metres(Map<?, ?> section, String key, String sectionName) {
        if (section.isEmpty()) {
            return Double.NaN;
        }
        if (section.get(key) instanceof Number number && number.doubleValue() > 0 && number.doubleValue() <= 1000) {
            return number.doubleValue();
        }
        throw invalid(sectionName + ": " + key + " is " + section.get(key), "write a number of metres, for example 5");
    }

    /** The entries of a section; none when the table does not have it. */
    private List<?> list(Object value, String section) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw invalid(section + " is no list", "begin each of its lines with a dash, or leave it out");
    }

    private Map<?, ?> map(Object value, String section) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw invalid(section + " is not made of \"key: value\"", "compare presets/urban.yml");
    }

    private InvalidInputException invalid(String problem, String mend) {
        return InvalidInputException.of("tag table " + name, problem, mend);
    }
}
