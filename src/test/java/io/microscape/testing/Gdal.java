package io.microscape.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** GDAL's command line tools (Debian's gdal-bin), the independent source of figures about geographic files. */
public final class Gdal {
    private Gdal() {}

    /** Runs a tool and returns what it prints; the test is skipped where GDAL is not installed. */
    public static String run(String tool, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(tool));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit);
            }
            return output;
        } catch (IOException e) {
            Assumptions.abort("skipped: " + tool + " is not installed (Debian package gdal-bin)");
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
