package io.microscape.source;

import io.microscape.crs.CoordinateSystem;
import io.microscape.source.mapping.KindTargets;
import io.microscape.source.text.TextEncodings;
import io.microscape.source.text.TextFile;
import io.microscape.study.CarbonSettings;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.study.StudyFile;
import io.microscape.study.UserPath;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads a study file (YAML). Everything that is wrong with it is said at once, with its line; an unknown key is an error,
 * for a mistyped one would silently do nothing. Nothing in the document can make objects: only its tree is read.
 */
public final class StudyFileReader {

    /** A key that Chinese typing ended with a colon which YAML does not know. */
    private static final Pattern FULL_WIDTH_COLON = Pattern.compile("^\\s*\\w+\uFF1A");

    private static final List<String> KEYS =
            List.of("study", "title", "crs", "parameters", "metrics", "sources", "carbon", "layers", "context");
    private static final List<String> SOURCE =
            List.of("file", "crs", "encoding", "layer", "fields", "where", "x", "y", "covered", "preset", "valid_only");
    private static final List<String> CARBON = List.of(
            "factors",
            "allometry",
            "grid_region",
            "soil_rate",
            "crown_rate",
            "equation_region",
            "mortality_percent_per_year");

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    private StudyFileReader(Path file) {
        this.file = file;
    }

    /**
     * Reads the file.
     *
     * @return the study, its paths resolved against the file's folder, parameters filled with their defaults
     * @throws InvalidInputException if the file cannot be read or anything in it is wrong; after the headline every problem
     *     has a line that names key and line
     */
    public static StudyFile read(Path file) {
        return new StudyFileReader(file.toAbsolutePath().normalize()).read();
    }

    private StudyFile read() {
        Node document = document();
        if (document instanceof ScalarNode) {
            throw new InvalidInputException(name() + ", line 1: holds no key: value; " + mend());
        }
        StudyFile study = document == null ? null : study(YamlMapping.of("", document, problems));
        if (document == null) {
            problems.add("line 1: the file is empty; a study file begins with study: KEY");
        }
        if (!problems.isEmpty()) {
            String headline = name() + ", " + problems.get(0);
            throw problems.size() == 1
                    ? new InvalidInputException(headline)
                    : InvalidInputException.of(
                            headline + " (and " + (problems.size() - 1) + " more problems)", problems);
        }
        return study;
    }

    private Node document() {
        try (Reader text = text()) {
            return YamlDocument.compose(text);
        } catch (MarkedYAMLException e) {
            throw new InvalidInputException(
                    name() + YamlDocument.place(e) + ": is not YAML (" + e.getProblem() + "); " + mend(), e);
        } catch (YAMLException e) {
            throw new InvalidInputException(
                    name() + ": is not YAML ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + "); a study file looks like the sample's study.yml",
                    e);
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(name() + ": is not UTF-8; save it as UTF-8", e);
        } catch (IOException e) {
            throw new InvalidInputException(name() + ": cannot be read (" + e.getMessage() + "); check the path", e);
        }
    }

    /** What a person can look for where YAML's grammar only says what it did not expect. */
    private String mend() {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (FULL_WIDTH_COLON.matcher(lines.get(i)).find()) {
                    return "line " + (i + 1) + " has the full-width colon \uFF1A: write : and a blank";
                }
            }
        } catch (IOException e) {
            // the general advice will do
        }
        return "check that the keys of a mapping are indented alike, with blanks and not with tabs, and that a blank"
                + " follows each colon";
    }

    private Reader text() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw InvalidInputException.of(name(), "there is no such study file (" + file + ")", "check the path");
        }
        return new TextFile(file, null).text();
    }

    private StudyFile study(YamlMapping document) {
        if (document == null) {
            return null;
        }
        document.known(KEYS);
        String key = document.requiredText("study");
        if (key != null && !key.matches(StudyFile.KEY_PATTERN)) {
            document.problemAt(
                    "study",
                    "is \"" + key + "\", but must begin with a small letter and have at most 31 of a-z, 0-9 and _");
        }
        String crs = document.text("crs");
        if (crs != null) {
            document.check("crs", () -> requireMetric(crs));
        }
        YamlMapping carbon = document.mapping("carbon");
        if (carbon != null) {
            carbon.known(CARBON);
        }
        return new StudyFile(
                key,
                document.localized("title"),
                crs,
                StudyParametersReader.read(document),
                sources(document),
                document.texts("layers"),
                new ContextLayersReader(layer -> spec(SourceKind.CONTEXT, layer, existing(layer))).read(document),
                carbonSettings(carbon),
                tables(carbon, "factors"),
                tables(carbon, "allometry"),
                file);
    }

    private static void requireMetric(String crs) {
        if (!CoordinateSystem.of(crs).metric()) {
            throw InvalidInputException.of(
                    crs,
                    "lengths and areas cannot be measured in it",
                    "give a projected system in metres such as EPSG:4547, or leave crs out to have one chosen");
        }
    }

    private static CarbonSettings carbonSettings(YamlMapping given) {
        if (given == null) {
            return CarbonSettings.NONE;
        }
        Double mortality = given.number("mortality_percent_per_year");
        if (mortality != null && !(mortality >= 0 && mortality < 100)) {
            given.problemAt("mortality_percent_per_year", "must be at least 0 and less than 100, not " + mortality);
            mortality = null;
        }
        return new CarbonSettings(
                given.text("grid_region"),
                given.text("soil_rate"),
                given.text("crown_rate"),
                given.text("equation_region"),
                mortality);
    }

    /** CSV files that the key names; two of the same name could not be told apart. */
    private List<Path> tables(YamlMapping carbon, String key) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String name : carbon == null ? List.<String>of() : carbon.texts(key)) {
            Path path = existing(carbon, key, name);
            if (path == null) {
                continue;
            }
            String fileName = path.getFileName().toString();
            if (!fileName.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                carbon.problemAt(key, "names " + name + ", which is no .csv file");
            } else if (files.put(fileName, path) != null) {
                carbon.problemAt(key, "names two files that are called " + fileName + "; rename one of them");
            }
        }
        return List.copyOf(files.values());
    }

    private Map<SourceKind, List<SourceSpec>> sources(YamlMapping document) {
        Map<SourceKind, List<SourceSpec>> specs = new LinkedHashMap<>();
        YamlMapping sources = document.mapping("sources");
        if (sources == null) {
            return specs;
        }
        sources.known(SourceKind.sources().stream().map(SourceKind::key).toList());
        for (String key : sources.keys()) {
            SourceKind.of(key)
                    .ifPresent(kind -> sources.mappings(key).forEach(source -> {
                        SourceSpec spec = source(kind, source);
                        if (spec != null) {
                            specs.computeIfAbsent(kind, any -> new ArrayList<>())
                                    .add(spec);
                        }
                    }));
        }
        return specs;
    }

    private SourceSpec source(SourceKind kind, YamlMapping source) {
        source.known(SOURCE);
        Path path = existing(source);
        SourceSpec spec = spec(kind, source, path);
        return path == null ? null : spec;
    }

    /** Built even when its file is missing, so that what is wrong with the other keys is said too. */
    private SourceSpec spec(SourceKind kind, YamlMapping source, Path path) {
        String crs = source.text("crs");
        if (crs != null) {
            source.check("crs", () -> CoordinateSystem.of(crs));
        }
        String encoding = source.text("encoding");
        if (encoding != null) {
            source.check("encoding", () -> TextEncodings.charset(encoding));
        }
        YamlMapping fields = source.mapping("fields");
        if (fields != null) {
            fields.known(KindTargets.of(kind));
        }
        return new SourceSpec(
                kind,
                path == null ? file : path,
                crs,
                encoding,
                source.text("layer"),
                fields == null ? null : fields.allTexts(),
                source.text("where"),
                source.text("x"),
                source.text("y"),
                source.text("covered"),
                preset(source.text("preset")),
                source.truth("valid_only", false));
    }

    /** A tag table of the user's own is a path like the sources'. */
    private String preset(String preset) {
        return preset != null && preset.matches(".*[./\\\\].*")
                ? file.resolveSibling(UserPath.of(preset)).toString()
                : preset;
    }

    /** The file or folder that the mapping names; null with a problem when it is not there. */
    private Path existing(YamlMapping mapping) {
        String name = mapping.requiredText("file");
        return name == null ? null : existing(mapping, "file", name);
    }

    private Path existing(YamlMapping mapping, String key, String name) {
        try {
            Path path = file.resolveSibling(UserPath.of(name)).normalize();
            if (!Files.exists(path)) {
                mapping.problemAt(
                        key,
                        "names " + name + ", but there is no " + path
                                + "; check the name, paths are relative to the study file");
                return null;
            }
            return path;
        } catch (InvalidInputException e) {
            mapping.problemAt(key, "names " + e.headline());
            return null;
        }
    }

    private String name() {
        return file.getFileName().toString();
    }
}
