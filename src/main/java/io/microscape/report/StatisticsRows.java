package io.microscape.report;

import io.microscape.statistics.Correlation;
import io.microscape.statistics.Correlation.Coefficient;
import io.microscape.statistics.LinearModel;
import io.microscape.statistics.SpatialPattern;
import io.microscape.statistics.StudyStatistics;
import java.util.List;
import java.util.Map;

/** Statistics as rows of tables. */
final class StatisticsRows {
    private final StudyStatistics statistics;
    private final ReportWords words;

    StatisticsRows(StudyStatistics statistics, ReportWords words) {
        this.statistics = statistics;
        this.words = words;
    }

    List<Map<String, String>> correlations() {
        return statistics.correlations().stream().map(this::row).toList();
    }

    List<Map<String, Object>> models() {
        return statistics.models().stream().map(this::model).toList();
    }

    List<Map<String, String>> patterns() {
        return statistics.spatial().stream().map(this::row).toList();
    }

    private Map<String, String> row(Correlation correlation) {
        Coefficient pearson = correlation.pearson();
        Coefficient spearman = correlation.spearman();
        return Map.ofEntries(
                Map.entry("account", title(correlation.account())),
                Map.entry("index", title(correlation.index())),
                Map.entry("n", Integer.toString(correlation.n())),
                Map.entry("r", Numbers.fixed(pearson == null ? null : pearson.value(), 4)),
                Map.entry("p", Numbers.p(pearson == null ? null : pearson.p())),
                Map.entry("pHolm", Numbers.p(pearson == null ? null : pearson.pHolm())),
                Map.entry("rho", Numbers.fixed(spearman == null ? null : spearman.value(), 4)),
                Map.entry("rhoP", Numbers.p(spearman == null ? null : spearman.p())),
                Map.entry("rhoPHolm", Numbers.p(spearman == null ? null : spearman.pHolm())),
                Map.entry("kind", pearson != null && pearson.isSignificant() ? "significant" : ""),
                Map.entry(
                        "reason",
                        correlation.reason() == null ? "" : correlation.reason().in(words.language())));
    }

    private Map<String, Object> model(LinearModel model) {
        return Map.of(
                "account",
                title(model.account()),
                "reason",
                model.reason() == null ? "" : model.reason().in(words.language()),
                "summary",
                model.reason() != null
                        ? ""
                        : words.text("model.summary")
                                .formatted(
                                        model.n(),
                                        Numbers.fixed(model.rSquared(), 3),
                                        Numbers.fixed(model.adjustedRSquared(), 3),
                                        Numbers.fixed(model.f(), 2),
                                        Numbers.p(model.fP())),
                "terms",
                model.terms().stream().map(this::row).toList());
    }

    private Map<String, String> row(LinearModel.Term term) {
        return Map.of(
                "name", term.name().equals(LinearModel.INTERCEPT) ? words.text("intercept") : title(term.name()),
                "coefficient", Numbers.fixed(term.coefficient(), 2),
                "error", Numbers.fixed(term.standardError(), 2),
                "t", Numbers.fixed(term.t(), 2),
                "p", Numbers.p(term.p()),
                "standardized", Numbers.fixed(term.standardized(), 2),
                "vif", Numbers.fixed(term.vif(), 2));
    }

    private Map<String, String> row(SpatialPattern pattern) {
        return Map.of(
                "account", title(pattern.variable()),
                "moran", Numbers.fixed(pattern.moran(), 4),
                "expected", Numbers.fixed(pattern.expected(), 4),
                "p", Numbers.p(pattern.p()),
                "n", Integer.toString(pattern.n()),
                "reason", pattern.reason() == null ? "" : pattern.reason().in(words.language()));
    }

    private String title(String column) {
        return words.capital(statistics.title(column));
    }
}
