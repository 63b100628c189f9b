package io.microscape.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.microscape.landscape.IndexEngine;
import io.microscape.study.Community;
import io.microscape.study.Crown;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MicroSpace;
import io.microscape.study.Progress;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.StudyParameters.DensityDenominator;
import io.microscape.study.Surface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.operation.valid.IsValidOp;

class SampleStudyGeneratorTest {
    private static final Path TABLE = Path.of("sample-data/published/microspaces.csv");
    private static final Path COMMITTED = Path.of("sample-data/chongqing");

    @Test
    void makesTheCommittedFilesByteForByte(@TempDir Path folder) throws IOException {
        new SampleStudyGenerator(SampleStudyGenerator.SEED).write(TABLE, folder);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> made = files.toList();
            assertThat(made).hasSize(9);
            for (Path file : made) {
                assertThat(file).hasSameBinaryContentAs(COMMITTED.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void indicesOfTheCommittedGeometryAreThePublishedOnes() throws IOException {
        StudyParameters parameters = new StudyParameters(15, DensityDenominator.SPACE, 50, ConnectivityDistance.EDGE);
        Map<String, LandscapeIndices> indices = new IndexEngine(parameters)
                .compute(SampleFiles.layers(COMMITTED).landscape(), Progress.NONE).stream()
                        .collect(Collectors.toMap(LandscapeIndices::code, Function.identity()));
        List<CSVRecord> published = SampleFiles.table(TABLE);
        assertThat(published).hasSize(27);
        SoftAssertions.assertSoftly(softly -> {
            for (CSVRecord row : published) {
                LandscapeIndices computed = indices.get(row.get("code"));
                softly.assertThat(computed.greenRatio())
                        .as("%s green", row.get("code"))
                        .isCloseTo(Double.parseDouble(row.get("green_area_percent")) / 100, within(0.0005));
                softly.assertThat(computed.hardRatio())
                        .as("%s hard", row.get("code"))
                        .isCloseTo(1 - computed.greenRatio(), within(0.0005));
                softly.assertThat(computed.roadDensity())
                        .as("%s roads", row.get("code"))
                        .isCloseTo(Double.parseDouble(row.get("road_network_density")), within(0.0005));
                softly.assertThat(computed.connectivity())
                        .as("%s connectivity", row.get("code"))
                        .isCloseTo(Double.parseDouble(row.get("connectivity")), within(0.0005));
                softly.assertThat(computed.speciesRichness())
                        .as("%s species", row.get("code"))
                        .isEqualTo(Integer.parseInt(row.get("species_richness")));
                softly.assertThat(computed.canopyCover())
                        .as("%s canopy", row.get("code"))
                        .isCloseTo(Double.parseDouble(row.get("canopy_density_percent")) / 100, within(0.0005));
            }
        });
    }

    @Test
    void carbonAccountsAreThePublishedFigures() throws IOException {
        Map<String, CSVRecord> accounts = SampleFiles.table(COMMITTED.resolve("carbon.csv")).stream()
                .collect(Collectors.toMap(row -> row.get("code"), Function.identity()));
        List<CSVRecord> published = SampleFiles.table(TABLE);
        assertThat(accounts).hasSameSizeAs(published);
        for (CSVRecord row : published) {
            CSVRecord account = accounts.get(row.get("code"));
            assertThat(account.get("soil_sink_kg")).isEqualTo(row.get("soil_sink_kg_50y"));
            assertThat(account.get("vegetation_sink_kg")).isEqualTo(row.get("vegetation_sink_kg_50y"));
            assertThat(account.get("material_emission_kg")).isEqualTo(row.get("material_emission_kg"));
            assertThat(account.get("construction_emission_kg")).isEqualTo(row.get("construction_emission_kg"));
            assertThat(account.get("operation_emission_kg")).isEqualTo(row.get("operation_emission_kg"));
            assertThat(account.get("net_carbon_kg")).isEqualTo(row.get("net_carbon_kg"));
        }
    }

    @Test
    void theNeighbourhoodIsPlausible() throws IOException {
        SampleFiles.Layers layers = SampleFiles.layers(COMMITTED);
        assertThat(layers.spaces()).allSatisfy(space -> {
            assertThat(IsValidOp.isValid(space.geometry())).isTrue();
            assertThat(space.geometry().getArea()).isBetween(60.0, 1500.0);
            assertThat(space.community()).isNotBlank();
        });
        assertThat(layers.spaces().stream().map(MicroSpace::code)).doesNotHaveDuplicates();
        assertThat(layers.spaces().stream().map(MicroSpace::name)).doesNotHaveDuplicates();
        for (MicroSpace one : layers.spaces()) {
            for (MicroSpace other : layers.spaces()) {
                assertThat(one == other || !one.geometry().intersects(other.geometry()))
                        .as("%s apart from %s", one.code(), other.code())
                        .isTrue();
            }
        }
        assertThat(layers.surfaces())
                .extracting(Surface::geometry)
                .filteredOn(geometry -> !IsValidOp.isValid(geometry))
                .isEmpty();
        assertThat(layers.crowns().stream().map(Crown::diameterM)).allMatch(d -> d >= 2 && d <= 10);
    }

    @Test
    void everyPolygonIsValidInTheDigitsOfItsFile() throws IOException {
        for (String file : List.of("spaces.geojson", "surfaces.geojson", "communities.geojson")) {
            assertThat(SampleFiles.lonLatGeometries(COMMITTED.resolve(file)))
                    .as(file)
                    .isNotEmpty()
                    .allSatisfy(polygon -> {
                        assertThat(new IsValidOp(polygon).getValidationError()).isNull();
                        assertThat(polygon.isEmpty()).isFalse();
                    });
        }
    }

    @Test
    void everySpaceLiesWithinItsCommunityAndNoCommunityMeetsAnother() throws IOException {
        List<Community> communities = SampleFiles.communities(COMMITTED);
        assertThat(communities).extracting(Community::name).containsExactly("斑竹村社区", "泉外园社区", "奔月路社区");
        for (MicroSpace space : SampleFiles.layers(COMMITTED).spaces()) {
            assertThat(communities)
                    .filteredOn(community -> community.geometry().intersects(space.geometry()))
                    .as(space.code())
                    .singleElement()
                    .satisfies(community -> {
                        assertThat(community.name()).isEqualTo(space.community());
                        assertThat(community.geometry().contains(space.geometry()))
                                .isTrue();
                    });
        }
        assertThat(communities.get(0).geometry().intersects(communities.get(1).geometry()))
                .isFalse();
        assertThat(communities.get(1).geometry().intersects(communities.get(2).geometry()))
                .isFalse();
        assertThat(communities.get(0).geometry().intersects(communities.get(2).geometry()))
                .isFalse();
    }

    @Test
    void anotherSeedMakesAnotherNeighbourhood(@TempDir Path folder) throws IOException {
        new SampleStudyGenerator(4).write(TABLE, folder);
        assertThat(Files.readString(folder.resolve("spaces.geojson")))
                .isNotEqualTo(Files.readString(COMMITTED.resolve("spaces.geojson")));
        assertThat(Files.readString(folder.resolve("carbon.csv")))
                .isEqualTo(Files.readString(COMMITTED.resolve("carbon.csv")));
    }

    @Test
    void aTableThatIsNotThePublishedOneIsRefused(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(folder.resolve("other.csv"), "code,area\nA1,12\n");
        assertThatThrownBy(() -> new SampleStudyGenerator(1).write(table, folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("other.csv");
    }
}
