package io.microscape.source.geojson;

import static io.microscape.source.ImportCase.feature;
import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.source.FeatureReader;
import io.microscape.source.ImportCase;
import io.microscape.source.ImportLimits;
import io.microscape.source.SourceFeature;
import io.microscape.study.ImportReport;
import io.microscape.study.MicroSpace;
import io.microscape.study.SourceKind;
import io.microscape.testing.SharedData;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonReaderTest {
    private static final String SQUARE = "[[[106.4,29.8],[106.401,29.8],[106.401,29.801],[106.4,29.801],[106.4,29.8]]]";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'features':[FEATURE],'type':'FeatureCollection'}|1",
                "FEATURE|1",
                "{'coordinates':SQUARE,'type':'Polygon'}|1",
                "{'type':'GeometryCollection','geometries':[{'type':'Polygon','coordinates':SQUARE}]}|1",
                "{'type':'FeatureCollection','features':[]}|0",
                "FEATURE\\n{'type':'Feature','properties':null,'geometry':{'type':'MultiPolygon','coordinates':[SQUARE]}}|2",
                "\uFEFF{'type':'FeatureCollection','bbox':[1,2,3,4],'x':{'features':[1]},'features':[FEATURE]}|1"
            })
    void readsEveryTopLevelObject(String json, int features) throws Exception {
        ImportCase run = json(SourceKind.SPACES, json);
        ImportReport report = run.run();
        assertThat(report.read()).isEqualTo(features);
        assertThat(run.sink.spaces).hasSizeLessThanOrEqualTo(features);
        assertThat(report.accepted() + report.duplicates().size()).isEqualTo(features);
        assertThat(report.crs()).isEqualTo("CRS:84");
        assertThat(report.crsFrom()).isEqualTo("format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'FeatureCollection','crs':CRS,'features':[FEATURE]}",
                "{'type':'FeatureCollection','features':[FEATURE],'crs':CRS}",
                "{'crs':CRS,'type':'Feature','properties':{},'geometry':{'type':'Polygon','coordinates':METRES}}"
            })
    void theOldCrsMemberIsHonouredWhereverItStands(String json) throws Exception {
        ImportCase run = json(
                SourceKind.SPACES,
                json.replace("CRS", "{'type':'name','properties':{'name':'urn:ogc:def:crs:EPSG::4544'}}")
                        .replace("FEATURE", feature("Polygon", "METRES", ""))
                        .replace("METRES", "[[[635357,3298765],[635457,3298765],[635457,3298865],[635357,3298765]]]"));
        ImportReport report = run.run();
        assertThat(report.crs()).isEqualTo("EPSG:4544");
        assertThat(report.crsFrom()).isEqualTo("file");
        assertThat(run.sink.spaces.get(0).geometry().getCoordinate().x).isBetween(106.39, 106.41);
    }

    /** Each ends in one line that names the file and says where. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'   '|the file is empty",
                "hello|not readable as JSON at line 1",
                "[1,2]|is not GeoJSON",
                "{}|has no type",
                "{'type':'Topology','objects':{},'arcs':[]}|TopoJSON",
                "{'geometryType':'x','features':[{'attributes':{},'geometry':{'rings':[]}}]}|Esri JSON",
                "{'type':'FeatureCollection'}|no features",
                "{'type':'FeatureCollection','features':[FEATURE,|not readable as JSON at line 1, column",
                "{'type':'FeatureCollection','features':[FEATURE,7]}|feature 2 is no object",
                "{'type':'FeatureCollection','features':[{'type':'Polygon','coordinates':SQUARE}]}|feature 1 has the type Polygon",
                "{'type':'FeatureCollection','features':[FEATURE FEATURE]}|(after 1 features)",
                "{'type':'FeatureCollection','crs':{'type':'link','properties':{'href':'x'}},'features':[]}|is a link"
            })
    void whatIsNoGeoJsonIsSaidInOneLine(String json, String message) throws Exception {
        String error = json(SourceKind.SPACES, json).error().getMessage();
        assertThat(error).startsWith("case.geojson").contains(message).doesNotContain("\n");
    }

    /** Damage within one feature rejects that feature only. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Polygon|[[['a',1],[2,3],[4,5],['a',1]]]|a coordinate is the text or value \"a\"",
                "Polygon|[[1,2],[3,4],[5,6],[1,2]]|not nested as a Polygon",
                "Polygon|[[[[1,2],[3,4],[5,6],[1,2]]]]|not nested as a Polygon",
                "MultiPolygon|SQUARE|not nested as a MultiPolygon",
                "Polygon|[[[1],[3,4],[5,6],[1,2]]]|fewer than two numbers",
                "Polygon|[[[1,2],3,[5,6],[1,2]]]|mix numbers and arrays",
                "Polygon|\"text\"|no array",
                "Circle|[1,2]|no geometry type \"Circle\"",
                "Polygon|[[[1,2],[null,4],[5,6],[1,2]]]|a coordinate is",
                "Polygon|[[[1,2],[NaN,4],[5,6],[1,2]]]|not a finite number",
                "Polygon|[[[1,2],[1e999,4],[5,6],[1,2]]]|not a finite number",
                "Polygon|[]|empty",
                "Polygon|[[[1,2],[1,2]]]|no area",
                "Polygon|[[[1,2],[2,3],[3,4],[1,2]]]|no area"
            })
    void aDamagedFeatureIsRejectedAndTheNextIsRead(String type, String coordinates, String reason) throws Exception {
        String json = "{'type':'FeatureCollection','features':[" + feature(type, coordinates, "") + ",FEATURE]}";
        assertThat(json(SourceKind.SPACES, json).error().headline())
                .startsWith("case.geojson, feature 1: ")
                .contains(reason)
                .contains("--valid-only");

        ImportCase run = json(SourceKind.SPACES, json).validOnly();
        assertThat(run.run().rejected()).singleElement().asString().contains(reason);
        assertThat(run.sink.spaces).hasSize(1);
    }

    @Test
    void openRingsAreClosedAndThirdCoordinatesDropped() throws Exception {
        ImportCase run = ImportCase.features(
                SourceKind.SPACES,
                folder,
                feature("Polygon", "[[[106.4,29.8,5],[106.401,29.8,5],[106.401,29.801,5]]]", ""));
        ImportReport report = run.run();
        assertThat(run.sink.spaces.get(0).geometry().getNumPoints()).isEqualTo(4);
        assertThat(report.notes()).anyMatch(note -> note.contains("closed") && note.contains("feature 1"));
        assertThat(report.notes()).anyMatch(note -> note.contains("Z"));
    }

    @Test
    void propertiesKeepTheirTypesAndTheIdIsAColumn() throws Exception {
        String json = "{'type':'FeatureCollection','features':[{'type':'Feature','id':'w7','properties':{'n':12,'big':"
                + "123456789012345678901234567890,'x':1.5,'t':true,'o':{'a':[1,'b']},'z':null},'geometry':null}]}";
        Path file = file(json);
        try (FeatureReader reader =
                GeoJsonReader.open(io.microscape.study.SourceSpec.of(SourceKind.SPACES, file), ImportLimits.DEFAULTS)) {
            SourceFeature only = reader.next();
            assertThat(only.attributes())
                    .containsEntry("n", 12L)
                    .containsEntry("big", "123456789012345678901234567890")
                    .containsEntry("x", 1.5)
                    .containsEntry("t", true)
                    .containsEntry("o", "{\"a\":[1,\"b\"]}")
                    .containsEntry("z", null)
                    .containsEntry("id", "w7");
            assertThat(only.geometry()).isNull();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void textInGbkIsReadAsSuch() throws Exception {
        String json = "{\"type\":\"FeatureCollection\",\"features\":["
                + feature("Polygon", SQUARE, "\"name\":\"人民公园的小微空间\"") + "]}";
        ImportCase detected = ImportCase.text(SourceKind.SPACES, folder, "gbk.geojson", json, Charset.forName("GBK"));
        detected.run();
        assertThat(detected.sink.spaces).extracting(MicroSpace::name).containsExactly("人民公园的小微空间");

        ImportCase wide = ImportCase.text(SourceKind.SPACES, folder, "wide.geojson", json, StandardCharsets.UTF_16LE)
                .encoding("UTF-16LE");
        assertThat(wide.run().encodingFrom()).isEqualTo("given");
        assertThat(wide.sink.spaces).extracting(MicroSpace::name).containsExactly("人民公园的小微空间");
    }

    @Test
    void limitsEndInTheirName() throws Exception {
        ImportLimits few = new ImportLimits(1000, 10, 1, 1, 1);
        String many = feature("Polygon", "[[" + "[1,2],".repeat(20) + "[1,2]]]", "");
        assertThat(ImportCase.features(SourceKind.SPACES, folder, many)
                        .limits(few)
                        .error())
                .hasMessageContaining("MICROSCAPE_MAX_COORDINATES");
        String longText = feature("Polygon", SQUARE, "\"name\":\"" + "x".repeat(5000) + "\"");
        assertThat(ImportCase.features(SourceKind.SPACES, folder, longText)
                        .limits(few)
                        .error())
                .hasMessageStartingWith("case.geojson: not readable");
        String deep = feature("Polygon", "[".repeat(5000) + "]".repeat(5000), "");
        assertThat(ImportCase.features(SourceKind.SPACES, folder, deep).error()).hasMessageContaining("nesting");
    }

    /** The damaged files of mapshaper's tests: each is imported with what was mended listed, or ends in one clear error. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ccw_polygon.json|1 read, 0 repaired",
                "ex10_bowtie.json|2 read, 1 repaired",
                "ex11_ogc.geojson|1 read, 0 repaired",
                "ex1_invalid_rings.json|1 read, 1 repaired",
                "ex23_three_ca_precincts.json|3 read, 0 repaired",
                "ex2.json|cannot be in CRS:84",
                "invalid_coordinates.json|polygons are wanted",
                "sample.json|line 3, column 1",
                "sample1.json|line 1, column 580",
                "six_counties_three_null.json|feature 1: has no geometry (and 2 more of 6 features)"
            })
    void nastyFiles(String name, String expected) {
        ImportCase run = ImportCase.of(SourceKind.SPACES, SharedData.path("nasty/mapshaper/json/" + name));
        if (expected.contains("repaired")) {
            ImportReport report = run.run();
            assertThat(report.read() + " read, " + report.repaired().size() + " repaired")
                    .isEqualTo(expected);
            assertThat(report.accepted()).isEqualTo(report.read());
            assertThat(run.sink.spaces).allMatch(space -> space.geometry().isValid());
        } else {
            assertThat(run.error().headline()).startsWith(name).contains(expected);
        }
    }

    private Path file(String json) throws Exception {
        return java.nio.file.Files.writeString(folder.resolve("case.geojson"), json.replace('\'', '"'));
    }

    private ImportCase json(SourceKind kind, String json) throws Exception {
        String text = json.replace("FEATURE", feature("Polygon", "SQUARE", "")).replace("SQUARE", SQUARE);
        return ImportCase.of(kind, file(text.replace("\\n", "\n")));
    }
}
