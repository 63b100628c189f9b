package io.microscape.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.microscape.study.CarbonSettings;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import io.microscape.study.MetricGroup;
import io.microscape.study.MetricOptions;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.study.StudyFile;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.StudyParameters.DensityDenominator;
import io.microscape.testing.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyFileReaderTest {
    @TempDir
    Path folder;

    private StudyFile read(String yaml) throws Exception {
        return StudyFileReader.read(Files.writeString(folder.resolve("study.yml"), yaml));
    }

    private InvalidInputException error(String yaml) {
        return catchThrowableOfType(InvalidInputException.class, () -> read(yaml));
    }

    /** The example of the contract page, with a second road file. */
    @Test
    void readsWhatAStudyChoosesForItsCarbonAccounts() throws Exception {
        Files.createFile(folder.resolve("own.csv"));
        StudyFile study = read("""
                study: town
                carbon:
                  factors: [own.csv]
                  grid_region: 重庆
                  soil_rate: soil under turf, first decades
                  mortality_percent_per_year: 1.5
                """);
        assertThat(study.factorFiles()).containsExactly(folder.resolve("own.csv"));
        assertThat(study.study().carbon())
                .isEqualTo(new CarbonSettings("重庆", "soil under turf, first decades", null, null, 1.5));
        assertThatThrownBy(() -> read("""
                study: town
                carbon: {factors: [none.csv, notes.txt], grid: x, mortality_percent_per_year: 100}
                """))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none.csv")
                .hasMessageContaining("grid")
                .hasMessageContaining("mortality_percent_per_year");
    }

    @Test
    void readsEverythingAStudyFileCanSay() throws Exception {
        for (String name : List.of(
                "spaces.geojson",
                "surfaces.geojson",
                "roads.shp",
                "paths.shp",
                "trees.csv",
                "canopy.tif",
                "plants.csv",
                "carbon.csv",
                "town.osm.gz",
                "schools.geojson")) {
            Files.createFile(folder.resolve(name));
        }
        StudyFile study = read("""
                study: chongqing
                title: {en: Micro-spaces of Beibei, zh: 北碚社区小微空间}
                crs: EPSG:4544
                parameters: {radius_m: 7.5, road_density_per: space, period_years: 30, connectivity_distance: network}
                sources:
                  spaces:   {file: spaces.geojson, fields: {code: code, name: name, community: community, sampled: sampled}}
                  surfaces: {file: surfaces.geojson, fields: {cover: "=green"}, where: "a = 1"}
                  roads:
                    - {file: roads.shp, encoding: GBK, crs: "GCJ-02"}
                    - {file: paths.shp, layer: x, valid_only: true}
                  trees:    {file: trees.csv, x: lon, y: lat, crs: EPSG:4326, fields: {crown_diameter_m: crown}}
                  canopy:   {file: canopy.tif, covered: ">= 2"}
                  plants:   {file: plants.csv}
                  carbon:   {file: carbon.csv}
                  osm:      {file: town.osm.gz, preset: urban}
                layers: [net_carbon, green_ratio]
                context: [{name: schools, title: {en: Schools, zh: 学校}, file: schools.geojson, style: points, queryable: true}]
                """);
        assertThat(study.key()).isEqualTo("chongqing");
        assertThat(study.title()).isEqualTo(new LocalizedText("Micro-spaces of Beibei", "北碚社区小微空间"));
        assertThat(study.crs()).isEqualTo("EPSG:4544");
        assertThat(study.parameters())
                .isEqualTo(new StudyParameters(7.5, DensityDenominator.SPACE, 30, ConnectivityDistance.NETWORK));
        assertThat(study.layers()).containsExactly("net_carbon", "green_ratio");
        assertThat(study.sources().keySet())
                .containsExactly(
                        SourceKind.SPACES,
                        SourceKind.SURFACES,
                        SourceKind.ROADS,
                        SourceKind.TREES,
                        SourceKind.CANOPY,
                        SourceKind.PLANTS,
                        SourceKind.CARBON,
                        SourceKind.OSM);
        Path home = folder.toAbsolutePath().normalize();
        assertThat(study.sources().get(SourceKind.ROADS))
                .containsExactly(
                        new SourceSpec(
                                SourceKind.ROADS,
                                home.resolve("roads.shp"),
                                "GCJ-02",
                                "GBK",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                false),
                        new SourceSpec(
                                SourceKind.ROADS,
                                home.resolve("paths.shp"),
                                null,
                                null,
                                "x",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                true));
        SourceSpec surfaces = study.sources().get(SourceKind.SURFACES).get(0);
        assertThat(surfaces.fields()).isEqualTo(Map.of("cover", "=green"));
        assertThat(surfaces.where()).isEqualTo("a = 1");
        SourceSpec trees = study.sources().get(SourceKind.TREES).get(0);
        assertThat(List.of(trees.x(), trees.y())).containsExactly("lon", "lat");
        assertThat(study.sources().get(SourceKind.CANOPY).get(0).covered()).isEqualTo(">= 2");
        assertThat(study.sources().get(SourceKind.OSM).get(0).preset()).isEqualTo("urban");
        assertThat(study.context()).singleElement().satisfies(layer -> {
            assertThat(layer.layer().name()).isEqualTo("schools");
            assertThat(layer.layer().title().zh()).isEqualTo("学校");
            assertThat(layer.layer().queryable()).isTrue();
            assertThat(layer.source().file()).isEqualTo(home.resolve("schools.geojson"));
        });
    }

    @Test
    void metricsAndTheirParametersAreRead() throws Exception {
        StudyParameters given = read("""
                study: a
                metrics: [basic, patch, connectivity]
                parameters: {radius_m: 20, edge_depth_m: 3.5, search_radius_m: 300, thresholds_m: [500, 100], landscape_area_m2: 1.5e6}
                """).parameters();
        assertThat(given.metrics())
                .isEqualTo(new MetricOptions(
                        Set.of(MetricGroup.PATCH, MetricGroup.CONNECTIVITY), 3.5, 300, List.of(100.0, 500.0), 1.5e6));
        assertThat(given.metrics().groups())
                .containsExactly(MetricGroup.BASIC, MetricGroup.PATCH, MetricGroup.CONNECTIVITY);

        StudyParameters absent = read("study: a\nparameters: {radius_m: 20}\n").parameters();
        assertThat(absent.metrics()).isEqualTo(new MetricOptions(Set.of(), 2, 200, List.of(200.0), null));
        assertThat(read("study: a\nparameters: {thresholds_m: 80}\n")
                        .parameters()
                        .metrics()
                        .thresholdsM())
                .containsExactly(80.0);
    }

    @Test
    void whatIsWrongWithMetricsIsSaidWithASuggestion() {
        assertThatThrownBy(() -> read("""
                study: a
                metrics: [basic, conectivity, patch]
                parameters:
                  edge_depth: 2
                  search_radius_m: 0
                  thresholds_m: [100, ten, -5]
                  landscape_area_m2: 12 ha
                """))
                .hasMessageContaining("line 2: metrics names \"conectivity\" (did you mean connectivity?)")
                .hasMessageContaining("line 4: unknown key parameters.edge_depth (did you mean edge_depth_m?)")
                .hasMessageContaining("line 5: parameters.search_radius_m must be more than 0, not 0.0")
                .hasMessageContaining("line 6: parameters.thresholds_m must be a number, not \"ten\"")
                .hasMessageContaining("line 6: parameters.thresholds_m must be more than 0")
                .hasMessageContaining("line 7: parameters.landscape_area_m2 must be a number");
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws Exception {
        StudyFile study = read("study: a\ntitle: Only one text\n");
        assertThat(study.parameters()).isEqualTo(StudyParameters.DEFAULTS);
        assertThat(study.crs()).isNull();
        assertThat(study.title()).isEqualTo(new LocalizedText("Only one text", null));
        assertThat(study.sources()).isEmpty();
        assertThat(study.layers()).isEmpty();
        assertThat(study.context()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: x|line 1: study is missing",
                "study: Big|line 1: study is \"Big\", but must begin with a small letter",
                "study: a\\nlayer: [x]|line 2: unknown key layer (did you mean layers?); known are study, title",
                "study: a\\nparameters: {radius: 15}|line 2: unknown key parameters.radius",
                "study: a\\nparameters: {radius_m: wide}|line 2: parameters.radius_m must be a number, not \"wide\"",
                "study: a\\nparameters: {radius_m: 0}|line 2: parameters.radius_m must be more than 0",
                "study: a\\nparameters: {radius_m: .inf}|line 2: parameters.radius_m must be a number",
                "study: a\\nparameters: {road_density_per: city}|must be zone or space, not \"city\"",
                "study: a\\nsources:\\n  road: {file: x}|line 3: unknown key sources.road (did you mean roads?)",
                "study: a\\nsources:\\n  roads: x.shp|line 3: sources.roads is no mapping",
                "study: a\\nsources:\\n  roads: {crs: EPSG:4326}|line 3: sources.roads.file is missing",
                "study: a\\nsources:\\n  roads: {file: gone.shp}|line 3: sources.roads.file names gone.shp, but there is no ",
                "study: a\\nsources:\\n  spaces: {file: study.yml, fields: {nam: x}}|unknown key sources.spaces.fields.nam (did you mean name?)",
                "study: a\\nsources:\\n  spaces: {file: study.yml, crs: EPSG:1}|sources.spaces.crs: coordinate system \"EPSG:1\": not known",
                "study: a\\nsources:\\n  spaces: {file: study.yml, encoding: GBX}|sources.spaces.encoding: encoding",
                "study: a\\nsources:\\n  spaces: {file: study.yml, valid_only: maybe}|must be true or false, not \"maybe\"",
                "study: a\\ncrs: EPSG:4326|line 2: crs: EPSG:4326: lengths and areas cannot be measured in it",
                "study: a\\nlayers: net_carbon|line 2: layers must be a list",
                "study: a\\nsources\uFF1A\\n  roads: x|line 2 has the full-width colon",
                "study\uFF1Aa|line 1 has the full-width colon",
                "study: a\\nsources:\\n\troads: {file: x}|blanks and not with tabs",
                "study: a\\nstudy: b|line 2: study stands there twice",
                "study: [a|is not YAML",
                "- a|line 1: the document is no mapping",
                "# nothing|the file is empty"
            })
    void whatIsWrongIsNamedWithKeyAndLine(String yaml, String message) {
        assertThat(error(yaml.replace("\\n", "\n")).headline())
                .startsWith("study.yml, line")
                .contains(message.replace("the file is empty", "line 1"));
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        InvalidInputException error = error("study: A\nfoo: 1\nsources: {roads: {file: gone.shp, x: [1]}}\n");
        assertThat(error.headline()).contains("(and 3 more problems)");
        assertThat(error.getMessage()).contains("unknown key foo", "gone.shp", "sources.roads.x must be a text");
    }

    @Test
    void aliasesCannotMakeTheDocumentExplode() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(error(bomb + "study: a\n").headline()).contains("Number of aliases");
        assertThat(error("study: a\nx: " + "[".repeat(1000)).headline()).startsWith("study.yml");
    }

    @Test
    void typesOfTheDocumentAreNeverBuilt() {
        assertThat(error("study: !!javax.script.ScriptEngineManager [x]\n").headline())
                .contains("Global tag is not allowed");
    }

    @Test
    void aMissingFileIsNamed() {
        InvalidInputException error = catchThrowableOfType(
                InvalidInputException.class, () -> StudyFileReader.read(folder.resolve("gone.yml")));
        assertThat(error.headline()).startsWith("gone.yml: there is no such study file");
    }

    @Test
    void theRealStudiesAreUnderstood() {
        assertThat(StudyFileReader.read(SharedData.path("yuexiu/study.yml"))
                        .sources()
                        .keySet())
                .containsExactly(
                        SourceKind.COMMUNITIES,
                        SourceKind.SPACES,
                        SourceKind.SURFACES,
                        SourceKind.ROADS,
                        SourceKind.CANOPY);
        assertThat(StudyFileReader.read(SharedData.path("osm/study-monaco.yml")).key())
                .isEqualTo("monaco");
    }
}
