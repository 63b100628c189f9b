package io.microscape.store.postgis;

import io.microscape.store.StoreException;
import io.microscape.store.bulk.BulkLoader;
import io.microscape.store.bulk.BulkTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Loads rows by COPY. Rows are gathered by table and sent a megabyte at a time, because a connection can copy into one
 * table only at a time and a source may bring several kinds in turn. Rows that replace others go to a temporary table and
 * from there by INSERT … ON CONFLICT.
 */
final class CopyLoader implements BulkLoader {
    private static final int SEND_AT_BYTES = 1 << 20;

    private final Connection connection;
    private final CopyManager copyManager;
    private final Map<BulkTable, BinaryCopy> rows = new EnumMap<>(BulkTable.class);

    CopyLoader(Connection connection) throws SQLException {
        this.connection = connection;
        this.copyManager = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    @Override
    public void add(BulkTable table, Object... values) {
        BinaryCopy copy = rows.computeIfAbsent(table, this::begin);
        copy.row(values);
        if (copy.size() >= SEND_AT_BYTES) {
            send(table, copy);
        }
    }

    @Override
    public void flush() {
        rows.forEach(this::send);
    }

    @Override
    public void close() {
        rows.clear();
    }

    private BinaryCopy begin(BulkTable table) {
        if (table.isReplacing()) {
            execute(
                    table,
                    "CREATE TEMPORARY TABLE %s ON COMMIT DROP AS SELECT %s FROM %s WITH NO DATA"
                            .formatted(target(table), table.columnList(), table.sqlName()));
        }
        return new BinaryCopy();
    }

    private void send(BulkTable table, BinaryCopy copy) {
        if (copy.isEmpty()) {
            return;
        }
        try {
            copyManager.copyIn(
                    "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(target(table), table.columnList()),
                    copy.stream());
        } catch (SQLException | java.io.IOException e) {
            throw StoreException.of("writing " + table.sqlName(), e);
        }
        copy.reset();
        if (table.isReplacing()) {
            execute(table, replaceFromTemporaryTable(table));
            execute(table, "TRUNCATE " + target(table));
        }
    }

    private static String target(BulkTable table) {
        return table.isReplacing() ? "incoming_" + table.sqlName() : table.sqlName();
    }

    private static String replaceFromTemporaryTable(BulkTable table) {
        List<String> values = table.columns().stream()
                .filter(column -> !table.key().contains(column))
                .map(column -> column + " = excluded." + column)
                .toList();
        return "INSERT INTO %s (%s) SELECT %s FROM %s ON CONFLICT (%s) DO UPDATE SET %s"
                .formatted(
                        table.sqlName(),
                        table.columnList(),
                        table.columnList(),
                        target(table),
                        table.key().stream().collect(Collectors.joining(", ")),
                        String.join(", ", values));
    }

    private void execute(BulkTable table, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw StoreException.of("writing " + table.sqlName(), e);
        }
    }
}
