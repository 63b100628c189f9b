package io.microscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Communities from published tables to the command's answer, and tables that cannot be used. */
class CommunitiesCommandTest {
    private static final Path PUBLISHED = Path.of("sample-data", "published").toAbsolutePath();

    @TempDir
    private static Path home;

    @BeforeAll
    static void importTables() {
        succeed(
                "import",
                "towns",
                "communities",
                PUBLISHED.resolve("communities.csv").toString(),
                "--field",
                "code=community",
                "--field",
                "name=community_en",
                "--field",
                "total_t_per_person_year=published_total_t_per_person_year",
                "--field",
                "total_kg_per_m2_year=published_total_kg_per_m2_year");
        succeed(
                "import",
                "towns",
                "community_carbon",
                PUBLISHED.resolve("community_carbon.csv").toString());
        succeed(
                "import",
                "towns",
                "renovation",
                PUBLISHED.resolve("renovation_cases.csv").toString(),
                "--field",
                "total_10kt=published_total_10kt");
    }

    @Test
    void thePublishedAccountsAndRenovations() throws IOException {
        JsonNode communities = json("towns").get("communities");
        assertThat(communities).hasSize(5);
        for (JsonNode community : communities) {
            JsonNode facts = community.get("facts");
            JsonNode total = community.get("account").get("total");
            assertThat(total.get("t_per_person").asDouble())
                    .as(community.get("code").asText())
                    .isCloseTo(facts.get("stated_tonnes_per_person_year").asDouble(), within(0.02));
            assertThat(total.get("kg_per_m2").asDouble())
                    .isCloseTo(facts.get("stated_kg_per_m2_year").asDouble(), within(0.02));
        }
        CommandRun table = succeed("communities", "towns");
        assertThat(table.out().lines())
                .anyMatch(line -> line.matches("红育坡社区 +Hongyupo +2023-2026 +3\\.17"))
                .anyMatch(line -> line.matches("和一社区 +Heyi +2023-2026 +3\\.89"))
                .anyMatch(line -> line.matches("东塘社区 +Dongtang +2025-2035 +3\\.04"))
                .anyMatch(line -> line.matches(
                        "世博家园 +Shibo Jiayuan +1\\.080 +0\\.640 +0\\.550 +-0\\.070 +2\\.200 +58\\.67 +22261\\.8"));
    }

    @Test
    void spacesOfTheSampleAddUpToTheirCommunities(@TempDir Path own) throws IOException {
        CommandRun.in(own, "run", "sample-data/chongqing/study.yml");
        CommandRun run = CommandRun.in(own, "communities", "chongqing", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode community =
                new ObjectMapper().readTree(run.out()).get("communities").get(0);
        assertThat(community.get("name").asText()).isEqualTo("斑竹村社区");
        assertThat(community.get("sampled_spaces").asInt()).isEqualTo(9);
        // soil sinks of A1 to A9 as published: 3.08 + 12.00 + 1.06 + 0.71 + 0.08 + 0.23 + 0.93 + 0.10 + 3.71
        assertThat(community.get("carbon").get("soil_sink_kg").get("value").asDouble())
                .isEqualTo(21.9);
        assertThat(community.get("carbon_positive_spaces").asInt()).isEqualTo(4);
        assertThat(community.get("accounts_complete").asBoolean()).isTrue();
    }

    @Test
    void allThatIsWrongWithTablesIsSaidAtOnceAndNothingIsImported() throws IOException {
        Path file = Files.writeString(home.resolve("wrong.csv"), """
                community,group,component,t_per_person_year,quantity,unit,item,per
                世博家园,energy,gas,0.1,5,kWh,电,
                世博家园,weather,rain,0.1,,,,
                无名村,energy,gas,0.1,,,,
                世博家园,fixation,trees,0.07,,,,
                世博家园,energy,electricity,,5,barrels,电网电力,household
                """);
        CommandRun run = CommandRun.in(home, "import", "towns", "community_carbon", file.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("wrong.csv")
                .contains("has both a result and activity data")
                .contains("weather");
        assertThat(json("towns").get("communities").get(0).get("account").get("parts"))
                .hasSize(9);
        Path unknown = Files.writeString(home.resolve("unknown.csv"), """
                community,group,component,t_per_person_year,quantity,unit,item,per
                无名村,energy,gas,0.1,,,,
                世博家园,fixation,trees,0.07,,,,
                世博家园,energy,electricity,,5,barrels,电网电力,household
                """);
        CommandRun second = CommandRun.in(home, "import", "towns", "community_carbon", unknown.toString());
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err())
                .contains("no community has the code or name 无名村")
                .contains("t_per_person_year is 0.07")
                .contains("barrels");
        assertThat(json("towns").get("communities").get(0).get("account").get("parts"))
                .hasSize(9);
    }

    @Test
    void aRenovationTotalThatDisagreesIsRefused() throws IOException {
        Path file = Files.writeString(home.resolve("renovation.csv"), """
                community,new_build_m2,demolition_m2,green_retrofit_m2,strengthening_m2,total_10kt
                东塘社区,46800,46800,0,0,3.05
                """);
        CommandRun run = CommandRun.in(home, "import", "towns", "renovation", file.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.firstError())
                .contains("renovation.csv")
                .contains("total_10kt is 3.05, but areas × factors are 3.04");
    }

    private static CommandRun succeed(String... arguments) {
        CommandRun run = CommandRun.in(home, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private static JsonNode json(String study) throws IOException {
        return new ObjectMapper()
                .readTree(succeed("communities", study, "--json").out());
    }
}
