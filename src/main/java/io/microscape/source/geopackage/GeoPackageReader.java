package io.microscape.source.geopackage;

import io.microscape.source.FeatureReader;
import io.microscape.source.ImportLimits;
import io.microscape.source.ReaderNotes;
import io.microscape.source.SourceFeature;
import io.microscape.source.file.LayerChoice;
import io.microscape.source.file.SourceFile;
import io.microscape.source.file.ZipArchives;
import io.microscape.source.mapping.KindTargets;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * Features of one layer of a GeoPackage, or rows of an attribute table. Read with the SQLite driver and JTS and not with
 * mil.nga.geopackage, which cannot open a file as immutable: even told not to write it leaves -wal and -shm files beside
 * a source in WAL mode.
 *
 * <p>The file is opened as immutable: SQLite then takes no lock and writes nothing. Only when a program has changes
 * pending in a -wal or -journal file are the files copied, so that what is read is what that program shows.
 */
public final class GeoPackageReader implements FeatureReader {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);

    /** SQLite takes no greater limit. */
    private static final long LONGEST_VALUE = 1_000_000_000;

    private final SourceFile file;
    private final ImportLimits limits;
    private final ReaderNotes notes = new ReaderNotes();
    private final GeoPackageGeometry geometries;
    private final Path copy;
    private final Connection connection;
    private final Table table;
    private final DeclaredCrs crs;
    private final long total;
    private final Statement statement;
    private final ResultSet rows;
    private final List<Column> columns = new ArrayList<>();
    private int geometryIndex;
    private int keyIndex;
    private long done;

    /** A table of the package; without geometry column it is one of attributes. */
    private record Table(String name, String geometryColumn, Integer srs) {}

    private record Column(String name, int index, boolean logical) {}

    private GeoPackageReader(SourceFile file, SourceSpec spec, String layer, ImportLimits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        this.geometries = new GeoPackageGeometry(limits.maxCoordinates(), notes);
        checkMagic();
        copy = copyIfPending();
        Connection open = null;
        try {
            open = connect();
            table = choose(tables(open), spec, layer, open);
            crs = readCrs(open);
            total = count(open);
            statement = open.createStatement();
            rows = statement.executeQuery("SELECT * FROM " + quoted(table.name()));
            findColumns(open);
        } catch (SQLException e) {
            closeAfterFailure(open);
            throw failed(e);
        } catch (RuntimeException e) {
            closeAfterFailure(open);
            throw e;
        }
        connection = open;
    }

    /**
     * Opens a layer.
     *
     * @param layer the layer wanted, or null if there is only one
     * @throws InvalidInputException if the file is no GeoPackage, is damaged, or has not exactly one such layer
     */
    public static GeoPackageReader open(SourceFile file, SourceSpec spec, String layer, ImportLimits limits)
            throws IOException {
        return new GeoPackageReader(file, spec, layer, limits);
    }

    private void checkMagic() throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file.path())) {
            start = in.readNBytes(MAGIC.length);
        }
        if (!Arrays.equals(start, MAGIC)) {
            throw file.invalid("is no GeoPackage", "check that the file is what its name says");
        }
    }

    /** A temporary folder with the database and its pending changes, or null if there are none. */
    private Path copyIfPending() throws IOException {
        List<String> pending = new ArrayList<>();
        for (String suffix : List.of("-wal", "-journal")) {
            Path beside = Path.of(file.path() + suffix);
            if (Files.isRegularFile(beside) && Files.size(beside) > 0) {
                pending.add(suffix);
            }
        }
        if (pending.isEmpty()) {
            return null;
        }
        Path folder = Files.createTempDirectory("microscape-gpkg");
        try {
            Files.copy(file.path(), folder.resolve("copy.gpkg"));
            for (String suffix : pending) {
                Files.copy(Path.of(file.path() + suffix), folder.resolve("copy.gpkg" + suffix));
            }
            if (!folder.resolve("copy.gpkg").toFile().setWritable(true)) {
                throw new IOException("cannot write to " + folder);
            }
        } catch (IOException | RuntimeException e) {
            ZipArchives.deleteFolder(folder);
            throw e;
        }
        notes.add("another program has pending changes in the file; they are read too");
        return folder;
    }

    private Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.enableLoadExtension(false);
        config.setReadOnly(copy == null);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Long.toString(longestValue()));
        if (copy != null) {
            return config.createConnection("jdbc:sqlite:" + copy.resolve("copy.gpkg"));
        }
        String path = file.path().toAbsolutePath().toUri().getRawPath();
        return config.createConnection("jdbc:sqlite:file:" + path + "?immutable=1");
    }

    private long longestValue() {
        return Math.min(LONGEST_VALUE, 1024 + Math.max(36L * limits.maxCoordinates(), 4L * limits.maxTextLength()));
    }

    private List<Table> tables(Connection open) throws SQLException {
        if (!exists(open, "gpkg_contents")) {
            throw file.invalid("is an SQLite database but no GeoPackage", "export it as GeoPackage");
        }
        List<Table> tables = new ArrayList<>();
        String geometryColumns = exists(open, "gpkg_geometry_columns")
                ? " LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name AND c.data_type = 'features'"
                : " LEFT JOIN (SELECT NULL AS table_name, NULL AS column_name, NULL AS srs_id) g ON 0";
        try (Statement query = open.createStatement();
                ResultSet result =
                        query.executeQuery("SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c"
                                + geometryColumns
                                + " WHERE c.data_type IN ('features', 'attributes', 'aspatial') ORDER BY c.rowid")) {
            while (result.next()) {
                int srs = result.getInt(3);
                Integer known = result.wasNull() ? null : (Integer) srs;
                tables.add(new Table(result.getString(1), result.getString(2), known));
            }
        }
        return tables;
    }

    private Table choose(List<Table> tables, SourceSpec spec, String layer, Connection open) throws SQLException {
        boolean named = layer != null && !layer.isBlank();
        List<Table> spatial =
                tables.stream().filter(each -> each.geometryColumn() != null).toList();
        List<Table> attributes =
                tables.stream().filter(each -> each.geometryColumn() == null).toList();
        if (named && tables.stream().noneMatch(each -> layer.equalsIgnoreCase(each.name())) && exists(open, layer)) {
            // A table that was never registered, as many programs leave tables without geometry.
            return new Table(layer, null, null);
        }
        List<Table> candidates =
                named ? tables : KindTargets.isTable(spec.kind()) && !attributes.isEmpty() ? attributes : spatial;
        List<String> names = candidates.stream().map(Table::name).toList();
        return candidates.get(LayerChoice.choose(file.shown(), names, layer));
    }

    private DeclaredCrs readCrs(Connection open) throws SQLException {
        if (table.srs() == null || table.srs() == 0 || table.srs() == -1) {
            return null;
        }
        try (var query = open.prepareStatement("SELECT * FROM gpkg_spatial_ref_sys WHERE srs_id = ?")) {
            query.setInt(1, table.srs());
            try (ResultSet result = query.executeQuery()) {
                if (!result.next()) {
                    notes.add("the layer's CRS " + table.srs() + " is not defined in the file");
                    return null;
                }
                String organization = result.getString("organization");
                if ("EPSG".equalsIgnoreCase(organization)) {
                    return new DeclaredCrs("EPSG:" + result.getInt("organization_coordsys_id"), "file");
                }
                return custom(result);
            }
        }
    }

    private DeclaredCrs custom(ResultSet srs) throws SQLException {
        ResultSetMetaData meta = srs.getMetaData();
        String wkt2 = null;
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            if (meta.getColumnName(i).equalsIgnoreCase("definition_12_063")) {
                wkt2 = srs.getString(i);
            }
        }
        String definition = srs.getString("definition");
        if (definition == null || definition.isBlank() || definition.equalsIgnoreCase("undefined")) {
            definition = wkt2;
        }
        if (definition == null || definition.isBlank() || definition.equalsIgnoreCase("undefined")) {
            return null;
        }
        if (definition.matches("(?s)\\s*(LOCAL_CS|ENGCRS|ENGINEERINGCRS)\\s*\\[.*")) {
            notes.add("the layer's CRS is a local one without a place on Earth and is taken for none");
            return null;
        }
        return new DeclaredCrs(definition, "file");
    }

    private long count(Connection open) throws SQLException {
        try (Statement query = open.createStatement();
                ResultSet result = query.executeQuery("SELECT count(*) FROM " + quoted(table.name()))) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    private void findColumns(Connection open) throws SQLException {
        String key = integerKey(open);
        ResultSetMetaData meta = rows.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String name = meta.getColumnName(i);
            String type = String.valueOf(meta.getColumnTypeName(i)).toUpperCase(Locale.ROOT);
            if (name.equalsIgnoreCase(table.geometryColumn())) {
                geometryIndex = i;
                continue;
            }
            if (type.startsWith("BLOB")) {
                notes.add("column " + name + " of binary values is not read");
                continue;
            }
            if (name.equalsIgnoreCase(key)) {
                keyIndex = i;
            }
            columns.add(new Column(name, i, type.startsWith("BOOL")));
        }
        if (table.geometryColumn() != null && geometryIndex == 0) {
            throw damaged("layer " + table.name() + " has no column " + table.geometryColumn());
        }
    }

    /** The feature id that other programs show: the table's integer primary key. */
    private String integerKey(Connection open) throws SQLException {
        try (Statement query = open.createStatement();
                ResultSet result = query.executeQuery("PRAGMA table_info(" + quoted(table.name()) + ")")) {
            while (result.next()) {
                if (result.getInt("pk") == 1 && "INTEGER".equalsIgnoreCase(result.getString("type"))) {
                    return result.getString("name");
                }
            }
        }
        return null;
    }

    private static boolean exists(Connection open, String name) throws SQLException {
        try (var query =
                open.prepareStatement("SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = ?")) {
            query.setString(1, name);
            try (ResultSet result = query.executeQuery()) {
                return result.next();
            }
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String format() {
        return "GeoPackage";
    }

    @Override
    public String layer() {
        return table.name();
    }

    @Override
    public List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    @Override
    public DeclaredCrs crs() {
        return crs;
    }

    @Override
    public SourceFeature next() {
        try {
            if (!rows.next()) {
                return null;
            }
            done++;
            String label = (table.geometryColumn() == null ? "row " : "feature ")
                    + (keyIndex > 0 ? rows.getLong(keyIndex) : done);
            Map<String, Object> attributes = new LinkedHashMap<>();
            for (Column column : columns) {
                attributes.put(column.name(), value(column, label));
            }
            return new SourceFeature(label, geometry(label), Collections.unmodifiableMap(attributes));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Object value(Column column, String label) throws SQLException {
        Object value = rows.getObject(column.index());
        if (value instanceof byte[]) {
            notes.count("column " + column.name() + ": binary values are not read", label);
            return null;
        }
        if (value instanceof String text && text.length() > limits.maxTextLength()) {
            throw file.invalid(
                    label,
                    "the text in column " + column.name() + " is longer than the limit of " + limits.maxTextLength(),
                    "raise MICROSCAPE_MAX_TEXT_LENGTH if it is meant");
        }
        if (value instanceof Integer whole) {
            return column.logical() ? (Object) (whole != 0) : (Object) whole.longValue();
        }
        return value instanceof Float single ? (Object) single.doubleValue() : value;
    }

    private Geometry geometry(String label) throws SQLException {
        if (geometryIndex == 0) {
            return null;
        }
        Object blob = rows.getObject(geometryIndex);
        if (blob == null) {
            return null;
        }
        try {
            return geometries.decode(blob instanceof byte[] bytes ? bytes : new byte[0]);
        } catch (GeoPackageGeometry.UnreadableException e) {
            throw file.invalid(label, e.getMessage(), e.mend());
        }
    }

    private InvalidInputException failed(SQLException e) {
        if ((e.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_TOOBIG.code) {
            return file.invalid(
                    "a value is longer than the limit of " + longestValue() + " bytes",
                    "raise MICROSCAPE_MAX_COORDINATES if it is meant");
        }
        String reason = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        return new InvalidInputException(
                file.shown() + ": damaged GeoPackage (" + reason + "); " + SourceFile.GET_IT_AGAIN, e);
    }

    private InvalidInputException damaged(String problem) {
        return file.invalid("damaged GeoPackage: " + problem, SourceFile.GET_IT_AGAIN);
    }

    @Override
    public long done() {
        return done;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public List<String> notes() {
        return notes.list();
    }

    private void closeAfterFailure(Connection open) throws IOException {
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            // The failure that is being reported matters, not this one.
        } finally {
            deleteCopy();
        }
    }

    @Override
    public void close() throws IOException {
        try (Connection open = connection;
                Statement query = statement;
                ResultSet result = rows) {
            // Closed in reverse order, even if one of them fails.
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            deleteCopy();
        }
    }

    private void deleteCopy() throws IOException {
        if (copy != null) {
            ZipArchives.deleteFolder(copy);
        }
    }
}
