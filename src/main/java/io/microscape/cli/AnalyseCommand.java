package io.microscape.cli;

import io.microscape.pipeline.AnalysisResult;
import io.microscape.pipeline.Workspace;
import io.microscape.study.Study;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes a study's indices anew where something has changed. */
@Command(
        name = "analyse",
        description =
                "Compute those indices of a study anew that a change concerns, and join them with its carbon accounts.")
final class AnalyseCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STUDY", description = "Study key or study file.")
    private String study;

    @Option(names = "--all", description = "Compute every space, not only those for which something has changed.")
    private boolean all;

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
            Study found = workspace.pipeline().study(study);
            AnalysisResult result = workspace.pipeline().analyse(found.key(), all, progress);
            progress.close();
            result.lines().forEach(spec.commandLine().getErr()::println);
            AtlasTable.print(
                    workspace.store(),
                    found,
                    allRows ? Integer.MAX_VALUE : AtlasTable.FIRST_ROWS,
                    spec.commandLine().getOut());
            ConnectivityTable.print(
                    workspace.store().connectivity(found.key()),
                    spec.commandLine().getOut());
        }
        return 0;
    }
}
