package io.microscape.source;

import io.microscape.source.text.StrictNumbers;
import io.microscape.source.text.Suggestion;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML document whose keys are known. Wrong keys and types are gathered in one list with their lines instead
 * of ending at the first; the getters answer null for what is absent or wrong.
 */
final class YamlMapping {
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final List<String> problems;

    /**
     * @param path how messages call the mapping ("sources.roads"), empty for the document
     * @param problems takes what is wrong
     */
    private YamlMapping(String path, MappingNode node, List<String> problems) {
        this.path = path;
        this.line = lineOf(node);
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                keys.put(key.getValue(), key);
                if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                    problem(key, pathOf(key.getValue()) + " stands there twice");
                }
            } else {
                problem(tuple.getKeyNode(), "a key" + (path.isEmpty() ? "" : " of " + path) + " is no plain text");
            }
        }
    }

    /** The node as a mapping, or null with a problem when it is none. */
    static YamlMapping of(String path, Node node, List<String> problems) {
        if (node instanceof MappingNode mapping) {
            return new YamlMapping(path, mapping, problems);
        }
        problems.add("line " + lineOf(node) + ": " + (path.isEmpty() ? "the document" : path)
                + " is no mapping; write it as key: value");
        return null;
    }

    /** Names the keys that may stand here; others are problems. */
    YamlMapping known(List<String> known) {
        keys.forEach((key, node) -> {
            if (!known.contains(key)) {
                problem(
                        node,
                        "unknown key " + pathOf(key) + Suggestion.of(key, known) + "; known are "
                                + String.join(", ", known));
            }
        });
        return this;
    }

    /** The line that the mapping begins in. */
    int line() {
        return line;
    }

    /** The keys in the file's order. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    boolean has(String key) {
        return values.containsKey(key) && !isNull(values.get(key));
    }

    /** Whether the value is a single text or number. */
    boolean isText(String key) {
        return values.get(key) instanceof ScalarNode;
    }

    /** The value as text: of a text, number or truth value as it is written. */
    String text(String key) {
        Node node = values.get(key);
        if (node == null || isNull(node)) {
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem(node, pathOf(key) + " must be a text");
        return null;
    }

    /** A text of no particular language, or one in each: {@code {en: …, zh: …}}. */
    LocalizedText localized(String key) {
        if (!has(key)) {
            return new LocalizedText(null, null);
        }
        if (isText(key)) {
            return new LocalizedText(text(key), null);
        }
        YamlMapping languages = mapping(key);
        if (languages == null) {
            return new LocalizedText(null, null);
        }
        languages.known(List.of("en", "zh"));
        return new LocalizedText(languages.text("en"), languages.text("zh"));
    }

    /** Like {@link #text}, but a problem when it is absent or blank. */
    String requiredText(String key) {
        String text = text(key);
        if (!has(key)) {
            problems.add("line " + line + ": " + pathOf(key) + " is missing");
        } else if (text != null && text.isBlank()) {
            problem(values.get(key), pathOf(key) + " is empty");
        }
        return text == null || text.isBlank() ? null : text;
    }

    Double number(String key) {
        return text(key) == null ? null : number(key, (ScalarNode) values.get(key));
    }

    /** The numbers of a list, or the one number that stands in its place; wrong ones are left out. */
    List<Double> numbers(String key) {
        Node node = values.get(key);
        List<Double> numbers = new ArrayList<>();
        for (Node entry : node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node)) {
            if (!(entry instanceof ScalarNode scalar)) {
                problem(entry, "an entry of " + pathOf(key) + " is no number");
                continue;
            }
            Double number = number(key, scalar);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private Double number(String key, ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) {
            try {
                return StrictNumbers.parse(text, key);
            } catch (RejectedFeatureException e) {
                // octal, sexagesimal, infinite: YAML knows more numbers than a parameter can be
                return wrongNumber(key, node);
            }
        }
        return wrongNumber(key, node);
    }

    private Double wrongNumber(String key, ScalarNode node) {
        problem(
                node,
                pathOf(key) + " must be a number, not " + StrictNumbers.shown(node.getValue())
                        + "; write it without quotes and unit");
        return null;
    }

    /** The value as true or false; the default when it is absent or wrong. */
    boolean truth(String key, boolean absent) {
        String text = text(key);
        if (text == null) {
            return absent;
        }
        if (!values.get(key).getTag().equals(Tag.BOOL)) {
            problem(values.get(key), pathOf(key) + " must be true or false, not " + StrictNumbers.shown(text));
            return absent;
        }
        return text.matches("(?i)true|yes|on");
    }

    /** One of the constants of an enumeration, by its name in lower case. */
    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        String known = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        problem(values.get(key), pathOf(key) + " must be " + known + ", not " + StrictNumbers.shown(text));
        return null;
    }

    YamlMapping mapping(String key) {
        return has(key) ? of(pathOf(key), values.get(key), problems) : null;
    }

    /** The mappings of a list, or the one mapping that stands in its place. */
    List<YamlMapping> mappings(String key) {
        if (!has(key)) {
            return List.of();
        }
        Node node = values.get(key);
        List<Node> nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        List<YamlMapping> mappings = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String name = nodes.size() > 1 ? pathOf(key) + "[" + (i + 1) + "]" : pathOf(key);
            YamlMapping mapping = of(name, nodes.get(i), problems);
            if (mapping != null) {
                mappings.add(mapping);
            }
        }
        return mappings;
    }

    /** The texts of a list. */
    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!(values.get(key) instanceof SequenceNode sequence)) {
            problem(values.get(key), pathOf(key) + " must be a list: [a, b]");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            if (node instanceof ScalarNode scalar && !isNull(scalar)) {
                texts.add(scalar.getValue());
            } else {
                problem(node, "an entry of " + pathOf(key) + " is no text");
            }
        }
        return texts;
    }

    /** All values as texts, by key. */
    Map<String, String> allTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : values.keySet()) {
            String text = text(key);
            if (text != null) {
                texts.put(key, text);
            }
        }
        return texts;
    }

    /** Adds a problem about the value of a key. */
    void problemAt(String key, String problem) {
        problem(values.get(key), pathOf(key) + " " + problem);
    }

    /** Runs a check whose error is a problem of the value of that key. */
    void check(String key, Runnable check) {
        try {
            check.run();
        } catch (InvalidInputException e) {
            problem(values.get(key), pathOf(key) + ": " + e.headline());
        }
    }

    private void problem(Node node, String problem) {
        problems.add("line " + lineOf(node) + ": " + problem);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
