package io.microscape.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL's programs (Debian's gdal-bin and python3-gdal), the independent reader and writer of geographic files. */
public final class Gdal {
    private static final Pattern LAYER =
            Pattern.compile("Layer name: (?<name>.*?)\n.*?Feature Count: (?<count>\\d+)", Pattern.DOTALL);

    private Gdal() {}

    /** Feature counts by layer name as ogrinfo reports them. */
    public static Map<String, Long> featureCounts(Path file) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Matcher matcher = LAYER.matcher(run("ogrinfo", "-ro", "-so", "-al", file));
        while (matcher.find()) {
            counts.put(matcher.group("name").strip(), Long.parseLong(matcher.group("count")));
        }
        return counts;
    }

    /** Runs ogr2ogr; what it prints. */
    public static String ogr2ogr(String... arguments) {
        return run("ogr2ogr", (Object[]) arguments);
    }

    /** All features of a file as GDAL reads them: {@code properties} and {@code wkb} (hexadecimal), nothing rounded. */
    public static List<JsonNode> features(String dataset, String... openOptions) {
        List<Object> arguments = new ArrayList<>(List.of("src/test/resources/ogr/features.py", dataset));
        arguments.addAll(List.of(openOptions));
        return runWithoutWarning("/usr/bin/python3", arguments.toArray())
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What ogrinfo prints; it must not warn. */
    public static String info(Path dataset, String... options) {
        List<Object> arguments = new ArrayList<>(List.of(options));
        arguments.add(dataset);
        return runWithoutWarning("ogrinfo", arguments.toArray());
    }

    /** Runs one of GDAL's programs and returns what it prints; fails, and says what to install, where there is none. */
    public static String run(String program, Object... arguments) {
        return run(ProcessBuilder.Redirect.DISCARD, program, arguments);
    }

    /** Runs a program that must succeed without a warning, and returns what it prints. */
    public static String runWithoutWarning(String program, Object... arguments) {
        String output = run(null, program, arguments);
        if (output.contains("Warning ")) {
            throw new AssertionError(program + " " + List.of(arguments) + "\n" + output);
        }
        return output;
    }

    private static String run(ProcessBuilder.Redirect errors, String program, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        // or tiles read from a server are kept in the working folder
        builder.environment()
                .put(
                        "GDAL_DEFAULT_WMS_CACHE_PATH",
                        Path.of("target", "gdal-wms-cache").toString());
        if (errors == null) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(errors);
        }
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new AssertionError(
                    program + " cannot be run: install GDAL (Debian: apt install gdal-bin python3-gdal; .ci/run does)",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
