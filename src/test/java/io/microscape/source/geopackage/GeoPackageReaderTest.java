package io.microscape.source.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.source.FeatureReader;
import io.microscape.source.FeatureReaders;
import io.microscape.source.ImportLimits;
import io.microscape.source.Reading;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class GeoPackageReaderTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makePackage() throws SQLException {
        file = folder.resolve("北碚 #1?.gpkg");
        execute(
                "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,"
                        + " organization_coordsys_id INTEGER, definition TEXT, description TEXT)",
                "INSERT INTO gpkg_spatial_ref_sys VALUES ('u', -1, 'NONE', -1, 'undefined', ''),"
                        + " ('c', 1, 'epsg', 4547, 'PROJCS[]', ''), ('o', 2, 'NONE', 2, 'PROJCS[\"own\"]', ''),"
                        + " ('l', 3, 'NONE', 3, 'LOCAL_CS[\"site\"]', '')",
                "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER)",
                "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT,"
                        + " srs_id INTEGER, z INTEGER, m INTEGER)");
        layer("spaces", 1);
    }

    private void layer(String name, int srs) throws SQLException {
        execute(
                "CREATE TABLE \"" + name + "\" (fid INTEGER PRIMARY KEY, geom GEOMETRY, name TEXT, green BOOLEAN,"
                        + " area REAL, photo BLOB)",
                "INSERT INTO gpkg_contents VALUES ('" + name + "', 'features', " + srs + ")",
                "INSERT INTO gpkg_geometry_columns VALUES ('" + name + "', 'geom', 'GEOMETRY', " + srs + ", 0, 0)");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("build.gpkg"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        try {
            Files.copy(folder.resolve("build.gpkg"), file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private void insert(String table, int fid, byte[] geometry) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("build.gpkg"));
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?, '越秀公园', 1, 2.5, x'00')")) {
            insert.setInt(1, fid);
            insert.setBytes(2, geometry);
            insert.execute();
        }
        execute();
    }

    /** A geometry BLOB: header in either byte order, envelope of a form, and WKB in either byte order. */
    private static byte[] blob(Geometry geometry, boolean little, int envelope, int dimension) {
        byte[] wkb = new WKBWriter(dimension, little ? ByteOrderValues.LITTLE_ENDIAN : ByteOrderValues.BIG_ENDIAN)
                .write(geometry);
        int[] doubles = {0, 4, 6, 6, 8};
        ByteBuffer blob = ByteBuffer.allocate(8 + 8 * doubles[envelope] + wkb.length)
                .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int empty = geometry.isEmpty() ? 1 << 4 : 0;
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0);
        blob.put((byte) ((little ? 1 : 0) | envelope << 1 | empty)).putInt(4547);
        blob.position(8 + 8 * doubles[envelope]);
        return blob.put(wkb).array();
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused() {
        return assertThatThrownBy(() -> Reading.of(file)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void bothByteOrdersAndAllEnvelopes() throws SQLException, ParseException {
        Geometry square = wkt("POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))");
        int fid = 10;
        for (int envelope = 0; envelope <= 4; envelope++) {
            insert("spaces", fid++, blob(square, true, envelope, 2));
            insert("spaces", fid++, blob(square, false, envelope, 2));
        }
        Reading reading = Reading.of(file);
        assertThat(reading.features())
                .hasSize(10)
                .allMatch(each -> each.geometry().equalsExact(square));
        assertThat(reading.features().get(0).label()).isEqualTo("feature 10");
        assertThat(reading.columns()).containsExactly("fid", "name", "green", "area");
        assertThat(reading.features().get(0).attributes())
                .containsEntry("name", "越秀公园")
                .containsEntry("green", true)
                .containsEntry("area", 2.5)
                .containsEntry("fid", 10L);
        assertThat(reading.notes()).containsExactly("column photo of binary values is not read");
    }

    @Test
    void emptyNullAndThreeDimensionalGeometry() throws SQLException, ParseException {
        insert("spaces", 1, null);
        insert("spaces", 2, blob(wkt("POLYGON EMPTY"), true, 0, 2));
        insert("spaces", 3, blob(wkt("LINESTRING Z (0 0 5, 1 1 6)"), true, 0, 3));
        Reading reading = Reading.of(file);
        assertThat(reading.geometry(0)).isNull();
        assertThat(reading.geometry(1).isEmpty()).isTrue();
        assertThat(reading.geometry(2).toText()).isEqualTo("LINESTRING (0 0, 1 1)");
        assertThat(reading.geometry(2).getCoordinate().getZ()).isNaN();
        assertThat(reading.notes()).contains("Z and M values are dropped");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"1, EPSG:4547", "2, 'PROJCS[\"own\"]'", "3, none", "-1, none", "0, none", "77, none"})
    void coordinateSystems(int srs, String expected) throws SQLException {
        layer("other", srs);
        FeatureReader.DeclaredCrs crs = Reading.of(file, null, "other").crs();
        assertThat(crs).isEqualTo(expected == null ? null : new FeatureReader.DeclaredCrs(expected, "file"));
    }

    @Test
    void oneOfSeveralLayersAndViews() throws SQLException, ParseException {
        layer("道路", 1);
        insert("spaces", 1, blob(wkt("POINT (1 2)"), true, 0, 2));
        execute(
                "CREATE VIEW parks AS SELECT geom, name FROM spaces",
                "INSERT INTO gpkg_contents VALUES ('parks', 'features', 1)",
                "INSERT INTO gpkg_geometry_columns VALUES ('parks', 'geom', 'GEOMETRY', 1, 0, 0)");
        refused()
                .hasMessage("北碚 #1?.gpkg: it holds 3 layers (spaces, 道路, parks); choose one with --layer (layer: in the"
                        + " study file)");
        Reading view = Reading.of(file, null, "parks");
        assertThat(view.geometry(0).toText()).isEqualTo("POINT (1 2)");
        assertThat(view.columns()).containsExactly("name");
    }

    @Test
    void attributeTablesAreReadForTables() throws SQLException {
        execute(
                "CREATE TABLE carbon (code TEXT, net REAL)",
                "INSERT INTO carbon VALUES ('A1', 1.5)",
                "INSERT INTO gpkg_contents VALUES ('carbon', 'attributes', 0)",
                "CREATE TABLE loose (code TEXT)",
                "INSERT INTO loose VALUES ('B1')");
        Reading carbon = Reading.of(Reading.spec(file, SourceKind.CARBON, null, null), ImportLimits.DEFAULTS);
        assertThat(carbon.layer()).isEqualTo("carbon");
        assertThat(carbon.values("net")).containsExactly(1.5);
        assertThat(carbon.features().get(0).label()).isEqualTo("row 1");
        assertThat(Reading.of(file).layer()).isEqualTo("spaces");
        assertThat(Reading.of(file, null, "loose").values("code")).containsExactly("B1");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 1008, 2010, 15, 16, 17})
    void curvesAndSurfacesAreRefused(int type) throws SQLException, ParseException {
        byte[] blob = blob(wkt("LINESTRING (0 0, 1 1)"), true, 0, 2);
        ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN).putInt(9, type);
        insert("spaces", 5, blob);
        refused()
                .hasMessageStartingWith("北碚 #1?.gpkg, feature 5: its geometry is a curve or surface (WKB type " + type
                        + "); convert curves");
    }

    @Test
    void damagedGeometryIsRefusedByFeature() throws SQLException, ParseException {
        byte[] blob = blob(wkt("LINESTRING (0 0, 1 1)"), true, 0, 2);
        for (byte[] bad : List.of(
                Arrays.copyOf(blob, 5),
                Arrays.copyOf(blob, 20),
                "GPX".getBytes(StandardCharsets.US_ASCII),
                withCount(blob, Integer.MAX_VALUE))) {
            execute("DELETE FROM spaces");
            insert("spaces", 7, bad);
            refused().hasMessageContaining("feature 7: its geometry is damaged; export or download the file again");
        }
    }

    private static byte[] withCount(byte[] blob, int count) {
        byte[] changed = blob.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(13, count);
        return changed;
    }

    @Test
    void nestedCollectionsWithoutEndAreRefused() throws SQLException {
        int depth = 200_000;
        ByteBuffer blob = ByteBuffer.allocate(8 + 9 * depth).order(ByteOrder.LITTLE_ENDIAN);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(4547);
        for (int i = 0; i < depth; i++) {
            blob.put((byte) 1).putInt(7).putInt(1);
        }
        insert("spaces", 1, blob.array());
        refused().hasMessageContaining("its geometry is damaged");
    }

    @Test
    void limitsHold() throws SQLException, ParseException {
        insert("spaces", 1, blob(wkt("LINESTRING (0 0, 1 1, 2 2)"), true, 0, 2));
        assertThatThrownBy(() -> Reading.of(
                        Reading.spec(file, SourceKind.SPACES, null, null), new ImportLimits(1000, 2, 1000, 10, 10)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("its geometry has 3 coordinates, more than the limit of 2");
        assertThatThrownBy(() -> Reading.of(
                        Reading.spec(file, SourceKind.SPACES, null, null), new ImportLimits(3, 1000, 1000, 10, 10)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the text in column name is longer than the limit of 3");
    }

    @Test
    void nothingIsWrittenBesideTheSource() throws IOException, SQLException, ParseException {
        insert("spaces", 1, blob(wkt("POINT (1 2)"), true, 0, 2));
        execute("PRAGMA journal_mode=WAL", "PRAGMA wal_checkpoint(TRUNCATE)");
        Path closed = Files.createDirectory(folder.resolve("read-only"));
        Path inside = Files.copy(file, closed.resolve("a.gpkg"));
        Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        byte[] before = Files.readAllBytes(inside);
        assertThat(before[18]).as("the file is in WAL mode").isEqualTo((byte) 2);
        try (FeatureReader reader = FeatureReaders.open(
                        Reading.spec(inside, SourceKind.SPACES, null, null), ImportLimits.DEFAULTS);
                Stream<Path> files = Files.list(closed)) {
            assertThat(reader.next().geometry().toText()).isEqualTo("POINT (1 2)");
            assertThat(files).containsExactly(inside);
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertThat(Files.readAllBytes(inside)).isEqualTo(before);
    }

    @Test
    void pendingChangesOfAnotherProgramAreRead() throws IOException, SQLException, ParseException {
        insert("spaces", 1, blob(wkt("POINT (1 2)"), true, 0, 2));
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("INSERT INTO spaces SELECT 2, geom, '人民公园', green, area, photo FROM spaces");
            assertThat(Files.size(Path.of(file + "-wal"))).isPositive();
            Reading reading = Reading.of(file);
            assertThat(reading.values("name")).containsExactly("越秀公园", "人民公园");
            assertThat(reading.notes()).contains("another program has pending changes in the file; they are read too");
        }
    }

    @Test
    void otherDatabasesAndDamagedFilesAreRefused() throws IOException, SQLException, ParseException {
        insert("spaces", 1, blob(wkt("POINT (1 2)"), true, 0, 2));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, 5000));
        refused().hasMessageContaining("damaged GeoPackage");
        byte[] garbled = bytes.clone();
        Arrays.fill(garbled, 100, 3000, (byte) 0x55);
        Files.write(file, garbled);
        refused().hasMessageContaining("damaged GeoPackage");
        Files.writeString(file, "not a database");
        refused().hasMessage("北碚 #1?.gpkg: is no GeoPackage; check that the file is what its name says");
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a)");
        }
        refused().hasMessage("北碚 #1?.gpkg: is an SQLite database but no GeoPackage; export it as GeoPackage");
    }
}
