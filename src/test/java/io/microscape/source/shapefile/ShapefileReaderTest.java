package io.microscape.source.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.source.FeatureReader;
import io.microscape.source.ImportLimits;
import io.microscape.source.Reading;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShapefileReaderTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int POINT = 1;
    private static final int LINE = 3;
    private static final int POLYGON = 5;

    private static final double[] OUTER = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
    private static final double[] HOLE = {2, 2, 8, 2, 8, 8, 2, 8, 2, 2};
    private static final double[] ISLAND = {4, 4, 4, 6, 6, 6, 6, 4, 4, 4};
    private static final double[] BESIDE = {20, 0, 20, 10, 30, 10, 30, 0, 20, 0};

    @TempDir
    private Path folder;

    private static double[] reversed(double[] ring) {
        double[] reversed = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            reversed[i] = ring[ring.length - 2 - i];
            reversed[i + 1] = ring[ring.length - 1 - i];
        }
        return reversed;
    }

    private Geometry polygonOf(double[]... rings) throws IOException {
        return Reading.of(new ShapefileBytes(POLYGON).parts(rings).write(folder, "rings"))
                .geometry(0);
    }

    private static void assertSame(Geometry read, String wkt) throws ParseException {
        Geometry expected = new WKTReader().read(wkt);
        assertThat(read.norm()).isEqualTo(expected.norm());
    }

    @Test
    void ringsAreNestedByPlaceWhateverTheirWinding() throws IOException, ParseException {
        String expected = "MULTIPOLYGON (((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 8 2, 8 8, 2 8, 2 2)),"
                + " ((4 4, 4 6, 6 6, 6 4, 4 4)), ((20 0, 20 10, 30 10, 30 0, 20 0)))";
        assertSame(polygonOf(OUTER, HOLE, ISLAND, BESIDE), expected);
        assertSame(polygonOf(ISLAND, BESIDE, HOLE, OUTER), expected);
        assertSame(polygonOf(reversed(OUTER), reversed(HOLE), reversed(ISLAND), reversed(BESIDE)), expected);
        assertSame(polygonOf(OUTER, reversed(HOLE), ISLAND, BESIDE), expected);
        assertSame(polygonOf(OUTER, HOLE, ISLAND, reversed(BESIDE)), expected);
    }

    @Test
    void aHoleThatTouchesItsShellIsAHole() throws IOException, ParseException {
        double[] diamond = {0, 5, 5, 0, 10, 5, 5, 10, 0, 5};
        assertSame(polygonOf(OUTER, diamond), "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (0 5, 5 0, 10 5, 5 10, 0 5))");
    }

    @Test
    void equalAndOverlappingShellsStayShells() throws IOException {
        double[] overlapping = {5, 5, 5, 15, 15, 15, 15, 5, 5, 5};
        assertThat(polygonOf(OUTER, OUTER).getNumGeometries()).isEqualTo(2);
        assertThat(polygonOf(OUTER, overlapping).getNumGeometries()).isEqualTo(2);
    }

    @Test
    void openRingsAreClosedAndReported() throws IOException, ParseException {
        Reading reading = Reading.of(new ShapefileBytes(POLYGON)
                .parts(new double[] {0, 0, 0, 10, 10, 10, 10, 0})
                .write(folder, "open"));
        assertSame(reading.geometry(0), "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))");
        assertThat(reading.notes()).contains("rings that were open are closed (feature 1)");
    }

    @Test
    void collapsedPartsAreKeptForTheRepairToReport() throws IOException {
        Reading lines = Reading.of(
                new ShapefileBytes(LINE).parts(new double[] {5, 5}).nullShape().write(folder, "lines"));
        assertThat(lines.geometry(0).getLength()).isZero();
        assertThat(lines.geometry(1)).isNull();
        Reading ring = Reading.of(
                new ShapefileBytes(POLYGON).parts(new double[] {5, 5, 6, 6}).write(folder, "ring"));
        assertThat(ring.geometry(0).getArea()).isZero();
        assertThat(Reading.of(new ShapefileBytes(POLYGON).parts().write(folder, "none"))
                        .geometry(0)
                        .isEmpty())
                .isTrue();
    }

    private ShapefileBytes parks() {
        return new ShapefileBytes(POINT)
                .text(GBK, 20, 0, "名称", "小微空间编号")
                .point(1, 2)
                .row("越秀公园", "A1")
                .point(3, 4)
                .row("人民公园", "A2")
                .point(5, 6)
                .row("烈士陵园", "A3");
    }

    @Test
    void chineseNamesColumnsAndFilesAreRead() throws IOException {
        Reading reading = Reading.of(parks().write(folder, "公园"));
        assertThat(reading.layer()).isEqualTo("公园");
        // A name of six characters takes 12 bytes, of which a DBF keeps 10.
        assertThat(reading.columns()).containsExactly("名称", "小微空间编");
        assertThat(reading.values("名称")).containsExactly("越秀公园", "人民公园", "烈士陵园");
        assertThat(reading.encodingText()).isEqualTo("GB18030, detected");
    }

    @Test
    void aColumnNameCutAmidACharacterLosesThatCharacterOnly() throws IOException {
        Path shp = new ShapefileBytes(POINT)
                .text(StandardCharsets.UTF_8, 20, 0, "小微空间")
                .point(1, 2)
                .row("公园")
                .write(folder, "cut");
        assertThat(Reading.of(shp).columns()).containsExactly("小微空");
    }

    @Test
    void aValueCutAmidACharacterLosesThatCharacterAndIsReported() throws IOException {
        Path shp = new ShapefileBytes(POINT)
                .text(GBK, 7, 0, "name")
                .point(1, 2)
                .row("越秀公园")
                .write(folder, "cut");
        Reading reading = Reading.of(shp);
        assertThat(reading.values("name")).containsExactly("越秀公");
        assertThat(reading.notes())
                .containsExactly("column name: text is cut amid its last character, which is left out (the field is"
                        + " too short) (row 1)");
    }

    @Test
    void theOrderOfSourcesOfAnEncoding() throws IOException {
        Path shp = parks().text(GBK, 20, 0x4D).write(folder, "order");
        Path cpg = folder.resolve("order.cpg");
        assertThat(Reading.of(shp).encodingText()).isEqualTo("GBK, DBF language id 0x4D");
        Files.writeString(cpg, "GB18030\r\n");
        assertThat(Reading.of(shp).encodingText()).isEqualTo("GB18030, .cpg");
        assertThat(Reading.of(shp, "936", null).encodingText()).isEqualTo("GBK, given");

        Files.writeString(cpg, "UTF-8");
        Reading contradicted = Reading.of(shp);
        assertThat(contradicted.encodingText()).isEqualTo("GBK, DBF language id 0x4D");
        assertThat(contradicted.notes())
                .containsExactly("the .cpg file says UTF-8, which the text cannot be decoded in; it is not followed");

        Files.writeString(cpg, "Klingon-1");
        refused(shp)
                .hasMessage("order.cpg: \"Klingon-1\" is no known text encoding; name the right one with --encoding"
                        + " (encoding: in the study file)");
        assertThat(Reading.of(shp, "GBK", null).values("名称")).first().isEqualTo("越秀公园");
        assertThatThrownBy(() -> Reading.of(shp, "UTF-8", null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("order.dbf: its text is not UTF-8; leave --encoding out to have it detected (it looks like"
                        + " GB18030), or name another");
    }

    @Test
    void aSingleByteLanguageIdOnChineseTextIsFollowedWithADoubt() throws IOException {
        Reading reading = Reading.of(parks().text(GBK, 20, 0x03).write(folder, "doubt"));
        assertThat(reading.encodingText()).isEqualTo("windows-1252, DBF language id 0x03");
        assertThat(reading.notes()).anyMatch(note -> note.contains("looks like GB18030: if it is garbled"));
    }

    @Test
    void deletedRowsTakeTheirShapesWithThem() throws IOException {
        Reading reading = Reading.of(new ShapefileBytes(POINT)
                .text(GBK, 20, 0, "name")
                .point(1, 1)
                .row("a")
                .point(2, 2)
                .row("*", "b")
                .point(3, 3)
                .row("c")
                .write(folder, "deleted"));
        assertThat(reading.values("name")).containsExactly("a", "c");
        assertThat(reading.geometry(1).getCoordinate().x).isEqualTo(3);
        assertThat(reading.notes()).containsExactly("features whose row is marked as deleted are left out (feature 2)");
    }

    @Test
    void siblingsAreFoundInAnyCase() throws IOException {
        Path shp = parks().write(folder, "Parks");
        Files.move(folder.resolve("Parks.dbf"), folder.resolve("PARKS.DBF"));
        Files.writeString(folder.resolve("parks.PRJ"), "GEOGCS[\"x\"]");
        Reading reading = Reading.of(shp);
        assertThat(reading.values("名称")).hasSize(3);
        assertThat(reading.crs()).isEqualTo(new FeatureReader.DeclaredCrs("GEOGCS[\"x\"]", ".prj"));
        assertThat(Reading.of(folder.resolve("PARKS.DBF")).format()).isEqualTo("ESRI Shapefile");
    }

    @Test
    void aFolderOrASiblingStandsForItsShapefile() throws IOException {
        parks().write(folder, "公园");
        assertThat(Reading.of(folder).features()).hasSize(3);
        assertThat(Reading.of(folder.resolve("公园.shx")).features()).hasSize(3);
        assertThat(Reading.of(folder.resolve("公园.dbf")).format()).isEqualTo("ESRI Shapefile");
        Reading table = Reading.of(
                Reading.spec(folder.resolve("公园.dbf"), SourceKind.PLANTS, null, null), ImportLimits.DEFAULTS);
        assertThat(table.format()).isEqualTo("DBF");
        assertThat(table.features()).hasSize(3).allMatch(row -> row.geometry() == null);
    }

    @Test
    void withoutIndexItIsReadInOrder() throws IOException {
        Path shp = parks().write(folder, "plain");
        Files.delete(folder.resolve("plain.shx"));
        assertThat(Reading.of(shp).features()).hasSize(3);
    }

    @Test
    void theIndexTellsOfGapsBetweenRecords() throws IOException {
        Path shp = parks().write(folder, "gap");
        byte[] bytes = Files.readAllBytes(shp);
        byte[] gap = new byte[12];
        Arrays.fill(gap, (byte) 0x7F);
        ByteBuffer gapped = ByteBuffer.allocate(bytes.length + gap.length);
        gapped.put(bytes, 0, 128).put(gap).put(bytes, 128, bytes.length - 128);
        gapped.putInt(24, gapped.capacity() / 2);
        Files.write(shp, gapped.array());
        byte[] index = Files.readAllBytes(folder.resolve("gap.shx"));
        for (int record = 1; record < 3; record++) {
            ByteBuffer.wrap(index).putInt(100 + 8 * record, (128 + gap.length + 28 * (record - 1)) / 2);
        }
        Files.write(folder.resolve("gap.shx"), index);
        assertThat(Reading.of(shp).features())
                .extracting(feature -> feature.geometry().getCoordinate().x)
                .containsExactly(1.0, 3.0, 5.0);
    }

    @Test
    void aHeaderThatLiesAboutTheLengthIsReported() throws IOException {
        for (int stated : new int[] {0, 100, 130, 5000}) {
            byte[] bytes = parks().shp();
            ByteBuffer.wrap(bytes).putInt(24, stated / 2);
            Path shp = parks().write(folder, "lies");
            Files.write(shp, bytes);
            Reading reading = Reading.of(shp);
            assertThat(reading.features()).hasSize(3);
            assertThat(reading.notes())
                    .containsExactly(
                            "the .shp header states " + stated + " bytes, the file has 184; every record was read");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "60, 'bad.shp: damaged Shapefile: it is shorter than its header; export or download the file again'",
        "170, 'bad.shp, feature 3: damaged or truncated: byte 156 of 170 begins no whole record; export or'",
        "156, 'bad.shp: it has fewer shapes (2) than the .dbf has rows (3), so attributes would belong to'"
    })
    void truncatedFilesAreRefused(int length, String message) throws IOException {
        Path shp = parks().write(folder, "bad");
        Files.write(shp, Arrays.copyOf(parks().shp(), length));
        refused(shp).hasMessageStartingWith(message);
    }

    @Test
    void aTruncatedFileWithoutTableIsRefusedByItsHeader() throws IOException {
        Path shp = parks().write(folder, "bad");
        Files.write(shp, Arrays.copyOf(parks().shp(), 156));
        Files.delete(folder.resolve("bad.dbf"));
        refused(shp).hasMessageContaining("it states 184 bytes but has 156");
    }

    @Test
    void moreShapesThanRowsAreRefused() throws IOException {
        Path shp = parks().point(7, 8).write(folder, "more");
        refused(shp)
                .hasMessage("more.shp: it has more shapes than the .dbf has rows (3), so attributes would belong to the"
                        + " wrong shapes; get .shp and .dbf from the same export");
    }

    @Test
    void aTruncatedTableIsRefused() throws IOException {
        Path shp = parks().write(folder, "bad");
        byte[] dbf = parks().dbf();
        Files.write(folder.resolve("bad.dbf"), Arrays.copyOf(dbf, dbf.length - 30));
        refused(shp).hasMessageStartingWith("bad.dbf: damaged table: it states 3 rows but holds 2; export or download");
    }

    @ParameterizedTest
    @CsvSource({
        "2000000000, 4, it states 2000000000 points",
        "-1, 4, it states 4294967295 points",
        "4, 2000000000, it states 2000000000 parts",
        "4, -5, it states 4294967291 parts",
        "400, 1, it has no room for its parts and points",
        "4, 0, it has points but no part"
    })
    void absurdCountsAreRefusedBeforeMemoryIsTaken(int points, int parts, String problem) throws IOException {
        Path shp = new ShapefileBytes(POLYGON)
                .record(200, out -> {
                    out.putInt(POLYGON).put(new byte[32]).putInt(parts).putInt(points);
                    out.put(new byte[4 + 64]);
                })
                .write(folder, "absurd");
        refused(shp)
                .hasMessageContaining("absurd.shp, feature 1: damaged record, ")
                .hasMessageContaining(problem);
    }

    @Test
    void partsOutOfOrderAreRefused() throws IOException {
        Path shp = new ShapefileBytes(LINE)
                .record(200, out -> {
                    out.putInt(LINE).put(new byte[32]).putInt(2).putInt(4);
                    out.putInt(0).putInt(9).put(new byte[64]);
                })
                .write(folder, "order");
        refused(shp).hasMessageContaining("part 2 starts at point 9");
    }

    @Test
    void theLimitOnCoordinatesHolds() throws IOException {
        Path shp = new ShapefileBytes(POLYGON).parts(OUTER).write(folder, "limit");
        ImportLimits few = new ImportLimits(1000, 4, 1000, 10, 10);
        assertThatThrownBy(() -> Reading.of(Reading.spec(shp, SourceKind.SPACES, null, null), few))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("it states 5 points, more than the limit of 4 (MICROSCAPE_MAX_COORDINATES)");
    }

    @Test
    void zAndMAreDropped() throws IOException {
        Path shp = new ShapefileBytes(11)
                .record(
                        36,
                        out -> out.putInt(11)
                                .putDouble(1)
                                .putDouble(2)
                                .putDouble(99)
                                .putDouble(-1e39))
                .write(folder, "z");
        Reading reading = Reading.of(shp);
        assertThat(reading.geometry(0).getCoordinate().getZ()).isNaN();
        assertThat(reading.geometry(0).toText()).isEqualTo("POINT (1 2)");
        assertThat(reading.notes()).contains("Z values, and M values if any, are dropped");
    }

    @Test
    void solidsAndUnknownTypesAreRefused() throws IOException {
        refused(new ShapefileBytes(31).nullShape().write(folder, "solid"))
                .hasMessage("solid.shp: it holds MultiPatch solids; export their footprints as polygons");
        refused(new ShapefileBytes(77).nullShape().write(folder, "unknown"))
                .hasMessageContaining("unknown shape type 77");
    }

    @Test
    void missingFilesAndForeignFormatsAreRefusedWithAMend() throws IOException {
        refused(folder.resolve("none.shp")).hasMessageContaining("none.shp: there is no such file");
        Path doc = Files.writeString(folder.resolve("report.docx"), "PK\u0003\u0004");
        refused(doc).hasMessage("report.docx: .docx files are not read here; save its table as CSV (UTF-8)");
        Path unknown = Files.write(folder.resolve("thing.bin"), new byte[] {1, 2, 3});
        refused(unknown)
                .hasMessage("thing.bin: .bin files are not read here; use Shapefile, GeoPackage, FlatGeobuf, GeoJSON,"
                        + " CSV or a zip of one of them");
    }

    @Test
    void aFileWithoutKnownSuffixIsToldByItsContent() throws IOException {
        Path shp = new ShapefileBytes(POINT).point(1, 2).write(folder, "plain");
        Path renamed = Files.move(shp, folder.resolve("upload"));
        assertThat(Reading.of(renamed).format()).isEqualTo("ESRI Shapefile");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Path file) {
        return assertThatThrownBy(() -> Reading.of(file)).isInstanceOf(InvalidInputException.class);
    }
}
