package io.microscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the sample study, against the published table. */
class SampleStudyTest {
    private static final Path STUDY = Path.of("sample-data", "chongqing", "study.yml");
    private static final Path PUBLISHED = Path.of("sample-data", "published", "microspaces.csv");

    @TempDir
    private static Path home;

    private static CommandRun run;
    private static Map<String, CSVRecord> exported;

    @BeforeAll
    static void runAndExport() throws IOException {
        run = CommandRun.in(home, "run", STUDY.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        Path csv = home.resolve("chongqing.csv");
        CommandRun export = CommandRun.in(home, "export", "chongqing", csv.toString());
        assertThat(export.exitCode()).as(export.err()).isZero();
        exported = byCode(csv);
    }

    @Test
    void printsEveryPublishedSpace() throws IOException {
        List<String> rows = run.out().lines().toList();
        for (String code : byCode(PUBLISHED).keySet()) {
            assertThat(rows).anyMatch(row -> row.startsWith(code + " "));
        }
        assertThat(run.out()).contains("27 sampled spaces of");
    }

    @Test
    void nothingOfTheSampleHasToBeRepaired() {
        assertThat(run.out() + run.err()).doesNotContainIgnoringCase("repaired").doesNotContain("left out");
    }

    @Test
    void indicesComputedFromTheGeometryAreThePublishedOnes() throws IOException {
        byCode(PUBLISHED).forEach((code, published) -> {
            CSVRecord computed = exported.get(code);
            assertThat(value(computed, "green_ratio"))
                    .as("green_ratio of " + code)
                    .isCloseTo(value(published, "green_area_percent") / 100, within(0.005));
            assertThat(value(computed, "canopy_cover"))
                    .as("canopy_cover of " + code)
                    .isCloseTo(value(published, "canopy_density_percent") / 100, within(0.005));
            assertThat(value(computed, "road_density_15m"))
                    .as("road_density_15m of " + code)
                    .isCloseTo(value(published, "road_network_density"), within(0.005));
            assertThat(value(computed, "connectivity"))
                    .as("connectivity of " + code)
                    .isCloseTo(value(published, "connectivity"), within(0.005));
            assertThat(computed.get("species_richness")).isEqualTo(published.get("species_richness"));
        });
    }

    @Test
    void carbonAccountsAreThePublishedOnes() throws IOException {
        byCode(PUBLISHED).forEach((code, published) -> {
            CSVRecord joined = exported.get(code);
            assertThat(value(joined, "soil_sink_kg")).isEqualTo(value(published, "soil_sink_kg_50y"));
            assertThat(value(joined, "vegetation_sink_kg")).isEqualTo(value(published, "vegetation_sink_kg_50y"));
            assertThat(value(joined, "material_emission_kg")).isEqualTo(value(published, "material_emission_kg"));
            assertThat(value(joined, "construction_emission_kg"))
                    .isEqualTo(value(published, "construction_emission_kg"));
            assertThat(value(joined, "operation_emission_kg")).isEqualTo(value(published, "operation_emission_kg"));
            assertThat(value(joined, "net_carbon_kg")).isCloseTo(value(published, "net_carbon_kg"), within(0.01));
            assertThat(joined.get("carbon_positive"))
                    .isEqualTo(Boolean.toString(value(published, "net_carbon_kg") > 0));
        });
    }

    @Test
    void neighboursThatWereNotSampledAreInTheResultWithoutAnAccount() {
        List<CSVRecord> neighbours = exported.values().stream()
                .filter(row -> row.get("sampled").equals("false"))
                .toList();
        assertThat(neighbours).isNotEmpty();
        assertThat(neighbours).allMatch(row -> row.get("net_carbon_kg").isEmpty());
    }

    @Test
    void runningAgainChangesNothing() throws IOException {
        byte[] before = Files.readAllBytes(home.resolve("chongqing.csv"));
        assertThat(CommandRun.in(home, "run", STUDY.toString()).exitCode()).isZero();
        Path again = home.resolve("again.csv");
        assertThat(CommandRun.in(home, "export", "chongqing", again.toString()).exitCode())
                .isZero();
        assertThat(Files.readAllBytes(again)).isEqualTo(before);
    }

    private static double value(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static Map<String, CSVRecord> byCode(Path csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(csv, StandardCharsets.UTF_8, format)) {
            return parser.stream().collect(Collectors.toMap(row -> row.get("code"), Function.identity()));
        }
    }
}
