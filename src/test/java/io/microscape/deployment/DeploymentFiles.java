package io.microscape.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files at the top level that say how Microscape is deployed. */
final class DeploymentFiles {
    private DeploymentFiles() {}

    static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> compose() {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text("docker-compose.yml"));
    }

    static Map<String, Map<String, Object>> services() {
        return child(compose(), "services");
    }

    @SuppressWarnings("unchecked")
    static <V> Map<String, V> child(Map<String, ?> parent, String key) {
        return (Map<String, V>) parent.get(key);
    }

    /** First group of each match of the expression in the file. */
    static SortedSet<String> matches(String file, String regex) {
        return Pattern.compile(regex, Pattern.MULTILINE)
                .matcher(text(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }
}
