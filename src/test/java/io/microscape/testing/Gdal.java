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

/** GDAL's command-line programs (Debian's gdal-bin), the independent reader and writer of geographic files. */
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

    /** Runs one of GDAL's programs and returns what it prints; fails, and says what to install, where there is none. */
    public static String run(String program, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException(program + " cannot be run: install GDAL (Debian: apt install gdal-bin)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
