package io.microscape.store;

import io.microscape.study.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema to the version of this program: versioned migrations, each once, and then the repeatable one, which
 * makes the view {@value #VIEW} anew whenever its file has changed. Flyway is only loaded when it has something to do: on
 * the usual start one query finds that it has not.
 */
final class SchemaMigration {
    /** The newest migration of both databases. */
    static final int LATEST = 7;

    /** The repeatable migration. */
    static final String VIEW = "R__microspace_atlas.sql";

    private final Database database;

    SchemaMigration(Database database) {
        this.database = database;
    }

    /**
     * @param first a connection that is open already
     * @return whether the schema was changed
     * @throws InvalidInputException if the schema is newer than this program, or cannot be made
     */
    boolean migrate(DataSource dataSource, Connection first) {
        State state = state(first);
        if (state.version > LATEST) {
            throw new InvalidInputException(
                    "the database was made by a newer version of Microscape (schema %d, this one knows %d); use that version, or another database"
                            .formatted(state.version, LATEST));
        }
        if (state.equals(new State(LATEST, viewChecksum()))) {
            return false;
        }
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:" + database.migrations())
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    // versions are numbered before they are written, and may land in another order
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new InvalidInputException(
                    "the tables cannot be made in the database; check that its user may create tables, and that the extension postgis is there (CREATE EXTENSION postgis)\n"
                            + e.getMessage(),
                    e);
        }
        return true;
    }

    /** Newest versioned migration of a schema, and checksum of the repeatable one that was run last, null when none was. */
    private record State(int version, Integer viewChecksum) {}

    private static State state(Connection connection) {
        String sql = "SELECT \"version\", \"checksum\" FROM \"flyway_schema_history\" WHERE \"success\""
                + " ORDER BY \"installed_rank\"";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int version = 0;
            Integer viewChecksum = null;
            while (rows.next()) {
                if (rows.getString(1) == null) {
                    viewChecksum = rows.getInt(2);
                } else {
                    version = Math.max(version, rows.getInt(1));
                }
            }
            return new State(version, viewChecksum);
        } catch (SQLException e) {
            return new State(0, null); // no such table yet; whatever else is wrong, Flyway meets again and reports
        }
    }

    /** The number by which Flyway knows the file. If it ever reckoned another one, it would only be asked at every start. */
    private int viewChecksum() {
        String path = "/" + database.migrations() + "/" + VIEW;
        CRC32 checksum = new CRC32();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SchemaMigration.class.getResourceAsStream(path), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.getBytes(StandardCharsets.UTF_8)).forEach(checksum::update);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) checksum.getValue();
    }
}
