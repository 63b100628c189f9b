package io.microscape.cli;

import io.microscape.pipeline.Workspace;
import io.microscape.statistics.StatisticsJson;
import io.microscape.statistics.StudyStatistics;
import io.microscape.study.Study;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Correlation, regression and spatial pattern of a study's carbon accounts. */
@Command(
        name = "stats",
        description = "How the landscape indices go with the carbon accounts of the sampled spaces: correlation,"
                + " regression, spatial pattern, and what they say.")
final class StatsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STUDY", description = "Study key or study file.")
    private String study;

    @Option(names = "--json", description = "Print all numbers as JSON.")
    private boolean json;

    @Mixin
    private StatisticsOptions options;

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace workspace = Workspace.open(home.settings())) {
            Study found = workspace.pipeline().study(study);
            StudyStatistics statistics = workspace.pipeline().statistics(found, options.request(found.parameters()));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(StatisticsJson.write(statistics));
            } else {
                new StatisticsTables(statistics).print(out);
            }
            out.flush();
        }
        return 0;
    }
}
