package io.microscape.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.source.text.TextEncodings;
import io.microscape.testing.Gdal;
import io.microscape.testing.SharedData;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Real files, read and compared with what GDAL reads. */
class SharedVectorDataTest {
    @TestFactory
    Stream<DynamicTest> everyLayerHasAsManyFeaturesAsGdalSays() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(SharedData.path("."))) {
            files = all.filter(file -> file.toString().matches(".*\\.(shp|gpkg|fgb)"))
                    // GDAL opens no Shapefile without its .shx.
                    .filter(file -> !file.endsWith("gauss_kruger.shp"))
                    .sorted()
                    .toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Map<String, Long> expected = Gdal.featureCounts(file);
                    assertThat(expected).isNotEmpty();
                    expected.forEach((layer, count) -> {
                        String wanted = file.toString().endsWith(".gpkg") ? layer : null;
                        assertThat(Reading.of(file, null, wanted).features()).hasSize(count.intValue());
                    });
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "yuexiu_green_gbk_4547.shp, 'GBK, .cpg', Yuexiu_osm_green_proj",
        "yuexiu_green_gbk_nocpg.shp, 'GB18030, detected', Yuexiu_osm_green_proj",
        "yuexiu_roads_gb18030_4547.shp, 'GB18030, .cpg', Yuexiu_osm_roads_proj"
    })
    void chineseShapefilesGiveWhatTheirOriginalHolds(String shapefile, String encoding, String original)
            throws IOException, ParseException {
        Reading reading = Reading.of(SharedData.path("yuexiu_variants/" + shapefile));
        assertThat(reading.encodingText()).isEqualTo(encoding);
        List<CSVRecord> expected = gdalRows(SharedData.path("yuexiu/" + original + ".gpkg"));
        assertThat(reading.features()).hasSameSizeAs(expected);
        compare(reading, expected);
    }

    @ParameterizedTest
    @CsvSource({"Yuexiu_osm_green_proj", "Yuexiu_osm_roads_proj", "Yuexiu_osm_water_polygon_proj"})
    void geoPackagesGiveWhatGdalReads(String name) throws IOException, ParseException {
        Path file = SharedData.path("yuexiu/" + name + ".gpkg");
        Reading reading = Reading.of(file);
        assertThat(reading.crs()).isEqualTo(new FeatureReader.DeclaredCrs("EPSG:4547", "file"));
        compare(reading, gdalRows(file));
    }

    @ParameterizedTest
    @CsvSource({"GBK, GB18030", "UTF-8, UTF-8"})
    void nearlyEverySingleStreetNameTellsItsEncoding(String written, String expected) {
        List<String> names = Reading.of(SharedData.path("yuexiu/Yuexiu_osm_roads_proj.gpkg")).values("name").stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(name -> name.matches(".*\\p{IsHan}.*"))
                .distinct()
                .toList();
        long right = names.stream()
                .filter(name -> TextEncodings.detect(name.getBytes(Charset.forName(written)), null)
                        .charset()
                        .equals(expected))
                .count();
        assertThat(names).hasSizeGreaterThan(500);
        assertThat((double) right / names.size()).isGreaterThan(0.99);
    }

    private static void compare(Reading reading, List<CSVRecord> expected) throws ParseException {
        List<Object> names = new ArrayList<>();
        WKTReader wkt = new WKTReader();
        for (int i = 0; i < expected.size(); i++) {
            CSVRecord row = expected.get(i);
            SourceFeature feature = reading.features().get(i);
            names.add(feature.attributes().get("name"));
            assertThat(feature.attributes().get("osm_id").toString()).isEqualTo(row.get("osm_id"));
            assertThat(feature.attributes().get("name"))
                    .isEqualTo(row.get("name").isEmpty() ? null : row.get("name"));
            Geometry truth = wkt.read(row.get("WKT"));
            // GDAL prints 15 digits, and a Shapefile has no multi-part of one part.
            Geometry same = truth.getNumGeometries() == 1 ? truth.getGeometryN(0) : truth;
            Geometry read = feature.geometry().getNumGeometries() == 1
                    ? feature.geometry().getGeometryN(0)
                    : feature.geometry();
            assertThat(read.norm().equalsExact(same.norm(), 1e-6)).isTrue();
        }
        assertThat(names).anyMatch(name -> name != null && name.toString().matches(".*\\p{IsHan}.*"));
    }

    private static List<CSVRecord> gdalRows(Path file) throws IOException {
        String csv = Gdal.ogr2ogr("-f", "CSV", "/vsistdout/", file.toString(), "-lco", "GEOMETRY=AS_WKT");
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
    }
}
