package io.microscape.store;

import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.SourceKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that replaces the spaces and trees of a study, to be killed while it does so, or after. */
final class ImportInAnotherProcess implements AutoCloseable {
    /** Features of each kind. */
    static final int FEATURES = 8_000;

    private final Process process;
    private final BufferedReader said;

    private ImportInAnotherProcess(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it; the spaces will have the generation as their name. */
    static ImportInAnotherProcess start(StoreSettings settings, String study, String generation) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ImportInAnotherProcess.class.getName(),
                settings.home().toString(),
                study,
                generation));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (!settings.isEmbedded()) {
            builder.environment().put("MICROSCAPE_DB_URL", settings.url());
            builder.environment().put("MICROSCAPE_DB_USER", settings.user());
            builder.environment().put("MICROSCAPE_DB_PASSWORD", settings.password());
        }
        return new ImportInAnotherProcess(builder.start());
    }

    /** Waits until it says so; fails if it ends before. */
    void await(String word) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(word)) {
                return;
            }
        }
        throw new AssertionError("the process ended before it was " + word);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws InterruptedException {
        StoreSettings settings = StoreSettings.of(Path.of(arguments[0]), System.getenv());
        try (CloseableStudyStore store = StudyStores.open(settings);
                ImportSession session = store.beginImport(arguments[1])) {
            session.clear(SourceKind.SPACES);
            session.clear(SourceKind.TREES);
            System.out.println("begun");
            session.source(SourceKind.SPACES, "spaces.geojson");
            for (int i = 0; i < FEATURES; i++) {
                session.space(
                        new MicroSpace("s" + i, arguments[2], null, true, Samples.square(106 + i * 1e-5, 29.8, 1e-5)));
            }
            session.record(Samples.report(SourceKind.SPACES, "spaces.geojson", FEATURES), StudyStore.Origin.COMMAND);
            System.out.println("halfway");
            session.source(SourceKind.TREES, "trees.csv");
            for (int i = 0; i < FEATURES; i++) {
                session.crown(new Crown(Samples.wkt("POINT (106.4 29.8)"), 3.0, arguments[2]));
            }
            session.commit();
            System.out.println("committed");
            Thread.sleep(60_000);
        }
    }
}
