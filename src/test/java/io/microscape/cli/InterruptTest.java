package io.microscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.pipeline.Settings;
import io.microscape.pipeline.Workspace;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C during an analysis, in a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill -INT")
class InterruptTest {
    @TempDir
    private Path home;

    @Test
    void anInterruptedAnalysisLeavesTheOldResultsAndSaysSo() throws Exception {
        Path spaces = home.resolve("spaces.csv");
        Files.write(spaces, town(4000));
        assertThat(CommandRun.in(home, "import", "town", "spaces", spaces.toString(), "--crs", "EPSG:4544")
                        .exitCode())
                .isZero();
        CommandRun first = CommandRun.in(home, "analyse", "town");
        assertThat(first.err()).contains("indices of 4000 spaces computed, 0 unchanged");
        List<String> before = rows();

        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.microscape.cli.Microscape",
                        "analyse",
                        "--all",
                        "town",
                        "--home",
                        home.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader err =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.add(line);
                if (line.equals("reading the study")) {
                    new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .start()
                            .waitFor();
                }
            }
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(said).last().asString().startsWith("microscape: interrupted while ");
        assertThat(rows()).isEqualTo(before);
        assertThat(CommandRun.in(home, "analyse", "town").err())
                .contains("indices of 0 spaces computed, 4000 unchanged");
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        try (Workspace workspace =
                Workspace.open(Settings.fromEnvironment(Map.of("MICROSCAPE_HOME", home.toString())))) {
            workspace.store().eachAtlasRow("town", row -> rows.add(row.toString()));
        }
        return rows;
    }

    private static List<String> town(int spaces) {
        List<String> lines = new ArrayList<>(List.of("code;wkt"));
        for (int i = 0; i < spaces; i++) {
            int x = 440_000 + i % 100 * 30;
            int y = 3_300_000 + i / 100 * 30;
            lines.add(String.format(
                    Locale.ROOT, "S%d;POLYGON ((%d %d, %d %d, %d %d, %d %d))", i, x, y, x + 20, y, x, y + 20, x, y));
        }
        return lines;
    }
}
