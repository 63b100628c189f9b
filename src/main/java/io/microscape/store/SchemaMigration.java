package io.microscape.store;

import io.microscape.study.InvalidInputException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema to the version of this program. Flyway is only loaded when it has something to do: on the usual start
 * one query finds that it has not.
 */
final class SchemaMigration {
    /** The newest migration of both databases. */
    static final int LATEST = 1;

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
        int version = version(first);
        if (version > LATEST) {
            throw new InvalidInputException(
                    "the database was made by a newer version of Microscape (schema %d, this one knows %d); use that version, or another database"
                            .formatted(version, LATEST));
        }
        if (version == LATEST) {
            return false;
        }
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:" + database.migrations())
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
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

    private static int version(Connection connection) {
        String sql = "SELECT MAX(CAST(\"version\" AS integer)) FROM \"flyway_schema_history\" WHERE \"success\"";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            return 0; // no such table yet; whatever else is wrong, Flyway meets again and reports
        }
    }
}
