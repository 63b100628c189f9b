package io.microscape.statistics;

import io.microscape.statistics.Correlation.Coefficient;
import io.microscape.study.LocalizedText;
import io.microscape.study.SpatialStatistic;
import io.microscape.study.SpatialStatistic.HotSpot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the statistics of one account say, in words made from the numbers, English and Chinese. What is not significant after
 * adjustment is said not to be; nothing is said of causes but that there is no telling.
 */
final class Findings {
    /** Below this number of spaces a warning stands beside the finding. */
    private static final int SMALL = 20;

    /** VIF from which coefficients of a model should not be read one by one. */
    private static final double HIGH_VIF = 10;

    private final Map<String, LocalizedText> titles;
    private final LocalizedText account;

    /** @param titles readable names of the columns */
    Findings(Map<String, LocalizedText> titles, String account) {
        this.titles = titles;
        this.account = titles.get(account);
    }

    List<LocalizedText> of(List<Correlation> correlations, LinearModel model, SpatialPattern pattern) {
        List<LocalizedText> findings = new ArrayList<>();
        findings.add(ofCorrelations(correlations));
        findings.addAll(ofUntested(correlations));
        ofModel(model, correlations).ifPresent(findings::add);
        ofPattern(pattern).ifPresent(findings::add);
        return findings;
    }

    private LocalizedText ofCorrelations(List<Correlation> correlations) {
        List<Correlation> tested = correlations.stream()
                .filter(correlation -> correlation.pearson() != null)
                .sorted(Comparator.comparingDouble(
                        correlation -> correlation.pearson().p()))
                .toList();
        if (tested.isEmpty()) {
            return new LocalizedText(
                    capital(account.en()) + " could not be tested against any index.", account.zh() + "无法与任何指标作相关检验。");
        }
        List<Correlation> significant = tested.stream()
                .filter(correlation -> correlation.pearson().isSignificant())
                .toList();
        LocalizedText said = significant.isEmpty() ? nothing(tested) : relations(significant, tested);
        int n = tested.stream().mapToInt(Correlation::n).min().orElse(0);
        return n >= SMALL
                ? said
                : new LocalizedText(
                        said.en() + " With only " + n + " spaces, a single one can make or hide a relation.",
                        said.zh() + "样本仅 " + n + " 个空间，个别空间即可左右结果，宜谨慎解读。");
    }

    private LocalizedText relations(List<Correlation> significant, List<Correlation> tested) {
        int m = tested.size();
        String en = significant.stream()
                .map(correlation -> relationEn(correlation, m))
                .collect(Collectors.joining("; "));
        String zh = significant.stream()
                .map(correlation -> relationZh(correlation, m))
                .collect(Collectors.joining("；"));
        int others = m - significant.size();
        String restEn = others == 0
                ? ""
                : m == 1 ? "" : " No other index does after adjustment for the " + m + " indices tested (Holm).";
        String restZh = others == 0 ? "" : "经 Holm 法对 " + m + " 个指标作多重检验校正后，其余指标均不显著。";
        return new LocalizedText(
                capital(en) + "." + restEn + " This is association, not proof of cause.",
                zh + "。" + restZh + "相关并不等于因果。");
    }

    private String relationEn(Correlation correlation, int m) {
        Coefficient pearson = correlation.pearson();
        return "%s %s %s: r = %s, %s%s, n = %d%s"
                .formatted(
                        titles.get(correlation.index()).en(),
                        pearson.value() > 0 ? "goes with" : "goes against",
                        account.en(),
                        number(pearson.value(), 2),
                        p(pearson.p()),
                        m == 1 ? "" : " (" + pBare(pearson.pHolm()) + " adjusted)",
                        correlation.n(),
                        ranks(correlation)
                                ? ""
                                : "; by ranks it does not hold (ρ = %s, %s adjusted), so single large values may carry it"
                                        .formatted(
                                                number(correlation.spearman().value(), 2),
                                                p(correlation.spearman().pHolm())));
    }

    private String relationZh(Correlation correlation, int m) {
        Coefficient pearson = correlation.pearson();
        return "%s与%s呈显著%s相关：r = %s，%s%s，n = %d%s"
                .formatted(
                        titles.get(correlation.index()).zh(),
                        account.zh(),
                        pearson.value() > 0 ? "正" : "负",
                        number(pearson.value(), 2),
                        p(pearson.p()),
                        m == 1 ? "" : "（校正后 " + p(pearson.pHolm()) + "）",
                        correlation.n(),
                        ranks(correlation)
                                ? ""
                                : "；但按秩次检验不显著（ρ = %s，校正后 %s），该关系可能由少数大值主导"
                                        .formatted(
                                                number(correlation.spearman().value(), 2),
                                                p(correlation.spearman().pHolm())));
    }

    private static boolean ranks(Correlation correlation) {
        return correlation.spearman() == null
                || correlation.spearman().isSignificant()
                        && correlation.spearman().value()
                                        * correlation.pearson().value()
                                > 0;
    }

    private LocalizedText nothing(List<Correlation> tested) {
        int m = tested.size();
        Correlation strongest = tested.get(0);
        Coefficient pearson = strongest.pearson();
        LocalizedText index = titles.get(strongest.index());
        String en = (m == 1
                        ? "%s does not go with %s at the 5 %% level: ".formatted(capital(index.en()), account.en())
                        : "None of the %d indices goes with %s at the 5 %% level after adjustment (Holm). The strongest is %s: "
                                .formatted(m, account.en(), index.en()))
                + "r = %s, %s%s, n = %d."
                        .formatted(
                                number(pearson.value(), 2),
                                p(pearson.p()),
                                m == 1 ? "" : " (" + pBare(pearson.pHolm()) + " adjusted)",
                                strongest.n());
        String zh = (m == 1
                        ? "%s与%s在 5%% 水平上无显著相关：".formatted(index.zh(), account.zh())
                        : "经 Holm 校正，%d 个指标与%s在 5%% 水平上均无显著相关。其中最强者为%s：".formatted(m, account.zh(), index.zh()))
                + "r = %s，%s%s，n = %d。"
                        .formatted(
                                number(pearson.value(), 2),
                                p(pearson.p()),
                                m == 1 ? "" : "（校正后 " + p(pearson.pHolm()) + "）",
                                strongest.n());
        if (m > 1 && pearson.p() < Correlation.LEVEL) {
            en += " Taken alone it would count as significant, but among %d tests such a value comes easily by chance."
                    .formatted(m);
            zh += "单独检验虽可视为显著，但同时检验 %d 个指标时，偶然出现此类结果并不罕见。".formatted(m);
        }
        return new LocalizedText(en + " That is no proof that there is no relation.", zh + "未见显著相关，并不证明没有关系。");
    }

    private List<LocalizedText> ofUntested(List<Correlation> correlations) {
        return correlations.stream()
                .filter(correlation -> correlation.reason() != null)
                .map(correlation -> new LocalizedText(
                        "%s was not tested against %s: %s."
                                .formatted(
                                        capital(titles.get(correlation.index()).en()),
                                        account.en(),
                                        correlation.reason().en()),
                        "%s与%s未作检验：%s。"
                                .formatted(
                                        titles.get(correlation.index()).zh(),
                                        account.zh(),
                                        correlation.reason().zh())))
                .toList();
    }

    private Optional<LocalizedText> ofModel(LinearModel model, List<Correlation> correlations) {
        if (model.reason() != null) {
            return Optional.of(new LocalizedText(
                    "No joint model of %s: %s."
                            .formatted(account.en(), model.reason().en()),
                    "未建立%s的多元回归模型：%s。".formatted(account.zh(), model.reason().zh())));
        }
        int predictors = model.terms().size() - 1;
        if (predictors < 2) {
            return Optional.empty();
        }
        boolean significant = model.fP() < Correlation.LEVEL;
        String numbers = "R² = %s, adjusted %s, %s, n = %d"
                .formatted(number(model.rSquared(), 2), number(model.adjustedRSquared(), 2), p(model.fP()), model.n());
        String numbersZh = "R² = %s，调整后 %s，%s，n = %d"
                .formatted(number(model.rSquared(), 2), number(model.adjustedRSquared(), 2), p(model.fP()), model.n());
        List<String> inflated = model.terms().stream()
                .filter(term -> term.vif() != null && term.vif() >= HIGH_VIF)
                .map(LinearModel.Term::name)
                .toList();
        String en = significant
                ? "Together the %d indices account for %.0f %% of the variance of %s (%s)."
                        .formatted(predictors, 100 * model.rSquared(), account.en(), numbers)
                : "Together the %d indices explain no more of %s than chance would (%s)."
                        .formatted(predictors, account.en(), numbers);
        String zh = significant
                ? "%d 个指标合计可解释%s %.0f%% 的方差（%s）。".formatted(predictors, account.zh(), 100 * model.rSquared(), numbersZh)
                : "%d 个指标合计对%s的解释力不高于随机水平（%s）。".formatted(predictors, account.zh(), numbersZh);
        if (!inflated.isEmpty()) {
            en += " %s overlap with the other indices (VIF of %.0f or more): read no single coefficient of theirs."
                    .formatted(capital(names(inflated, LocalizedText::en, ", ")), HIGH_VIF);
            zh += "%s与其他指标高度重叠（VIF ≥ %.0f），其单项系数不宜解读。".formatted(names(inflated, LocalizedText::zh, "、"), HIGH_VIF);
        }
        return Optional.of(new LocalizedText(en, zh));
    }

    private Optional<LocalizedText> ofPattern(SpatialPattern pattern) {
        if (pattern.reason() != null) {
            return Optional.of(new LocalizedText(
                    "No spatial pattern of %s: %s."
                            .formatted(account.en(), pattern.reason().en()),
                    "未计算%s的空间格局：%s。".formatted(account.zh(), pattern.reason().zh())));
        }
        String numbers = "Moran's I = %s, %s by %d permutations, n = %d"
                .formatted(
                        number(pattern.moran(), 2),
                        p(pattern.p()),
                        pattern.settings().permutations(),
                        pattern.n());
        String numbersZh = "Moran's I = %s，%d 次置换检验 %s，n = %d"
                .formatted(number(pattern.moran(), 2), pattern.settings().permutations(), p(pattern.p()), pattern.n());
        boolean significant = pattern.p() < Correlation.LEVEL;
        boolean alike = pattern.moran() > pattern.expected();
        String en = !significant
                ? "%s is spread over the spaces of the map as by chance (%s).".formatted(capital(account.en()), numbers)
                : alike
                        ? "Spaces near each other are alike in %s (%s).".formatted(account.en(), numbers)
                        : "Spaces near each other differ in %s more than chance would have it (%s)."
                                .formatted(account.en(), numbers);
        String zh = !significant
                ? "%s在空间上未见显著集聚或离散（%s）。".formatted(account.zh(), numbersZh)
                : alike
                        ? "%s在空间上呈显著集聚，相邻空间数值相近（%s）。".formatted(account.zh(), numbersZh)
                        : "%s在空间上呈显著离散，相邻空间数值相异（%s）。".formatted(account.zh(), numbersZh);
        long hot = count(pattern, HotSpot.HOT_95, HotSpot.HOT_99);
        long cold = count(pattern, HotSpot.COLD_95, HotSpot.COLD_99);
        double byChance = Correlation.LEVEL * (pattern.n() - pattern.islands());
        en +=
                " Gi* marks %d of them as hot and %d as cold spots at the 5 %% level; about %s would be marked by chance alone."
                        .formatted(hot, cold, number(byChance, byChance < 10 ? 1 : 0));
        zh += "Gi* 在 5%% 水平上识别出 %d 个热点、%d 个冷点；仅凭偶然约会出现 %s 个。"
                .formatted(hot, cold, number(byChance, byChance < 10 ? 1 : 0));
        return Optional.of(new LocalizedText(en, zh));
    }

    private static long count(SpatialPattern pattern, HotSpot... classes) {
        return pattern.spaces().stream()
                .map(SpatialStatistic::hotSpot)
                .filter(List.of(classes)::contains)
                .count();
    }

    private String names(List<String> columns, Function<LocalizedText, String> language, String separator) {
        return columns.stream().map(titles::get).map(language).collect(Collectors.joining(separator));
    }

    private static String p(double p) {
        return p < 0.001 ? "p < 0.001" : "p = " + pBare(p);
    }

    private static String pBare(double p) {
        return p < 0.001 ? "< 0.001" : number(p, 3);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
