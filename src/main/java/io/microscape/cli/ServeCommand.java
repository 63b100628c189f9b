package io.microscape.cli;

import io.microscape.api.MicroscapeServer;
import io.microscape.pipeline.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The HTTP service. */
@Command(
        name = "serve",
        description = "Serve maps and API over HTTP; study files given are run first when they are new or changed.")
final class ServeCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "STUDY.yml", description = "Study files.")
    private List<Path> studyFiles = List.of();

    @Option(names = "--port", description = "Port (default: $MICROSCAPE_PORT, else 8080; 0 for any free one).")
    private Integer port;

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = home.settings();
        try (ConsoleProgress progress = new ConsoleProgress(System.err);
                MicroscapeServer server = MicroscapeServer.start(
                        port == null ? settings : settings.withPort(port), studyFiles, progress)) {
            progress.close();
            spec.commandLine()
                    .getOut()
                    .println("Microscape is ready: map " + server.address() + "/ · WMS " + server.address() + "/wms");
            spec.commandLine().getOut().flush();
            server.await();
        }
        return 0;
    }
}
