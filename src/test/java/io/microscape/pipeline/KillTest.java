package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotAtlas;
import io.microscape.study.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed at any moment of a run loses nothing that was there, and the next run works. */
class KillTest {
    private static final Path STUDY =
            Path.of("sample-data", "chongqing", "study.yml").toAbsolutePath();
    private static final int KILLS = 12;

    @TempDir
    private Path home;

    @Test
    void whatWasThereSurvives() throws Exception {
        Settings settings = Settings.fromEnvironment(Map.of("MICROSCAPE_HOME", home.toString()));
        run(settings);
        List<String> rows = rows(settings);
        List<String> layers = layers();
        long wholeRun = timeOf(startRun());
        Random random = new Random(20261121);
        for (int i = 0; i < KILLS; i++) {
            Process process = startRun();
            process.waitFor((long) (random.nextDouble() * wholeRun), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            assertThat(rows(settings)).as("rows after kill " + i).isEqualTo(rows);
            assertThat(layers()).as("layers after kill " + i).isEqualTo(layers);
        }
        run(settings);
        assertThat(rows(settings)).isEqualTo(rows);
        assertThat(layers()).isEqualTo(layers);
    }

    private Process startRun() throws IOException {
        Path log = home.resolveSibling(home.getFileName() + ".log");
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.microscape.cli.Microscape",
                        "run",
                        STUDY.toString(),
                        "--home",
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static long timeOf(Process process) throws InterruptedException {
        long start = System.nanoTime();
        assertThat(process.waitFor()).isZero();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void run(Settings settings) {
        try (Workspace workspace = Workspace.open(settings)) {
            workspace.pipeline().run(STUDY, Progress.NONE);
        }
    }

    private static List<String> rows(Settings settings) {
        List<String> rows = new ArrayList<>();
        try (Workspace workspace = Workspace.open(settings)) {
            workspace.store().eachAtlasRow("chongqing", row -> rows.add(row.toString()));
        }
        return rows;
    }

    /** Name, version and features of each layer, every feature read. */
    private List<String> layers() throws IOException {
        List<String> layers = new ArrayList<>();
        SnapshotAtlas atlas = new SnapshotAtlas(home);
        for (PublishedLayer layer : atlas.layers()) {
            long[] features = {0};
            atlas.query(layer, null, feature -> features[0]++);
            layers.add(layer.qualifiedName() + " " + layer.version() + " " + features[0] + " "
                    + Files.size(layer.snapshot()));
        }
        return layers;
    }
}
