package io.microscape.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.export.AtlasExport.Format;
import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasRow;
import io.microscape.study.MicroSpace;
import io.microscape.testing.Gdal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tools.jackson.databind.JsonNode;

/** GDAL reads every format back: the same columns, texts, doubles to the last bit, nulls and coordinates. */
class FormatsReadBackTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final List<AtlasColumn> COLUMNS =
            AtlasExport.columns(ExampleStudy.store(ExampleStudy.ROWS), ExampleStudy.STUDY);

    @TempDir
    private Path folder;

    @Test
    void csv() throws IOException {
        Path file = export(ExampleStudy.ROWS, Format.CSV);
        List<JsonNode> features = Gdal.features(
                file.toString(),
                "AUTODETECT_TYPE=YES",
                "EMPTY_STRING_AS_NULL=YES",
                "GEOM_POSSIBLE_NAMES=geometry",
                "KEEP_GEOM_COLUMNS=NO");
        assertSame(features, ExampleStudy.ROWS, UnaryOperator.identity());
    }

    @Test
    void geoJson() throws IOException {
        Path file = export(ExampleStudy.ROWS, Format.GEOJSON);
        assertSame(Gdal.features(file.toString()), ExampleStudy.ROWS, UnaryOperator.identity());
    }

    @Test
    void geoPackage() throws IOException {
        Path file = export(ExampleStudy.ROWS, Format.GEOPACKAGE);
        assertSame(Gdal.features(file.toString()), ExampleStudy.ROWS, UnaryOperator.identity());
    }

    @Test
    void flatGeobuf() throws IOException {
        Path file = export(ExampleStudy.ROWS, Format.FLATGEOBUF);
        List<JsonNode> features = Gdal.features(file.toString());
        features.sort(Comparator.comparing(
                feature -> feature.get("properties").get("code").asString()));
        assertSame(features, ExampleStudy.ROWS, UnaryOperator.identity());
    }

    @Test
    void shapefile() throws IOException {
        Path file = export(ExampleStudy.ROWS, Format.SHAPEFILE);
        Map<String, String> fields = fieldsOfColumns(file);
        assertThat(fields.keySet())
                .containsExactlyElementsOf(
                        COLUMNS.stream().map(AtlasColumn::name).toList());
        List<AtlasRow> withTextThatFits = ExampleStudy.ROWS.stream()
                .map(row -> new AtlasRow(row.study(), cut(row.space()), row.indices(), row.carbon()))
                .toList();
        assertSame(Gdal.features(file.toString()), withTextThatFits, fields::get);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void anEmptyStudyIsAFileWithAllColumnsAndNoFeature(Format format) throws IOException {
        Path file = export(List.of(), format);
        assertThat(Gdal.features(file.toString())).isEmpty();
        if (format != Format.GEOJSON) {
            String columns = Gdal.info(file, "-so", "-al");
            assertThat(columns).contains("Feature Count: 0").containsIgnoringCase("community: String");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"GEOJSON", "GEOPACKAGE", "FLATGEOBUF", "SHAPEFILE"})
    void saysThatItIsWgs84(Format format) throws IOException {
        Path file = export(ExampleStudy.ROWS, format);
        assertThat(Gdal.info(file, "-so", "-al"))
                .contains("Feature Count: 3")
                .containsPattern("WGS[ _](19)?84")
                .containsPattern("ID\\[\"EPSG\",4326\\]");
    }

    private Path export(List<AtlasRow> rows, Format format) throws IOException {
        Path file = folder.resolve("结果" + format.suffix());
        AtlasExport.write(ExampleStudy.store(rows), ExampleStudy.STUDY, format, file, new ExportOptions(true));
        return file;
    }

    private static void assertSame(List<JsonNode> features, List<AtlasRow> rows, UnaryOperator<String> fieldOf) {
        assertThat(features).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            AtlasRow row = rows.get(i);
            JsonNode feature = features.get(i);
            for (AtlasColumn column : COLUMNS) {
                JsonNode value = feature.get("properties").get(fieldOf.apply(column.name()));
                assertThat(value).as(column.name() + " is a property").isNotNull();
                assertValue(value, column, column.valueOf(row), row.space().code());
            }
            Geometry read = geometry(feature.get("wkb").asString());
            assertThat(read.norm().equalsExact(multi(row.space().geometry()).norm()))
                    .as("same coordinates: " + read)
                    .isTrue();
        }
    }

    private static void assertValue(JsonNode read, AtlasColumn column, Object written, String code) {
        String where = column.name() + " of " + code;
        if (written == null || written.equals("")) {
            assertThat(read.isNull() || read.asString().isEmpty())
                    .as(where + ": " + read)
                    .isTrue();
        } else if (written instanceof Double number) {
            assertThat(read.isNumber()).as(where + " is a number").isTrue();
            assertThat(Double.doubleToLongBits(read.asDouble())).as(where).isEqualTo(Double.doubleToLongBits(number));
        } else if (written instanceof Integer number) {
            assertThat(read.asInt()).as(where).isEqualTo(number);
        } else if (written instanceof Boolean truth) {
            assertThat(read.asString()).as(where).isIn(truth ? List.of("true", "1") : List.of("false", "0"));
        } else {
            assertThat(read.asString()).as(where).isEqualTo(written);
        }
    }

    private static Map<String, String> fieldsOfColumns(Path zip) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        try (ZipFile archive = new ZipFile(zip.toFile());
                Reader text = new InputStreamReader(
                        archive.getInputStream(archive.getEntry("fields.csv")), StandardCharsets.UTF_8)) {
            for (CSVRecord record : CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(text)) {
                fields.put(record.get("column"), record.get("field"));
            }
        }
        return fields;
    }

    /** The 100 characters of 3 bytes after an x cut to what 254 bytes hold. */
    private static MicroSpace cut(MicroSpace space) {
        String name = space.name().substring(0, Math.min(85, space.name().length()));
        return new MicroSpace(space.code(), name, space.community(), space.sampled(), space.geometry());
    }

    private static MultiPolygon multi(Geometry geometry) {
        return geometry instanceof Polygon polygon
                ? GEOMETRIES.createMultiPolygon(new Polygon[] {polygon})
                : (MultiPolygon) geometry;
    }

    private static MultiPolygon geometry(String wkb) {
        try {
            return multi(new WKBReader().read(WKBReader.hexToBytes(wkb)));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
