package io.microscape.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.study.LocalizedText;
import io.microscape.study.SpatialSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FindingsTest {
    @Test
    void ofTheVegetationSinkOfThePublishedSpacesOnlyCanopyStands() {
        LocalizedText finding = first(
                PublishedSpaces.sample(),
                "vegetation_sink_kg",
                "green_ratio",
                "road_density_15m",
                "connectivity",
                "species_richness",
                "canopy_cover");
        assertThat(finding.en())
                .startsWith("Canopy cover goes with vegetation sink kg: r = 0.53, p = 0.005 (0.023 adjusted), n = 27")
                .contains("No other index does after adjustment for the 5 indices tested (Holm).")
                .contains("not proof of cause")
                .doesNotContain("by ranks it does not hold");
        assertThat(finding.zh())
                .startsWith("中canopy_cover与中vegetation_sink_kg呈显著正相关：r = 0.53，p = 0.005（校正后 p = 0.023），n = 27")
                .contains("经 Holm 法对 5 个指标作多重检验校正后，其余指标均不显著")
                .contains("相关并不等于因果");
    }

    @Test
    void whereNothingIsSignificantItSaysSoAndNamesTheStrongest() {
        // the five indices without canopy: connectivity has p = 0.048, 0.19 adjusted
        LocalizedText finding = first(
                PublishedSpaces.sample(),
                "net_carbon_kg",
                "green_ratio",
                "road_density_15m",
                "connectivity",
                "species_richness");
        assertThat(finding.en())
                .startsWith("None of the 4 indices goes with net carbon kg at the 5 % level after adjustment (Holm)."
                        + " The strongest is connectivity: r = −0.38, p = 0.048 (0.190 adjusted), n = 27.")
                .contains("Taken alone it would count as significant, but among 4 tests")
                .contains("no proof that there is no relation");
        assertThat(finding.zh())
                .startsWith("经 Holm 校正，4 个指标与中net_carbon_kg在 5% 水平上均无显著相关。其中最强者为中connectivity：r = −0.38")
                .contains("单独检验虽可视为显著");
    }

    @Test
    void severalRelationsAreAllNamedWithTheirSigns() {
        Random random = new Random(1);
        double[] a = new double[40];
        double[] b = new double[40];
        double[] noise = new double[40];
        double[] y = new double[40];
        for (int i = 0; i < y.length; i++) {
            a[i] = random.nextGaussian();
            b[i] = random.nextGaussian();
            noise[i] = random.nextGaussian();
            y[i] = 3 * a[i] - 3 * b[i] + 0.5 * random.nextGaussian();
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("shade", a);
        columns.put("paving", b);
        columns.put("noise", noise);
        columns.put("y_kg", y);
        LocalizedText finding = first(PublishedSpaces.of(columns), "y_kg", "shade", "paving", "noise");
        assertThat(finding.en())
                .containsIgnoringCase("shade goes with y kg: r = 0.")
                .containsIgnoringCase("paving goes against y kg: r = −0.")
                .contains("No other index does");
        assertThat(finding.zh()).contains("中shade与中y_kg呈显著正相关").contains("中paving与中y_kg呈显著负相关");
    }

    @Test
    void aRelationThatOneValueCarriesIsToldFromTheRanks() {
        double[] x = new double[30];
        double[] y = new double[30];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * 17 % 30;
            y[i] = i * 11 % 30;
        }
        x[29] = 1000;
        y[29] = 1000;
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("x", x);
        columns.put("y_kg", y);
        LocalizedText finding = first(PublishedSpaces.of(columns), "y_kg", "x");
        assertThat(finding.en()).startsWith("X goes with y kg").contains("by ranks it does not hold");
        assertThat(finding.zh()).contains("但按秩次检验不显著");
    }

    @Test
    void aSmallSampleIsWarnedOf() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("x", new double[] {1, 2, 3, 4, 5, 6, 7});
        columns.put("y_kg", new double[] {1, 2, 3, 4, 5, 6, 8});
        LocalizedText finding = first(PublishedSpaces.of(columns), "y_kg", "x");
        assertThat(finding.en()).contains("With only 7 spaces").doesNotContain("adjusted");
        assertThat(finding.zh()).contains("样本仅 7 个空间");
    }

    @Test
    void whatCouldNotBeTestedIsNamedWithItsReason() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("x", new double[] {1, 1, 1, 1, 1, 1, 1});
        columns.put("y_kg", new double[] {1, 2, 3, 4, 5, 6, 8});
        List<LocalizedText> findings = findings(PublishedSpaces.of(columns), "y_kg", "x");
        assertThat(findings)
                .extracting(LocalizedText::en)
                .contains(
                        "Y kg could not be tested against any index.",
                        "X was not tested against y kg: x is the same in all spaces.",
                        "No joint model of y kg: x is the same in all spaces.");
        assertThat(findings).extracting(LocalizedText::zh).contains("中x与中y_kg未作检验：各空间的中x均相同。");
    }

    @Test
    void theSpatialPatternIsToldWithWhatChanceWouldGive() {
        double[] gradient = new double[40];
        double[] x = new double[40];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = i;
            x[i] = i * 17 % 40;
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("x", x);
        columns.put("y_kg", gradient);
        List<LocalizedText> findings = findings(PublishedSpaces.of(columns), "y_kg", "x");
        assertThat(findings.get(findings.size() - 1).en())
                .startsWith("Spaces near each other are alike in y kg (Moran's I = 0.9")
                .contains("about 2.0 would be marked by chance alone");
        assertThat(findings.get(findings.size() - 1).zh()).contains("呈显著集聚").contains("仅凭偶然约会出现 2.0 个");
    }

    private static LocalizedText first(Sample sample, String account, String... indices) {
        return findings(sample, account, indices).get(0);
    }

    private static List<LocalizedText> findings(Sample sample, String account, String... indices) {
        return StudyStatistics.of(
                        "town",
                        sample,
                        0,
                        new StatisticsRequest(List.of(account), List.of(indices), SpatialSettings.DEFAULTS))
                .findings();
    }
}
