package io.microscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of docs/scenarios.md, and scenarios that cannot be used. */
class CompareCommandTest {
    private static final Path EXAMPLE = Path.of("sample-data", "inventory-example");

    @TempDir
    private static Path home;

    @BeforeAll
    static void run() {
        CommandRun run = CommandRun.in(home, "run", EXAMPLE.resolve("study.yml").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** Sums by hand as in docs/scenarios.md. */
    @Test
    void theWorkedExample() throws IOException {
        JsonNode comparison = compare();
        JsonNode base = comparison.get("alternatives").get(0);
        JsonNode scenario = comparison.get("alternatives").get(1);
        assertThat(base.get("key").asText()).isEqualTo("base");
        assertThat(scenario.get("key").asText()).isEqualTo("low_carbon");
        assertThat(kg(base, "material_emission_kg")).isCloseTo(3574.8072, within(1e-4));
        assertThat(kg(scenario, "material_emission_kg")).isCloseTo(3372.1872, within(1e-4));
        assertThat(kg(scenario, "construction_emission_kg")).isCloseTo(102.5940, within(1e-4));
        assertThat(kg(base, "operation_emission_kg")).isCloseTo(3533.3055, within(1e-4));
        assertThat(kg(scenario, "operation_emission_kg")).isCloseTo(1801.6665, within(1e-4));
        assertThat(kg(scenario, "soil_sink_kg")).isEqualTo(kg(base, "soil_sink_kg"));
        assertThat(kg(base, "vegetation_sink_kg")).isCloseTo(15461.27, within(0.01));
        assertThat(kg(scenario, "vegetation_sink_kg")).isCloseTo(22774.64, within(0.01));
        assertThat(kg(base, "net_carbon_kg")).isCloseTo(9827.09, within(0.01));
        assertThat(kg(scenario, "net_carbon_kg")).isCloseTo(19074.72, within(0.01));
    }

    /**
     * From a computation of its own in Python: stock(D) = exp(-2.48 + 2.4835 ln D) · 1.23 · 0.47 · 44/12 with D growing by
     * 0.7 and 0.6 cm a year, soil in years 1 to 25, emissions of year 0 and a 50th of the operation each year.
     */
    @Test
    void theYearInWhichTheSpaceTurnsCarbonPositive() throws IOException {
        JsonNode alternatives = compare().get("alternatives");
        for (String who : List.of("total", "spaces")) {
            JsonNode base = who.equals("total")
                    ? alternatives.get(0).get(who)
                    : alternatives.get(0).get(who).get(0);
            JsonNode scenario = who.equals("total")
                    ? alternatives.get(1).get(who)
                    : alternatives.get(1).get(who).get(0);
            assertThat(base.get("carbon_positive_from_year").asInt()).isEqualTo(23);
            assertThat(scenario.get("carbon_positive_from_year").asInt()).isEqualTo(16);
            JsonNode ofBase = base.get("by_year").get("cumulative_net_kg");
            JsonNode ofScenario = scenario.get("by_year").get("cumulative_net_kg");
            assertThat(ofBase).hasSize(51);
            assertThat(ofBase.get(0).asDouble()).isCloseTo(-3677.4012, within(1e-4));
            assertThat(ofBase.get(10).asDouble()).isCloseTo(-2608.812, within(0.01));
            assertThat(ofBase.get(22).asDouble()).isCloseTo(-201.346, within(0.01));
            assertThat(ofBase.get(23).asDouble()).isCloseTo(61.780, within(0.01));
            assertThat(ofBase.get(50).asDouble()).isCloseTo(9827.094, within(0.01));
            assertThat(ofScenario.get(15).asDouble()).isCloseTo(-85.854, within(0.01));
            assertThat(ofScenario.get(16).asDouble()).isCloseTo(239.983, within(0.01));
        }
    }

    @Test
    void theStudyStaysAsItIs() throws IOException {
        Path before = home.resolve("before.csv");
        Path after = home.resolve("after.csv");
        CommandRun.in(home, "export", "inventory_example", before.toString());
        compare();
        CommandRun.in(home, "export", "inventory_example", after.toString());
        assertThat(after).hasSameTextualContentAs(before);
    }

    @Test
    void theTableAndTheCurves() throws IOException {
        Path csv = home.resolve("curves.csv");
        CommandRun run = CommandRun.in(
                home,
                "compare",
                "inventory_example",
                EXAMPLE.resolve("low-carbon.yml").toString(),
                "--csv",
                csv.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).anyMatch(line -> line.matches("net_carbon_kg +9827\\.09 +19074\\.72"));
        assertThat(run.out().lines()).anyMatch(line -> line.matches("carbon_positive_from_year +year 23 +year 16"));
        List<String> rows = Files.readAllLines(csv);
        // two alternatives, each all spaces and the one space, years 0 to 50
        assertThat(rows).hasSize(1 + 2 * 2 * 51);
        assertThat(rows.get(0)).isEqualTo("scenario,code,year,emission_kg,sink_kg,cumulative_net_kg");
    }

    @Test
    void allThatIsWrongWithAScenarioIsSaidAtOnce() throws IOException {
        Path file = Files.writeString(home.resolve("wrong.yml"), """
                scenario: wrong
                changes:
                  - scale: {activity: lamps}
                    by: {quantity: -1}
                  - remove: {stage: nowhere}
                  - repalce: {item: sand}
                    with: {item: cement}
                """);
        CommandRun run = CommandRun.in(home, "compare", "inventory_example", file.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.firstError()).contains("wrong.yml, line 4: changes[1].by.quantity is -1.0");
        assertThat(run.err())
                .contains("line 5: changes[2].remove.stage is \"nowhere\"")
                .contains("line 6: a change has no operation")
                .contains("replace");
    }

    @Test
    void changesThatDoNotFitTheStudyAreSaidAtOnce() throws IOException {
        Path file = Files.writeString(home.resolve("unfit.yml"), """
                scenario: unfit
                changes:
                  - remove: {item: marble}
                  - scale: {code: Z9}
                    by: {quantity: 2}
                  - replace: {item: 混凝土 C30}
                    with: {item: unobtainium}
                  - add: {code: C6, activity: lamps, item: 电网电力, quantity: 2, unit: kg, power_w: 10, hours_per_day: 5, days_per_year: 365}
                  - add_plants: {code: C6, species: 无名树, count: 2, dbh_cm: 10, dbh_growth_cm_per_year: 0.5}
                  - scale_account: {code: C6, component: operation_emission}
                    by: {amount: 0.5}
                """);
        CommandRun run = CommandRun.in(home, "compare", "inventory_example", file.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.firstError()).contains("unfit.yml, line 3: selects no inventory row of the study");
        assertThat(run.err())
                .contains("unfit.yml, line 4: no space has the code Z9")
                .contains("unfit.yml, line 6: the row at inventory.csv")
                .contains("unobtainium")
                .contains("unfit.yml, line 8: ")
                .contains("unfit.yml, line 9: the species \"无名树\"")
                .contains("unfit.yml, line 10: selects no given operation_emission_kg");
    }

    /**
     * By hand: the emissions of operation of B1 to B9 are 2.70 + 1.95 + 75.13 + 72.24 + 77.20 + 71.88 + 9.51 + 213.26 +
     * 281.35 = 805.22 kg; half of that is 402.61.
     */
    @Test
    void givenAccountsAreScaledAndInventoriesBehindThemDoNotShow(@TempDir Path own) throws IOException {
        CommandRun.in(own, "run", "sample-data/chongqing/study.yml");
        Path file = Files.writeString(own.resolve("half.yml"), """
                {"scenario": "half", "title": "Half the maintenance", "changes": [
                  {"scale_account": {"community": "泉外园社区", "component": "operation_emission"}, "by": {"amount": 0.5}},
                  {"add": {"code": "B1", "activity": "irrigation", "item": "tap water", "quantity": 1, "unit": "t",
                           "frequency_per_year": 1}}]}
                """);
        CommandRun run = CommandRun.in(own, "compare", "chongqing", file.toString(), "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode alternatives = new ObjectMapper().readTree(run.out()).get("alternatives");
        assertThat(kg(alternatives.get(0), "operation_emission_kg") - kg(alternatives.get(1), "operation_emission_kg"))
                .isCloseTo(402.61, within(1e-6));
        assertThat(alternatives.get(1).get("notes"))
                .singleElement()
                .satisfies(
                        note -> assertThat(note.asText()).contains("half.yml, line 3", "operation_emission_kg of B1"));
        assertThat(IntStream.range(0, 27)
                        .mapToObj(i -> alternatives.get(0).get("spaces").get(i).get("carbon_positive_from_year"))
                        .filter(year -> !year.isNull()))
                .hasSize(11);
    }

    private static JsonNode compare() throws IOException {
        CommandRun run = CommandRun.in(
                home,
                "compare",
                "inventory_example",
                EXAMPLE.resolve("low-carbon.yml").toString(),
                "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static double kg(JsonNode alternative, String column) {
        return alternative.get("total").get("kg").get(column).asDouble();
    }
}
