package io.microscape.cli;

import io.microscape.study.InvalidInputException;
import io.microscape.study.UserPath;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The command line. Exit codes: 0 done, 1 the work failed, 2 wrong usage. */
@Command(
        name = "microscape",
        mixinStandardHelpOptions = true,
        versionProvider = ProjectVersion.class,
        scope = ScopeType.INHERIT,
        description = "Landscape indices, life-cycle carbon accounts and maps of urban micro-spaces.",
        subcommands = {
            RunCommand.class,
            ImportCommand.class,
            AnalyseCommand.class,
            CarbonCommand.class,
            PublishCommand.class,
            ExportCommand.class,
            StatsCommand.class,
            ReportCommand.class,
            ServeCommand.class,
            CommunitiesCommand.class,
            CompareCommand.class,
            StudiesCommand.class,
            SampleCommand.class,
            BenchCommand.class
        })
public final class Microscape implements Runnable {
    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "On failure, print where in the program it happened.")
    private boolean stacktrace;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs the command that the arguments name, and exits with its code. */
    public static void main(String[] args) {
        // Charts and maps are drawn without a screen; without this macOS shows a dock icon.
        System.setProperty("java.awt.headless", "true");
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        Microscape microscape = new Microscape();
        return new CommandLine(microscape)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, Microscape::path)
                .setExecutionExceptionHandler((e, command, parsed) -> microscape.report(e, command.getErr()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static Path path(String name) {
        try {
            return UserPath.of(name);
        } catch (InvalidInputException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** Whether the program is being ended by a signal: what then fails was cut off, and is no fault to report. */
    private static boolean isEnding() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private int report(Exception e, PrintWriter err) {
        if (isEnding()) {
            return 1;
        }
        if (e instanceof InvalidInputException) {
            err.println("microscape: " + e.getMessage());
        } else {
            err.println("microscape: internal error: " + e.getClass().getSimpleName()
                    + (e.getMessage() == null
                            ? ""
                            : ": " + e.getMessage().lines().findFirst().orElse(""))
                    + (stacktrace ? "" : "; run it again with --stacktrace and report what it prints"));
        }
        if (stacktrace) {
            e.printStackTrace(err);
        }
        err.flush();
        return 1;
    }
}
