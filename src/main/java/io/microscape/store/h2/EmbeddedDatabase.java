package io.microscape.store.h2;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.microscape.store.Database;
import io.microscape.store.bulk.BulkLoader;
import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * H2 with the functions of H2GIS that are used, in one file of the home folder. The first process opens the file and serves
 * others on the loopback address, so that {@code export} works while {@code serve} runs.
 */
public final class EmbeddedDatabase implements Database {
    /** Rows of a result in memory; more go to a file. */
    private static final int RESULT_ROWS_IN_MEMORY = 5_000;

    private static final int LOCK_TIMEOUT_MS = 10_000;

    /** Threads of this JVM open one after the other; {@code db.opening} does the same for processes. */
    private static final Object OPENING = new Object();

    private final Path home;
    private final Path database;

    public EmbeddedDatabase(Path home) {
        this.home = home.toAbsolutePath().normalize();
        this.database = this.home.resolve("db");
    }

    @Override
    public HikariDataSource newDataSource() {
        if (database.toString().contains(";")) {
            throw InvalidInputException.of(
                    home.toString(), "the home folder's name has a semicolon", "choose another folder with --home");
        }
        if (System.getProperty("h2.bindAddress") == null) {
            // H2 would serve other processes on every address of the machine.
            System.setProperty("h2.bindAddress", "127.0.0.1");
        }
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setPoolName("microscape-embedded");
        dataSource.setDriverClassName("org.h2.Driver");
        dataSource.setJdbcUrl("jdbc:h2:file:" + database + ";AUTO_SERVER=TRUE;NON_KEYWORDS=YEAR;LOCK_TIMEOUT="
                + LOCK_TIMEOUT_MS + ";MAX_MEMORY_ROWS=" + RESULT_ROWS_IN_MEMORY);
        dataSource.setUsername("sa");
        dataSource.setPassword("");
        dataSource.setMaximumPoolSize(POOL_SIZE);
        // The file is closed with its last connection: one stays as long as the pool.
        dataSource.setMinimumIdle(1);
        dataSource.setMaxLifetime(0);
        return dataSource;
    }

    @Override
    public Connection open(HikariDataSource dataSource) {
        synchronized (OPENING) {
            try {
                Files.createDirectories(home);
                try (FileChannel turn = FileChannel.open(
                        home.resolve("db.opening"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    turn.lock();
                    new LockFile(database).deleteIfStale();
                    return dataSource.getConnection();
                }
            } catch (IOException | SQLException | PoolInitializationException e) {
                throw new InvalidInputException(
                        "the embedded database in %s cannot be opened (%s); check the folder's permissions, or name another one with --home"
                                .formatted(home, e.getMessage()),
                        e);
            }
        }
    }

    @Override
    public String migrations() {
        return "db/migration/h2";
    }

    @Override
    public Map<String, Object> hibernateProperties() {
        return Map.of(
                "jakarta.persistence.database-product-name", "H2",
                "jakarta.persistence.database-major-version", "2",
                "jakarta.persistence.database-minor-version", "4");
    }

    @Override
    public BulkLoader loader(Connection connection) {
        return new BatchLoader(connection);
    }

    /** Gives the columns of the views their comments, which H2 does not keep when the database is closed. */
    @Override
    public void opened(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String view : List.of("microspace_atlas", "community_atlas")) {
                Map<String, String> definitions = new LinkedHashMap<>();
                try (ResultSet rows =
                        statement.executeQuery("SELECT column_name, definition FROM " + view + "_columns")) {
                    while (rows.next()) {
                        definitions.put(rows.getString(1), rows.getString(2));
                    }
                }
                for (Map.Entry<String, String> column : definitions.entrySet()) {
                    statement.execute("COMMENT ON COLUMN %s.%s IS '%s'"
                            .formatted(view, column.getKey(), column.getValue().replace("'", "''")));
                }
            }
        }
    }

    /** H2 writes what is committed half a second later; a killed process would lose it. */
    @Override
    public void makeDurable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }
}
