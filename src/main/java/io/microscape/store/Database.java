package io.microscape.store;

import com.zaxxer.hikari.HikariDataSource;
import io.microscape.store.bulk.BulkLoader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What differs between the databases; everything else is one set of entities and queries. */
public interface Database {
    /** Most connections at once: a job, a few requests, and the reads within them. */
    int POOL_SIZE = 8;

    /** A pool that connects at its first use, so that other work of a start can go on meanwhile. */
    HikariDataSource newDataSource();

    /**
     * Connects for the first time.
     *
     * @throws io.microscape.study.InvalidInputException if the database cannot be opened; the message says what to do
     */
    Connection open(HikariDataSource dataSource);

    /** Class path folder of the migrations. */
    String migrations();

    /** The dialect, told instead of asked from the database. */
    Map<String, Object> hibernateProperties();

    /** A bulk loader within the connection's transaction. */
    BulkLoader loader(Connection connection) throws SQLException;

    /** Called once after opening and migrating. */
    default void opened(Connection connection) throws SQLException {}

    /** Called after each committed change: returns when it would outlive the process. */
    default void makeDurable(Connection connection) throws SQLException {}
}
