package io.microscape.store;

import io.microscape.study.InvalidInputException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the database is: PostGIS when there is a URL, else the embedded database in the home folder.
 *
 * @param home home folder; the embedded database is its file {@code db}
 * @param url {@code jdbc:postgresql://…}, or null
 * @param user user of PostGIS, or null
 * @param password password of PostGIS, or null
 */
public record StoreSettings(Path home, String url, String user, String password) {
    /** The embedded database of a home folder. */
    public static StoreSettings embedded(Path home) {
        return new StoreSettings(home, null, null, null);
    }

    /**
     * The settings of the environment: {@code MICROSCAPE_DB_URL}, {@code MICROSCAPE_DB_USER},
     * {@code MICROSCAPE_DB_PASSWORD}.
     *
     * @throws InvalidInputException if the URL is not one of PostgreSQL
     */
    public static StoreSettings of(Path home, Map<String, String> environment) {
        String url = environment.get("MICROSCAPE_DB_URL");
        if (url == null || url.isBlank()) {
            return embedded(home);
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw InvalidInputException.of(
                    "MICROSCAPE_DB_URL",
                    "not a PostgreSQL URL: " + url,
                    "give jdbc:postgresql://host:5432/database, or unset it to use the embedded database");
        }
        return new StoreSettings(
                home, url, environment.get("MICROSCAPE_DB_USER"), environment.get("MICROSCAPE_DB_PASSWORD"));
    }

    /** Whether the database is the embedded one. */
    public boolean isEmbedded() {
        return url == null;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return isEmbedded() ? "embedded database in " + home : url;
    }
}
