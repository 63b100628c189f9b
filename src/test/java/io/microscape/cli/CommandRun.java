package io.microscape.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** A command run within the test's own process: exit code and what it printed. */
record CommandRun(int exitCode, String out, String err) {

    /** Runs a command on the embedded database below the home folder. */
    static CommandRun in(Path home, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--home");
        all.add(home.toString());
        return of(all.toArray(String[]::new));
    }

    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Microscape.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = commandLine.execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /** The first line on stderr that is the program's own word. */
    String firstError() {
        return err.lines()
                .filter(line -> line.startsWith("microscape: "))
                .findFirst()
                .orElse("");
    }
}
