package io.microscape.cli;

import io.microscape.pipeline.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what is in the store. */
@Command(name = "studies", description = "List the studies in the store.")
final class StudiesCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace workspace = Workspace.open(home.settings())) {
            workspace
                    .store()
                    .studies()
                    .forEach(study -> spec.commandLine()
                            .getOut()
                            .println(study.key() + "  " + study.title().both() + "  " + study.crs() + "  "
                                    + workspace.store().counts(study.key())));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
