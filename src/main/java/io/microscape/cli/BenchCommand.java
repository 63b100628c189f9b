package io.microscape.cli;

import io.microscape.sample.EngineTrial;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmarks that need nothing but the program; those that compare it with others are in the folder bench. */
@Command(name = "bench", description = "Measure how fast the program is on this machine.")
final class BenchCommand {
    /** Spaces after which the virtual machine has compiled what it will. */
    private static final int WARM_UP_SPACES = 100_000;

    @Spec
    private CommandSpec spec;

    @Command(
            name = "index-engine",
            description = "Compute the indices of a seeded synthetic town: 2 surfaces, 2 roads and 5 trees a space.")
    int indexEngine(
            @Option(
                            names = "--spaces",
                            defaultValue = "10000",
                            description = "Spaces of the town (default: ${DEFAULT-VALUE}).")
                    int spaces,
            @Option(
                            names = "--rounds",
                            defaultValue = "5",
                            description = "Times to measure, after warming up (default: ${DEFAULT-VALUE}).")
                    int rounds) {
        if (spaces < 1 || rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--spaces and --rounds must be at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%d cores, Java %s, heap of %d MB%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20);
        warmUp(spaces);
        EngineTrial[] trials = new EngineTrial[rounds];
        for (int round = 0; round < rounds; round++) {
            trials[round] = EngineTrial.run(spaces);
            out.printf(
                    Locale.ROOT,
                    "round %d: indexing %.3f s, computing %.3f s, processor %.3f s%n",
                    round + 1,
                    trials[round].indexS(),
                    trials[round].computeS(),
                    trials[round].processorS());
            out.flush();
        }
        double median = Arrays.stream(trials)
                .mapToDouble(EngineTrial::measuredS)
                .sorted()
                .skip((rounds - 1) / 2)
                .findFirst()
                .orElseThrow();
        out.printf(
                Locale.ROOT,
                "median of %,d spaces: %.3f s, %.1f µs a space, %,.0f spaces a second%n",
                spaces,
                median,
                1e6 * median / spaces,
                spaces / median);
        out.flush();
        return 0;
    }

    private static void warmUp(int spaces) {
        int size = Math.min(spaces, WARM_UP_SPACES / 10);
        for (int done = 0; done < WARM_UP_SPACES; done += size) {
            EngineTrial.run(size);
        }
    }
}
