package io.microscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The statistics of the sample study, whose indices are computed from its geometry. */
class StatsCommandTest {
    @TempDir
    private static Path home;

    private static JsonNode statistics;

    @BeforeAll
    static void run() {
        assertThat(CommandRun.in(home, "run", "sample-data/chongqing/study.yml").exitCode())
                .isZero();
        CommandRun stats = CommandRun.in(home, "stats", "chongqing", "--json");
        assertThat(stats.exitCode()).as(stats.err()).isZero();
        statistics = JsonMapper.shared().readTree(stats.out());
    }

    /** The anchor values of the definitions page, to the four decimals it gives. */
    @Test
    void theAnchorsHold() {
        assertThat(value("canopy_cover", "vegetation_sink_kg", "pearson")).isCloseTo(0.5291, within(1e-4));
        assertThat(value("canopy_cover", "vegetation_sink_kg", "spearman")).isCloseTo(0.6054, within(1e-4));
        assertThat(value("canopy_cover", "net_carbon_kg", "pearson")).isCloseTo(0.5921, within(1e-4));
        assertThat(value("canopy_cover", "net_carbon_kg", "spearman")).isCloseTo(0.6415, within(1e-4));
        assertThat(value("connectivity", "net_carbon_kg", "pearson")).isCloseTo(-0.3846, within(1e-4));
        assertThat(value("green_ratio", "vegetation_sink_kg", "pearson")).isCloseTo(-0.2629, within(1e-4));
    }

    @Test
    void onlySampledSpacesWithAnAccountEnter() {
        assertThat(statistics.get("spaces").asInt()).isEqualTo(27);
        assertThat(statistics.get("sampled_without_account").asInt()).isZero();
    }

    @Test
    void theTablesShowTheFindingInBothLanguages() {
        CommandRun stats = CommandRun.in(home, "stats", "chongqing", "--account", "vegetation_sink_kg");
        assertThat(stats.out())
                .contains("0.5291")
                .contains("Canopy cover goes with vegetation sink: r = 0.53")
                .contains("树冠覆盖率与植被碳汇呈显著正相关")
                .doesNotContain("net_carbon_kg");
    }

    @Test
    void aColumnThatThereIsNotIsRefusedWithThoseThereAre() {
        CommandRun stats = CommandRun.in(home, "stats", "chongqing", "--indices", "name");
        assertThat(stats.exitCode()).isEqualTo(1);
        assertThat(stats.firstError()).contains("column 'name'").contains("canopy_cover");
    }

    @Test
    void aStudyWithoutAccountsHasNoStatistics() {
        Path other = home.resolve("other");
        CommandRun imported = CommandRun.in(
                other, "import", "town", "spaces", "sample-data/chongqing/spaces.geojson", "--field", "code=code");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        CommandRun stats = CommandRun.in(other, "stats", "town");
        assertThat(stats.exitCode()).isEqualTo(1);
        assertThat(stats.firstError()).contains("none of its sampled spaces has a carbon account");
    }

    private static double value(String index, String account, String coefficient) {
        for (JsonNode correlation : statistics.get("correlations")) {
            if (correlation.get("index").asString().equals(index)
                    && correlation.get("account").asString().equals(account)) {
                return correlation.get(coefficient).get("value").asDouble();
            }
        }
        throw new AssertionError("no correlation of " + index + " with " + account);
    }
}
