package io.microscape.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(name = "microscape", mixinStandardHelpOptions = true)
public final class Microscape {
    /** Runs the command named by the arguments. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Microscape()).execute(args));
    }
}
