package io.microscape.cli;

import io.microscape.sample.SampleStudyGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the sample study: illustrative geometry to published figures. */
@Command(
        name = "sample",
        description = "Lay out the sample study: geometry made so that its indices equal the published ones.")
final class SampleCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TABLE.csv", description = "The published table of micro-spaces.")
    private Path table;

    @Parameters(index = "1", paramLabel = "DIR", description = "Folder to write the study into.")
    private Path folder;

    @Option(
            names = "--seed",
            defaultValue = "" + SampleStudyGenerator.SEED,
            description = "Seed of the layout (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        new SampleStudyGenerator(seed).write(table, folder);
        spec.commandLine().getErr().println("wrote " + folder.resolve("study.yml"));
        return 0;
    }
}
