package io.microscape.cli;

import io.microscape.pipeline.Settings;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the command finds database and published layers. */
final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder of the embedded database and the published layers"
                    + " (default: $MICROSCAPE_HOME, else ./microscape-data).")
    private Path home;

    Settings settings() {
        Settings settings = Settings.fromEnvironment(System.getenv());
        return home == null ? settings : settings.withHome(home);
    }
}
