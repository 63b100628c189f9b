package io.microscape.cli;

import static io.microscape.cli.TextTable.number;

import io.microscape.statistics.Correlation;
import io.microscape.statistics.Correlation.Coefficient;
import io.microscape.statistics.LinearModel;
import io.microscape.statistics.SpatialPattern;
import io.microscape.statistics.StudyStatistics;
import io.microscape.study.NeighbourRule;
import io.microscape.study.SpatialSettings;
import io.microscape.study.SpatialStatistic;
import io.microscape.study.SpatialStatistic.Cluster;
import io.microscape.study.SpatialStatistic.HotSpot;
import java.io.PrintWriter;
import java.util.List;

/** Statistics as text tables. */
final class StatisticsTables {
    private final StudyStatistics statistics;

    StatisticsTables(StudyStatistics statistics) {
        this.statistics = statistics;
    }

    void print(PrintWriter out) {
        out.println(statistics.spaces() + " sampled spaces with a carbon account in study " + statistics.study()
                + (statistics.sampledWithoutAccount() == 0
                        ? ""
                        : "; " + statistics.sampledWithoutAccount() + " without one are left out"));
        out.println();
        printCorrelations(out);
        statistics.models().forEach(model -> print(out, model));
        statistics.spatial().forEach(pattern -> print(out, pattern));
        statistics.findings().forEach(finding -> {
            out.println(finding.en());
            out.println(finding.zh());
        });
    }

    private void printCorrelations(PrintWriter out) {
        out.println("Correlation (p two-sided; p_holm adjusted for the indices tested with the account)");
        TextTable table = new TextTable(2);
        table.add(List.of("account", "index", "n", "pearson_r", "p", "p_holm", "spearman_rho", "p", "p_holm", ""));
        for (Correlation correlation : statistics.correlations()) {
            Coefficient pearson = correlation.pearson();
            Coefficient spearman = correlation.spearman();
            table.add(List.of(
                    correlation.account(),
                    correlation.index(),
                    Integer.toString(correlation.n()),
                    number(pearson == null ? null : pearson.value(), 4),
                    p(pearson == null ? null : pearson.p()),
                    p(pearson == null ? null : pearson.pHolm()),
                    number(spearman == null ? null : spearman.value(), 4),
                    p(spearman == null ? null : spearman.p()),
                    p(spearman == null ? null : spearman.pHolm()),
                    correlation.reason() == null ? "" : correlation.reason().en()));
        }
        table.print(out);
        out.println();
    }

    private static void print(PrintWriter out, LinearModel model) {
        out.println("Least squares of " + model.account() + ", n = " + model.n() + ", left out " + model.leftOut());
        if (!model.leftOutPredictors().isEmpty()) {
            out.println("not in the model, for no space has a value: " + String.join(", ", model.leftOutPredictors()));
        }
        if (model.reason() != null) {
            out.println("none: " + model.reason().en());
            out.println();
            return;
        }
        TextTable table = new TextTable(1);
        table.add(List.of("term", "coefficient", "std_error", "t", "p", "standardized", "vif"));
        model.terms()
                .forEach(term -> table.add(List.of(
                        term.name(),
                        number(term.coefficient(), 4),
                        number(term.standardError(), 4),
                        number(term.t(), 3),
                        p(term.p()),
                        number(term.standardized(), 3),
                        number(term.vif(), 2))));
        table.print(out);
        out.println("R2 = " + number(model.rSquared(), 4) + ", adjusted R2 = " + number(model.adjustedRSquared(), 4)
                + ", residual standard error " + number(model.residualStandardError(), 2) + " on "
                + model.degreesOfFreedom() + " degrees of freedom, F = " + number(model.f(), 3) + ", p = "
                + p(model.fP()));
        out.println();
    }

    private static void print(PrintWriter out, SpatialPattern pattern) {
        SpatialSettings settings = pattern.settings();
        NeighbourRule rule = settings.neighbours();
        out.println("Spatial pattern of " + pattern.variable() + ": neighbours "
                + (rule.kind() == NeighbourRule.Kind.NEAREST
                        ? "the " + number(rule.value(), 0) + " nearest"
                        : "within " + rule.value() + " m")
                + " (edge to edge), " + settings.permutations() + " permutations, seed " + settings.seed());
        if (pattern.reason() != null) {
            out.println("none: " + pattern.reason().en());
            out.println();
            return;
        }
        out.println("Moran's I = " + number(pattern.moran(), 4) + ", expected " + number(pattern.expected(), 4)
                + ", p = " + p(pattern.p()) + ", n = " + pattern.n() + ", islands " + pattern.islands());
        List<SpatialStatistic> marked = pattern.spaces().stream()
                .filter(space -> space.hotSpot() != null
                        && (space.hotSpot() != HotSpot.NOT_SIGNIFICANT || space.cluster() != Cluster.NOT_SIGNIFICANT))
                .toList();
        if (!marked.isEmpty()) {
            TextTable table = new TextTable(1);
            table.add(List.of("code", "neighbours", "local_i", "gi_star_z", "p", "cluster", "hot_spot"));
            marked.forEach(space -> table.add(List.of(
                    space.code(),
                    Integer.toString(space.neighbours()),
                    number(space.localMoran(), 4),
                    number(space.giStarZ(), 3),
                    p(space.p()),
                    space.cluster().label(),
                    space.hotSpot().label())));
            table.print(out);
        }
        out.println();
    }

    private static String p(Double p) {
        return p == null ? "-" : p < 0.0001 ? "<0.0001" : number(p, 4);
    }
}
