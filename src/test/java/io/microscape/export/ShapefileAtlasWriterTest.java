package io.microscape.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.export.AtlasExport.Format;
import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasColumns;
import io.microscape.study.AtlasRow;
import io.microscape.study.MetricGroup;
import io.microscape.study.MetricOptions;
import io.microscape.study.MicroSpace;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.StudyParameters.DensityDenominator;
import io.microscape.testing.Gdal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapefileAtlasWriterTest {
    @TempDir
    private Path folder;

    @Test
    void theArchiveHoldsAllPartsAndTheirEncoding() throws IOException {
        Path file = export(ExampleStudy.ROWS);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactlyInAnyOrder(
                            "beibei.shp", "beibei.shx", "beibei.dbf", "beibei.prj", "beibei.cpg", "fields.csv");
        }
        assertThat(new String(entry(file, "beibei.cpg"), StandardCharsets.US_ASCII))
                .isEqualTo("UTF-8");
        assertThat(new String(entry(file, "fields.csv"), StandardCharsets.UTF_8))
                .contains("\r\nnet_kg_m2,net_carbon_kg_per_m2,kg CO2/m²,net carbon per m²,单位面积净碳汇,");
    }

    @ParameterizedTest
    @ValueSource(doubles = {15, 7.5, 100, 1000, 0.125})
    void fieldNamesAreShortUniqueAndPlain(double radius) {
        List<AtlasColumn> columns =
                AtlasColumns.of(new StudyParameters(radius, DensityDenominator.ZONE, 50, ConnectivityDistance.EDGE));
        assertThat(DbaseField.of(columns))
                .hasSameSizeAs(columns)
                .allSatisfy(field -> assertThat(field.name()).matches("[a-z][a-z0-9_]{0,9}"))
                .extracting(field -> field.name().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    @Test
    void fieldsOfMetricsKeepTheirThreshold() {
        StudyParameters every = StudyParameters.DEFAULTS.withMetrics(
                new MetricOptions(EnumSet.allOf(MetricGroup.class), 2, 150, List.of(50.0, 150.0, 1500.0), null));
        List<DbaseField> fields = DbaseField.of(AtlasColumns.of(every));
        assertThat(fields)
                .allSatisfy(field -> assertThat(field.name()).matches("[a-z][a-z0-9_]{0,9}"))
                .extracting(DbaseField::name)
                .doesNotHaveDuplicates()
                .contains("dpc_50m", "dpk_50m", "dpk_150m", "dpk_1500m", "diic_1500m", "dik_1500m", "dif_150m")
                .contains("alpha_15m", "stden_15m", "jnden_15m", "rdnod_15m", "rdcmp_15m", "shape", "core_m2")
                .noneMatch(name -> name.matches(".*_[0-9]"));
    }

    @Test
    void fieldNamesThatWouldBeCutAlikeAreNumbered() {
        AtlasColumn column = AtlasColumns.of(StudyParameters.DEFAULTS).get(0);
        List<AtlasColumn> alike = List.of("measurement_a", "measurement_b", "MEASUREMENT_C").stream()
                .map(name -> new AtlasColumn(
                        name, column.type(), column.unit(), column.title(), column.definition(), column.value()))
                .toList();
        assertThat(DbaseField.of(alike))
                .extracting(DbaseField::name)
                .containsExactly("measuremen", "measurem_2", "MEASUREM_3");
    }

    @Test
    void textTooLongIsCutBetweenCharactersAndReported() throws IOException {
        List<AtlasRow> rows = List.of(
                named("a", "长".repeat(84) + "ab"), // 254 bytes
                named("b", "长".repeat(85)), // 255 bytes
                named("c", "x" + "𠮷".repeat(64))); // 257 bytes
        Path file = folder.resolve("a.shp.zip");
        ExportReport report = AtlasExport.write(
                ExampleStudy.store(rows), ExampleStudy.STUDY, Format.SHAPEFILE, file, new ExportOptions(false));
        assertThat(report.notes())
                .containsExactly("name: text cut to 254 bytes, the most a Shapefile holds, in 2 rows (first: b)");
        assertThat(Gdal.features(file.toString()))
                .extracting(feature -> feature.get("properties").get("name").asString())
                .containsExactly("长".repeat(84) + "ab", "长".repeat(84), "x" + "𠮷".repeat(63));
    }

    /** ESRI Shapefile Technical Description: shells run clockwise, holes counter-clockwise; lengths in 16-bit words. */
    @Test
    void ringsRunAsTheDescriptionOfTheFormatSays() throws IOException {
        Path file = export(List.of(ExampleStudy.ROWS.get(1)));
        byte[] shp = entry(file, "beibei.shp");
        ByteBuffer bytes = ByteBuffer.wrap(shp);
        assertThat(bytes.getInt(24) * 2).isEqualTo(shp.length);
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        int record = 108;
        assertThat(bytes.getInt(record)).isEqualTo(5);
        assertThat(bytes.getInt(record + 36)).as("rings").isEqualTo(3);
        assertThat(bytes.getInt(record + 40)).as("points").isEqualTo(4 + 5 + 4);
        int points = record + 44 + 3 * 4;
        assertThat(signedArea(bytes, points, 4)).as("first shell").isNegative();
        assertThat(signedArea(bytes, points + 4 * 16, 5)).as("second shell").isNegative();
        assertThat(signedArea(bytes, points + 9 * 16, 4)).as("its hole").isPositive();
    }

    private Path export(List<AtlasRow> rows) throws IOException {
        Path file = folder.resolve("a.shp.zip");
        AtlasExport.write(
                ExampleStudy.store(rows), ExampleStudy.STUDY, Format.SHAPEFILE, file, new ExportOptions(false));
        return file;
    }

    private static AtlasRow named(String code, String name) {
        MicroSpace space = ExampleStudy.ROWS.get(2).space();
        return new AtlasRow("beibei", new MicroSpace(code, name, null, true, space.geometry()), null, null);
    }

    private static byte[] entry(Path zip, String name) throws IOException {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            return archive.getInputStream(archive.getEntry(name)).readAllBytes();
        }
    }

    private static double signedArea(ByteBuffer bytes, int at, int points) {
        double twice = 0;
        for (int i = 0; i + 1 < points; i++) {
            int from = at + 16 * i;
            twice += bytes.getDouble(from) * bytes.getDouble(from + 24)
                    - bytes.getDouble(from + 16) * bytes.getDouble(from + 8);
        }
        return twice / 2;
    }
}
