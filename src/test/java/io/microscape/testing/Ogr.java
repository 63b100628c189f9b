package io.microscape.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL, as an independent reader of what we write. They are needed: without them a test fails. */
public final class Ogr {
    private Ogr() {}

    /** All features of a file as GDAL reads them: {@code properties} and {@code wkb} (hexadecimal), nothing rounded. */
    public static List<JsonNode> features(String dataset, String... openOptions) {
        List<String> command =
                new ArrayList<>(List.of("/usr/bin/python3", "src/test/resources/ogr/features.py", dataset));
        command.addAll(List.of(openOptions));
        return run(command)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What {@code ogrinfo} prints. */
    public static String info(Path dataset, String... options) {
        List<String> command = new ArrayList<>(List.of("ogrinfo"));
        command.addAll(List.of(options));
        command.add(dataset.toString());
        return run(command);
    }

    /** Output of a command that must succeed without a warning. */
    public static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || output.contains("Warning ")) {
                throw new AssertionError(String.join(" ", command) + "\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new AssertionError(
                    command.get(0) + " cannot be run; install it (Debian: gdal-bin python3-gdal; .ci/run does)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
