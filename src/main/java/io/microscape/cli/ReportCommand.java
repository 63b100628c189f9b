package io.microscape.cli;

import io.microscape.atlas.SnapshotAtlas;
import io.microscape.pipeline.Settings;
import io.microscape.pipeline.StudyReport;
import io.microscape.pipeline.StudyReport.Format;
import io.microscape.pipeline.Workspace;
import io.microscape.portrayal.MapDrawing;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Study;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of a study. */
@Command(
        name = "report",
        description = "Write the report of a study, in English and Chinese: one self-contained .html file, or a .pdf.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STUDY", description = "Study key or study file.")
    private String study;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write: .html or .pdf.")
    private Path file;

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Format format = Format.of(file.getFileName().toString());
        Settings settings = home.settings();
        try (Workspace workspace = Workspace.open(settings)) {
            Study found = workspace.pipeline().study(study);
            SnapshotAtlas atlas = new SnapshotAtlas(settings.home());
            ByteArrayOutputStream report = new ByteArrayOutputStream();
            new StudyReport(workspace.store(), workspace.pipeline(), atlas, new MapDrawing(atlas))
                    .write(found, format, report);
            // written at once, so that a report that fails leaves no half file
            Files.write(file, report.toByteArray());
            spec.commandLine().getErr().println("report of " + found.key() + " written to " + file);
        } catch (IOException e) {
            throw new InvalidInputException(file + ": cannot be written: " + e.getMessage(), e);
        }
        return 0;
    }
}
