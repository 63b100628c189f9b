package io.microscape.store.h2;

import io.microscape.store.StoreException;
import io.microscape.store.bulk.BulkLoader;
import io.microscape.store.bulk.BulkTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Loads rows by prepared statements in batches: what H2 is quickest with. */
final class BatchLoader implements BulkLoader {
    private static final int BATCH = 500;

    private final Connection connection;
    private final Map<BulkTable, Batch> batches = new EnumMap<>(BulkTable.class);

    BatchLoader(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void add(BulkTable table, Object... values) {
        try {
            Batch batch = batches.get(table);
            if (batch == null) {
                batch = new Batch(connection.prepareStatement(sql(table)));
                batches.put(table, batch);
            }
            batch.add(values);
        } catch (SQLException e) {
            throw StoreException.of("writing " + table.sqlName(), e);
        }
    }

    @Override
    public void flush() {
        try {
            for (Batch batch : batches.values()) {
                batch.send();
            }
        } catch (SQLException e) {
            throw StoreException.of("writing to the database", e);
        }
    }

    @Override
    public void close() {
        try {
            for (Batch batch : batches.values()) {
                batch.statement.close();
            }
        } catch (SQLException e) {
            throw StoreException.of("writing to the database", e);
        }
    }

    private static String sql(BulkTable table) {
        String marks = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
        String rows = " (" + table.columnList() + ")";
        return table.isReplacing()
                ? "MERGE INTO " + table.sqlName() + rows + " KEY (" + String.join(", ", table.key()) + ") VALUES ("
                        + marks + ")"
                : "INSERT INTO " + table.sqlName() + rows + " VALUES (" + marks + ")";
    }

    private static final class Batch {
        private final PreparedStatement statement;
        private int rows;

        Batch(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            if (++rows == BATCH) {
                send();
            }
        }

        void send() throws SQLException {
            if (rows > 0) {
                statement.executeBatch();
                rows = 0;
            }
        }
    }
}
