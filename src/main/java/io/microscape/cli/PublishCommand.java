package io.microscape.cli;

import io.microscape.pipeline.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a study's layers anew. */
@Command(name = "publish", description = "Publish the layers of a study anew; a running server shows them at once.")
final class PublishCommand implements Callable<Integer> {
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
            String key = workspace.pipeline().study(study).key();
            workspace
                    .pipeline()
                    .publish(key, progress)
                    .forEach(layer -> spec.commandLine()
                            .getOut()
                            .println(layer.qualifiedName() + "  " + layer.featureCount() + " features  version "
                                    + layer.version()));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
