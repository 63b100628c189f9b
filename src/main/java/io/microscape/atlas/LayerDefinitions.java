package io.microscape.atlas;

import io.microscape.atlas.LayerDefinition.GeometryType;
import io.microscape.atlas.LayerDefinition.Source;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import io.microscape.study.MetricColumns;
import io.microscape.study.MetricGroup;
import io.microscape.study.MetricOptions;
import io.microscape.study.StudyParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The layers that can be published, read from {@code layers/*.yml}. In names, texts and attributes {@code {radius}} stands
 * for the radius as in column names ("15m"), {@code {radius_m}} for its number and {@code {period_years}} for the
 * accounting period.
 *
 * <p>A definition with {@code metrics} is one of studies that ask for that family. There {@code {edge_depth_m}} and
 * {@code {search_radius_m}} stand for these parameters, {@code {core}}, {@code {cai}} and {@code {prox}} for the columns
 * that carry them, and where the name has {@code {threshold}} ("150m") there is a layer for each threshold.
 */
public final class LayerDefinitions {
    private static final Set<String> KEYS = Set.of(
            "name",
            "position",
            "title",
            "abstract",
            "keywords",
            "source",
            "geometry",
            "attributes",
            "styles",
            "metrics",
            "queryable",
            "requires");
    private static final String NAME_PATTERN = "[a-z][a-z0-9_]*";
    private static final int LARGEST_FILE = 1 << 20;

    private final List<RawDefinition> definitions;

    private LayerDefinitions(List<RawDefinition> definitions) {
        this.definitions = definitions;
    }

    /**
     * Reads the built-in definitions and those of folders {@code layers/} in the given folders; a file of the same name
     * replaces the built-in one.
     *
     * @throws InvalidInputException naming file and key, if a definition cannot be used
     */
    public static LayerDefinitions load(List<Path> overrides) {
        List<RawDefinition> definitions = new ArrayList<>();
        ResourceFolder.read("layers", ".yml", overrides)
                .values()
                .forEach(file -> definitions.add(RawDefinition.parse(file.name(), file.text())));
        definitions.sort(Comparator.comparingInt(RawDefinition::position).thenComparing(RawDefinition::file));
        return new LayerDefinitions(definitions);
    }

    /**
     * The definitions of a study, in the order in which layers are listed.
     *
     * @throws InvalidInputException if an attribute is none of the source's, or two layers have the same name
     */
    public List<LayerDefinition> of(StudyParameters parameters) {
        List<LayerDefinition> resolved = definitions.stream()
                .flatMap(definition -> definition.resolve(parameters))
                .toList();
        Set<String> names = new HashSet<>();
        for (LayerDefinition definition : resolved) {
            if (!names.add(definition.name())) {
                throw new InvalidInputException(
                        "layers/: two definitions are named " + definition.name() + "; give one another name");
            }
        }
        return resolved;
    }

    /** A definition as its file has it, placeholders not filled in. */
    private record RawDefinition(String file, int position, Map<?, ?> map) {

        static RawDefinition parse(String file, String text) {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setMaxAliasesForCollections(0);
            options.setCodePointLimit(LARGEST_FILE);
            Object root;
            try {
                root = new Yaml(new SafeConstructor(options)).load(text);
            } catch (YAMLException e) {
                throw InvalidInputException.of(file, "is not valid YAML: " + e.getMessage(), "mend the file");
            }
            if (!(root instanceof Map<?, ?> map)) {
                throw InvalidInputException.of(file, "is no mapping of keys to values", "write name: … and so on");
            }
            for (Object key : map.keySet()) {
                if (!KEYS.contains(String.valueOf(key))) {
                    throw InvalidInputException.of(
                            file,
                            "unknown key " + key,
                            "the keys are " + KEYS.stream().sorted().toList());
                }
            }
            Object position = map.get("position");
            if (position != null && !(position instanceof Integer)) {
                throw InvalidInputException.of(file, "position is no whole number", "write position: 200");
            }
            return new RawDefinition(file, position == null ? Integer.MAX_VALUE : (Integer) position, map);
        }

        /** The layers of a study: none when it does not ask for the metrics, one a threshold when they have thresholds. */
        Stream<LayerDefinition> resolve(StudyParameters parameters) {
            MetricOptions options = parameters.metrics();
            if (map.containsKey("metrics") && !options.has(oneOf("metrics", MetricGroup.values()))) {
                return Stream.empty();
            }
            UnaryOperator<String> fill = text -> text.replace("{radius}", parameters.radiusLabel())
                    .replace("{radius_m}", number(parameters.radiusM()))
                    .replace("{period_years}", number(parameters.periodYears()))
                    .replace("{edge_depth_m}", number(options.edgeDepthM()))
                    .replace("{search_radius_m}", number(options.searchRadiusM()))
                    .replace("{core}", MetricColumns.atDepth("core", "_m2", options))
                    .replace("{cai}", MetricColumns.atDepth("cai", "", options))
                    .replace("{prox}", MetricColumns.proximity(options));
            if (!required("name").contains("{threshold}")) {
                return Stream.of(resolve(parameters, fill));
            }
            return options.thresholdsM().stream()
                    .map(threshold -> resolve(
                            parameters,
                            text -> fill.apply(text)
                                    .replace("{threshold}", StudyParameters.metresLabel(threshold))
                                    .replace("{threshold_m}", number(threshold))));
        }

        private LayerDefinition resolve(StudyParameters parameters, UnaryOperator<String> fill) {
            String name = fill.apply(required("name"));
            if (!name.matches(NAME_PATTERN)) {
                throw InvalidInputException.of(
                        file, "name " + name + " is not of the form " + NAME_PATTERN, "use lower case letters");
            }
            Source source = oneOf("source", Source.values());
            GeometryType geometry = oneOf("geometry", GeometryType.values());
            LayerSource<?> layerSource = LayerSource.of(source, parameters);
            if (layerSource.geometry() != geometry) {
                throw InvalidInputException.of(
                        file,
                        "geometry of source " + lower(source) + " is not " + lower(geometry),
                        "write geometry: " + lower(layerSource.geometry()));
            }
            List<String> attributes = list("attributes", fill);
            String requires = text("requires", fill);
            layerSource.checkAttributes(file, attributes);
            if (requires != null && !attributes.contains(requires)) {
                throw InvalidInputException.of(
                        file, "requires " + requires + ", which is none of its attributes", "add it to attributes");
            }
            List<String> styles = list("styles", UnaryOperator.identity());
            if (styles.isEmpty()) {
                throw InvalidInputException.of(file, "names no style", "write styles: [" + name + "]");
            }
            return new LayerDefinition(
                    name,
                    localized("title", fill),
                    localized("abstract", fill),
                    list("keywords", fill),
                    source,
                    geometry,
                    attributes,
                    styles,
                    !Boolean.FALSE.equals(map.get("queryable")),
                    requires);
        }

        private String required(String key) {
            String value = text(key, UnaryOperator.identity());
            if (value == null) {
                throw InvalidInputException.of(file, key + " is missing", "write " + key + ": …");
            }
            return value;
        }

        private String text(String key, UnaryOperator<String> fill) {
            Object value = map.get(key);
            return value == null ? null : fill.apply(String.valueOf(value));
        }

        private <E extends Enum<E>> E oneOf(String key, E[] values) {
            String value = required(key);
            return Arrays.stream(values)
                    .filter(candidate -> lower(candidate).equals(value))
                    .findFirst()
                    .orElseThrow(() -> InvalidInputException.of(
                            file,
                            key + " " + value + " is unknown",
                            "it is one of "
                                    + Arrays.stream(values)
                                            .map(RawDefinition::lower)
                                            .collect(Collectors.joining(", "))));
        }

        private List<String> list(String key, UnaryOperator<String> fill) {
            Object value = map.get(key);
            if (value == null) {
                return List.of();
            }
            if (!(value instanceof List<?> list)) {
                throw InvalidInputException.of(file, key + " is no list", "write " + key + ": [a, b]");
            }
            return list.stream().map(String::valueOf).map(fill).toList();
        }

        private LocalizedText localized(String key, UnaryOperator<String> fill) {
            Object value = map.get(key);
            if (value instanceof Map<?, ?> texts) {
                return new LocalizedText(language(texts, "en", fill), language(texts, "zh", fill));
            }
            return new LocalizedText(text(key, fill), null);
        }

        private static String language(Map<?, ?> texts, String language, UnaryOperator<String> fill) {
            Object text = texts.get(language);
            return text == null ? null : fill.apply(String.valueOf(text));
        }

        private static String lower(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        private static String number(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }
}
