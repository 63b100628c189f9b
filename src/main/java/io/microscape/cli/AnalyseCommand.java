package io.microscape.cli;

import io.microscape.pipeline.JoinReport;
import io.microscape.pipeline.Workspace;
import io.microscape.study.Study;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes a study's indices anew. */
@Command(name = "analyse", description = "Compute the indices of a study anew and join them with its carbon accounts.")
final class AnalyseCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STUDY", description = "Study key or study file.")
    private String study;

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace workspace = Workspace.open(home.settings());
                ConsoleProgress progress = new ConsoleProgress(System.err)) {
            Study found = workspace.pipeline().study(study);
            JoinReport join = workspace.pipeline().analyse(found.key(), progress);
            progress.close();
            join.lines().forEach(spec.commandLine().getErr()::println);
            AtlasTable.print(workspace.store(), found, spec.commandLine().getOut());
            ConnectivityTable.print(
                    workspace.store().connectivity(found.key()),
                    spec.commandLine().getOut());
        }
        return 0;
    }
}
