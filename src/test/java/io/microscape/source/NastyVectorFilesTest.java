package io.microscape.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.study.InvalidInputException;
import io.microscape.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each nasty vector file reads, or ends in one clear line. The texts were decoded by hand from the bytes of the files
 * (BC F2 CC E5 is 简体 in GBK, C7 D1 B1 B9 B8 BB is 한국말 in EUC-KR …), counts are (size − 100) / record size or ogrinfo's.
 */
class NastyVectorFilesTest {
    private static final String MAPSHAPER = "nasty/mapshaper/";

    /**
     * A file that reads.
     *
     * @param file file and, after @, layer
     * @param encoding "charset, from", or null
     * @param crs how the CRS statement begins, or null for none
     * @param column a column to check, or null
     * @param first its value in the first feature
     */
    record Readable(String file, int features, String encoding, String crs, String column, Object first) {}

    record Refused(String file, String message) {}

    static List<Readable> readable() {
        return List.of(
                new Readable("cpg/big5.shp", 1, "Big5, .cpg", null, "NAME", "國語"),
                new Readable("cpg/big5.dbf", 1, "Big5, .cpg", null, "NAME", "國語"),
                new Readable("cpg/euckr.dbf", 1, "EUC-KR, .cpg", null, "NAME", "한국말"),
                new Readable("cpg/shiftjis.dbf", 1, "Shift_JIS, .cpg", null, "NAME", "カタカナひらがな"),
                new Readable("cpg/win1251.dbf", 1, "windows-1251, .cpg", null, "NAME", "РУССКИЙ"),
                new Readable("cpg/utf16.dbf", 0, "UTF-16, .cpg", null, null, null),
                new Readable("dbf/big5.dbf", 1, "Big5, detected", null, "NAME", "繁體國語"),
                new Readable("dbf/gb2312.dbf", 1, "GB18030, detected", null, "NAME", "简体国语"),
                new Readable("dbf/gbk.dbf", 1, "GB18030, detected", null, "NAME", "简体国语"),
                new Readable("dbf/latin1.dbf", 1, "windows-1252, detected", null, "NAME", "Peçeña México"),
                new Readable("dbf/utf8.dbf", 1, "UTF-8, detected", null, "NAME", "国语國語"),
                new Readable("dbf/comma_separated.dbf", 7, "UTF-8, detected", null, "AUGSTUMS", 68.5),
                new Readable("dbf/duplicate_fields.dbf", 5, "UTF-8, detected", null, "unemployed_2", 0.0),
                new Readable("gauss_kruger/gauss_kruger.shp", 3, null, "PROJCS[\"Beijing_1954", null, null),
                new Readable(
                        "gauss_kruger/three_points.shp", 3, "UTF-8, detected", "PROJCS[\"Unknown\"", "scalerank", 2L),
                new Readable("gauss_kruger/three_points.dbf", 3, "UTF-8, detected", "PROJCS", "name", "Niagara Falls"),
                new Readable("ldid_chinese/chinese.shp", 1, "GBK, DBF language id 0x7A", "GEOGCS", "NAME", "简体"),
                new Readable("ldid_chinese/chinese.dbf", 1, "GBK, DBF language id 0x7A", "GEOGCS", "NAME", "简体"),
                new Readable("shp_misc/points.shp", 2, "UTF-8, detected", null, "FID", 0L),
                new Readable("shp_misc/points.dbf", 2, "UTF-8, detected", null, "FID", 0L),
                new Readable(
                        "shp_misc/invalid_coordinates.shp", 1, "UTF-8, detected", "GEOGCS", "STRUCTID", "NY148414"),
                new Readable("shp_misc/invalid_coordinates.dbf", 1, "UTF-8, detected", "GEOGCS", "GEO_ID", 533064L),
                new Readable(
                        "518_519/data_corruption_error.shp",
                        8,
                        "UTF-8, .cpg",
                        "PROJCS[\"SWEREF99_TM\"",
                        "sub_c_type",
                        "Matarkabel luft, 0,400 kV - Linje 1"),
                new Readable("518_519/data_corruption_error.dbf", 8, "UTF-8, .cpg", "PROJCS", "dp_deleted", false),
                new Readable(
                        "518_519/max_callstack_error.shp",
                        138,
                        "windows-1252, DBF language id 0x58",
                        "PROJCS[\"RT90",
                        "Length",
                        8057.3),
                new Readable(
                        "518_519/max_callstack_error.dbf",
                        138,
                        "windows-1252, DBF language id 0x58",
                        "PROJCS",
                        "Direction",
                        36.5),
                new Readable("gpkg_fgb/Oregon_customCRS.gpkg", 1, null, "PROJCS[\"UNK / Lambert", "NAME", "Oregon"),
                new Readable("gpkg_fgb/data_only_tables.gpkg@washington_cities", 6, null, "EPSG:4326", "fid", 1L),
                new Readable("gpkg_fgb/mixed_crs.gpkg@oregon_2269", 1, null, "EPSG:2269", "NAME", "Oregon"),
                new Readable("gpkg_fgb/mixed_crs.gpkg@Oregon_4326", 1, null, "EPSG:4326", "NAME", "Oregon"),
                new Readable("gpkg_fgb/missing_crs_mixed_ranges.gpkg@OR_land_2269", 1, null, null, "NAME", "Oregon"),
                new Readable("gpkg_fgb/null_crs_gdal.gpkg", 1, null, null, "NAME", "Oregon"),
                new Readable("gpkg_fgb/countries.fgb", 179, null, "EPSG:4326", "name", "Antarctica"),
                new Readable("gpkg_fgb/poly00.fgb", 10, null, "EPSG:27700", "EAS_ID", 158L),
                new Readable("gpkg_fgb/empty.fgb", 0, null, "EPSG:4326", null, null));
    }

    static List<Refused> refused() {
        return List.of(
                new Refused("gpkg_fgb/Albania.kmz", "Albania.kmz: .kmz files are not read here; convert it to"),
                new Refused(
                        "gpkg_fgb/data_only_tables.gpkg",
                        "data_only_tables.gpkg: it holds 2 layers (oregon_cities, washington_cities); choose one"),
                new Refused("gpkg_fgb/mixed_crs.gpkg", "it holds 2 layers (oregon_2269, oregon_4326); choose one"),
                new Refused("gpkg_fgb/missing_crs_mixed_ranges.gpkg", "(OR_land_2269, OR_land_4326); choose one"),
                new Refused(
                        "gpkg_fgb/mixed_crs.gpkg@land", "it has no layer \"land\"; it has oregon_2269, oregon_4326"),
                new Refused("shp_misc", "it holds 2 layers (invalid_coordinates, points); choose one with --layer"),
                new Refused("gpkg_fgb", "the folder holds no Shapefile (.shp); name the file itself"));
    }

    @ParameterizedTest
    @MethodSource
    void readable(Readable expected) {
        String[] fileAndLayer = expected.file().split("@");
        Path file = SharedData.path(MAPSHAPER + fileAndLayer[0]);
        Reading reading = Reading.of(file, null, fileAndLayer.length > 1 ? fileAndLayer[1] : null);
        assertThat(reading.features()).hasSize(expected.features());
        assertThat(reading.encodingText()).isEqualTo(expected.encoding());
        if (expected.crs() == null) {
            assertThat(reading.crs()).isNull();
        } else {
            assertThat(reading.crs().crs()).startsWith(expected.crs());
        }
        if (expected.column() != null) {
            assertThat(reading.columns()).contains(expected.column());
            assertThat(reading.values(expected.column())).first().isEqualTo(expected.first());
        }
    }

    @ParameterizedTest
    @MethodSource
    void refused(Refused expected) {
        String[] fileAndLayer = expected.file().split("@");
        Path file = SharedData.path(MAPSHAPER + fileAndLayer[0]);
        assertThatThrownBy(() -> Reading.of(file, null, fileAndLayer.length > 1 ? fileAndLayer[1] : null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(expected.message())
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void noFileIsLeftOut() throws IOException {
        Set<String> listed = Stream.concat(
                        readable().stream().map(Readable::file),
                        refused().stream().map(Refused::file))
                .map(file -> file.split("@")[0])
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        Path root = SharedData.path(MAPSHAPER);
        try (Stream<Path> files = Files.walk(root)) {
            files.map(root::relativize)
                    .map(Path::toString)
                    .filter(name -> name.matches(".*\\.(shp|dbf|gpkg|fgb|kmz)"))
                    .filter(name -> !listed.contains(name))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void wideColumnNamesAreDecoded() {
        assertThat(Reading.of(SharedData.path(MAPSHAPER + "cpg/utf16.dbf")).columns())
                .containsExactly("i", "N");
    }

    @Test
    void whatWasDoneIsSaid() {
        assertThat(Reading.of(SharedData.path(MAPSHAPER + "dbf/duplicate_fields.dbf"))
                        .notes())
                .contains("column unemployed occurs more than once; a later one is called unemployed_2")
                .anyMatch(note -> note.startsWith("column rate: numbers that did not fit their field (asterisks)"));
        assertThat(Reading.of(SharedData.path(MAPSHAPER + "dbf/comma_separated.dbf"))
                        .notes())
                .containsExactly("column AUGSTUMS: a comma is read as decimal point");
        assertThat(Reading.of(SharedData.path(MAPSHAPER + "shp_misc/invalid_coordinates.shp"))
                        .geometry(0)
                        .isEmpty())
                .isTrue();
        assertThat(Reading.of(SharedData.path(MAPSHAPER + "gauss_kruger/gauss_kruger.shp"))
                        .notes())
                .containsExactly("there is no .dbf file: features have no attributes");
        assertThat(Reading.of(SharedData.path(MAPSHAPER + "518_519/data_corruption_error.shp"))
                        .notes())
                .containsExactly("Z values, and M values if any, are dropped");
    }
}
