package io.microscape.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import io.microscape.export.AtlasExport.Format;
import io.microscape.store.StudyStore;
import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasRow;
import io.microscape.study.InvalidInputException;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.StudyParameters.DensityDenominator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AtlasExportTest {
    private static final ExportOptions NO_OPTIONS = new ExportOptions(false);

    /** A store that breaks down after its first row. */
    private static final StudyStore BREAKING = ExampleStudy.store(action -> {
        action.accept(ExampleStudy.ROWS.get(0));
        throw new IllegalStateException("connection lost");
    });

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "a.csv,CSV",
        "a.geojson,GEOJSON",
        "a.json,GEOJSON",
        "结果.GPKG,GEOPACKAGE",
        "dir.csv/a.fgb,FLATGEOBUF",
        "a.shp.zip,SHAPEFILE"
    })
    void theSuffixNamesTheFormat(String file, Format format) {
        assertThat(AtlasExport.formatOf(file)).isEqualTo(format);
        assertThat(AtlasExport.formatOf(Path.of(file))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"a.zip", "a.shp", "csv", "a.xlsx"})
    void anotherSuffixIsRefusedWithTheFiveThereAre(String file) {
        assertThatThrownBy(() -> AtlasExport.formatOf(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(file, ".csv", ".geojson", ".gpkg", ".fgb", ".shp.zip");
    }

    @Test
    void columnsComeInTheOrderOfTheContractAndTheReasonsLast() {
        assertThat(columns(ExampleStudy.store(List.of())))
                .startsWith(("study,code,name,community,sampled,area_m2,perimeter_m,green_ratio,hard_ratio,"
                                + "road_length_15m_m,road_density_15m,neighbours_15m,connectivity,species_richness,"
                                + "canopy_cover,canopy_density,soil_sink_kg,vegetation_sink_kg,material_emission_kg,"
                                + "construction_emission_kg,operation_emission_kg,net_carbon_kg,net_carbon_kg_per_m2,"
                                + "net_carbon_kg_per_year,carbon_positive")
                        .split(","))
                .endsWith("remarks");
    }

    @Test
    void columnNamesCarryTheRadiusThatWasComputedWith() {
        StudyStore store = ExampleStudy.store(List.of());
        when(store.indexParameters("beibei"))
                .thenReturn(
                        Optional.of(new StudyParameters(7.5, DensityDenominator.ZONE, 50, ConnectivityDistance.EDGE)));
        assertThat(columns(store))
                .contains("road_length_7_5m_m", "road_density_7_5m", "neighbours_7_5m")
                .noneMatch(name -> name.contains("15m"));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aFailedExportLeavesTheOldFileAndNothingElse(Format format) throws IOException {
        Path file = Files.writeString(folder.resolve("a" + format.suffix()), "old");
        assertThatThrownBy(() -> AtlasExport.write(BREAKING, ExampleStudy.STUDY, format, file, NO_OPTIONS))
                .hasMessage("connection lost");
        assertThat(file).hasContent("old");
        assertThat(filesIn(folder)).containsExactly(file);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aFailedExportSendsNothing(Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> AtlasExport.write(BREAKING, ExampleStudy.STUDY, format, out, NO_OPTIONS))
                .hasMessage("connection lost");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void anExportReplacesTheOldFileAndSaysHowManyRows(Format format) throws IOException {
        Path file = Files.writeString(folder.resolve("a" + format.suffix()), "old");
        ExportReport report =
                AtlasExport.write(ExampleStudy.store(ExampleStudy.ROWS), ExampleStudy.STUDY, format, file, NO_OPTIONS);
        assertThat(report.rows()).isEqualTo(3);
        assertThat(Files.size(file)).isGreaterThan(500);
        assertThat(filesIn(folder)).containsExactly(file);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"CSV", "GEOJSON", "FLATGEOBUF"})
    void aStreamGetsTheSameBytesAsAFile(Format format) throws IOException {
        StudyStore store = ExampleStudy.store(ExampleStudy.ROWS);
        Path file = folder.resolve("a" + format.suffix());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtlasExport.write(store, ExampleStudy.STUDY, format, file, NO_OPTIONS);
        AtlasExport.write(store, ExampleStudy.STUDY, format, out, NO_OPTIONS);
        assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("no/such/a.csv");
        assertThatThrownBy(() -> AtlasExport.write(
                        ExampleStudy.store(List.of()), ExampleStudy.STUDY, Format.CSV, file, NO_OPTIONS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(folder.resolve("no/such").toString());
    }

    @Test
    void aValueThatIsNoNumberIsNotWritten() {
        AtlasRow row = ExampleStudy.ROWS.get(0);
        StudyStore store = ExampleStudy.store(List.of(new AtlasRow(
                row.study(), row.space(), null, ExampleStudy.carbon(row.space().code(), Double.NaN))));
        assertThatThrownBy(() -> AtlasExport.write(
                        store, ExampleStudy.STUDY, Format.GEOPACKAGE, folder.resolve("a.gpkg"), NO_OPTIONS))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContainingAll("soil_sink_kg", row.space().code());
        assertThat(folder.resolve("a.gpkg")).doesNotExist();
    }

    @Test
    void theReasonsTellWhyValuesAreAbsent() {
        StudyStore store = ExampleStudy.store(ExampleStudy.ROWS);
        List<AtlasColumn> columns = AtlasExport.columns(store, ExampleStudy.STUDY);
        assertThat(ExampleStudy.ROWS.stream()
                        .map(columns.get(columns.size() - 1)::valueOf)
                        .toList())
                .containsExactly(
                        null,
                        "indices: not computed yet; carbon: no account for this code",
                        "green_ratio, hard_ratio: no surfaces in the study; "
                                + "species_richness: no plant records in the study");
    }

    private static List<String> columns(StudyStore store) {
        return AtlasExport.columns(store, ExampleStudy.STUDY).stream()
                .map(AtlasColumn::name)
                .toList();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
