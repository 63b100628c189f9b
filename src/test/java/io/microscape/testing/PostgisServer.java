package io.microscape.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The PostGIS server of the tests, one for the whole JVM. It is, in this order,
 *
 * <ol>
 *   <li>the one at {@code MICROSCAPE_TEST_POSTGIS_URL} (with {@code MICROSCAPE_TEST_POSTGIS_USER} and
 *       {@code MICROSCAPE_TEST_POSTGIS_PASSWORD}), whose user must be allowed to create databases,
 *   <li>a container, where Docker answers,
 *   <li>a {@linkplain ThrowAwayCluster throw-away cluster} made with this machine's own PostgreSQL binaries.
 * </ol>
 *
 * Where there is none of them the tests fail and say what to install: no spatial test is skipped in silence. Thread-safe.
 */
public final class PostgisServer {
    private static final String TEMPLATE =
            "microscape_template_" + ProcessHandle.current().pid();

    private static PostgisServer instance;

    private final String jdbcUrl;
    private final String user;
    private final String password;
    private final boolean throwAway;
    private final AtomicInteger serial = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> databases = new ConcurrentLinkedQueue<>();

    private PostgisServer(String jdbcUrl, String user, String password, boolean throwAway) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
        this.throwAway = throwAway;
    }

    /**
     * The server, started at the first call.
     *
     * @throws IllegalStateException if there is no PostGIS to be had; the message says what to install
     */
    public static synchronized PostgisServer get() {
        if (instance == null) {
            PostgisServer server = find();
            server.prepareTemplate();
            Runtime.getRuntime().addShutdownHook(new Thread(server::dropDatabases));
            instance = server;
        }
        return instance;
    }

    /** JDBC URL of the server's maintenance database. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /**
     * Creates an empty database with the extension postgis. It is dropped when the JVM ends.
     *
     * @param name a word to know it by; a number makes it unique
     * @return its JDBC URL, to be used with {@link #user} and {@link #password}
     */
    public String newDatabase(String name) {
        String database = "%s_%d_%d"
                .formatted(
                        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_"),
                        ProcessHandle.current().pid(),
                        serial.incrementAndGet());
        synchronized (this) { // a template may be copied by one session at a time
            execute(jdbcUrl, "CREATE DATABASE " + database + " TEMPLATE " + TEMPLATE);
        }
        databases.add(database);
        return urlOf(database);
    }

    private static PostgisServer find() {
        String given = System.getenv("MICROSCAPE_TEST_POSTGIS_URL");
        if (given != null && !given.isBlank()) {
            return new PostgisServer(
                    given,
                    Optional.ofNullable(System.getenv("MICROSCAPE_TEST_POSTGIS_USER"))
                            .orElse("postgres"),
                    Optional.ofNullable(System.getenv("MICROSCAPE_TEST_POSTGIS_PASSWORD"))
                            .orElse(""),
                    false);
        }
        return PostgisContainer.start()
                .map(container -> new PostgisServer(
                        container.getJdbcUrl(), container.getUsername(), container.getPassword(), true))
                .or(() -> ThrowAwayCluster.start()
                        .map(cluster -> new PostgisServer(cluster.jdbcUrl(), ThrowAwayCluster.USER, "", true)))
                .orElseThrow(() -> new IllegalStateException(
                        "The tests need PostGIS: install PostgreSQL with PostGIS (Debian: apt install"
                                + " postgresql-15-postgis-3), or start Docker, or set MICROSCAPE_TEST_POSTGIS_URL"
                                + " (jdbc:postgresql://host/database), _USER and _PASSWORD"));
    }

    private void prepareTemplate() {
        execute(jdbcUrl, "DROP DATABASE IF EXISTS " + TEMPLATE);
        execute(jdbcUrl, "CREATE DATABASE " + TEMPLATE + " TEMPLATE template0 ENCODING 'UTF8'");
        databases.add(TEMPLATE);
        execute(urlOf(TEMPLATE), "CREATE EXTENSION postgis");
    }

    private void dropDatabases() {
        if (throwAway) {
            return; // they go with the server
        }
        databases.forEach(database -> execute(jdbcUrl, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)"));
    }

    private String urlOf(String database) {
        return jdbcUrl.replaceFirst("^(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
    }

    private void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "PostGIS for tests at " + url + ": " + e.getMessage() + " (" + sql + ")", e);
        }
    }
}
