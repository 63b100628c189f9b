package io.microscape.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** GDAL's command-line programs as an independent reader and writer of vector files. */
public final class Gdal {
    private static final Pattern LAYER =
            Pattern.compile("Layer name: (?<name>.*?)\n.*?Feature Count: (?<count>\\d+)", Pattern.DOTALL);

    private Gdal() {}

    /** Feature counts by layer name as ogrinfo reports them. */
    public static Map<String, Long> featureCounts(Path file) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Matcher matcher = LAYER.matcher(run("ogrinfo", "-ro", "-so", "-al", file.toString()));
        while (matcher.find()) {
            counts.put(matcher.group("name").strip(), Long.parseLong(matcher.group("count")));
        }
        return counts;
    }

    /** Runs ogr2ogr; what it prints. */
    public static String ogr2ogr(String... arguments) {
        return run(Stream.concat(Stream.of("ogr2ogr"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static String run(String... command) {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("skipped: " + command[0] + " (Debian's gdal-bin) is not installed");
            throw new UncheckedIOException(e);
        }
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", List.of(command)) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
