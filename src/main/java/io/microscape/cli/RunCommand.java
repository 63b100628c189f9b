package io.microscape.cli;

import io.microscape.pipeline.ImportSummary;
import io.microscape.pipeline.StudyPipeline.RunResult;
import io.microscape.pipeline.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main job: from a study file to published layers. */
@Command(name = "run", description = "Import, analyse, join and publish a study; prints a summary table.")
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STUDY.yml", description = "The study file.")
    private Path studyFile;

    @Option(
            names = "--all-rows",
            description = "Print every sampled space, not only the first " + AtlasTable.FIRST_ROWS + ".")
    private boolean allRows;

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace workspace = Workspace.open(home.settings());
                ConsoleProgress progress = new ConsoleProgress(System.err)) {
            RunResult result = workspace.pipeline().run(studyFile, progress);
            progress.close();
            CommandLine commandLine = spec.commandLine();
            result.imports().forEach(report -> ImportSummary.lines(report).forEach(commandLine.getErr()::println));
            result.analysis().lines().forEach(commandLine.getErr()::println);
            AtlasTable.print(
                    workspace.store(),
                    result.study(),
                    allRows ? Integer.MAX_VALUE : AtlasTable.FIRST_ROWS,
                    commandLine.getOut());
            ConnectivityTable.print(
                    workspace.store().connectivity(result.study().key()), commandLine.getOut());
            commandLine
                    .getErr()
                    .println("published "
                            + String.join(
                                    ", ",
                                    result.layers().stream()
                                            .map(layer -> layer.qualifiedName())
                                            .toList()));
            commandLine.getErr().println("to see the map: microscape serve " + studyFile);
        }
        return 0;
    }
}
