package io.microscape.pipeline;

import io.microscape.source.ImportLimits;
import io.microscape.store.StoreSettings;
import io.microscape.study.InvalidInputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the environment and the options of a command decide: where data are kept and how the service is reached.
 *
 * @param home folder of the embedded database and the published layers
 * @param databaseUrl JDBC URL of a PostGIS database, or null for the embedded one
 * @param databaseUser may be null
 * @param databasePassword may be null
 * @param port port of the HTTP service; 0 for any free one
 * @param bind address the HTTP service listens on
 * @param token bearer token that writing needs; null when writing is for the loopback only
 * @param maxUploadBytes largest file that may be uploaded
 * @param limits bounds on imported files
 */
public record Settings(
        Path home,
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        int port,
        String bind,
        String token,
        long maxUploadBytes,
        ImportLimits limits) {

    /** Environment variables that are read here; those of {@link ImportLimits} come on top. */
    private enum Variable {
        MICROSCAPE_HOME,
        MICROSCAPE_DB_URL,
        MICROSCAPE_DB_USER,
        MICROSCAPE_DB_PASSWORD,
        MICROSCAPE_PORT,
        MICROSCAPE_BIND,
        MICROSCAPE_TOKEN,
        MICROSCAPE_MAX_UPLOAD_BYTES;

        String in(Map<String, String> environment) {
            String value = environment.get(name());
            return value == null || value.isBlank() ? null : value.strip();
        }
    }

    /** Names of all environment variables the program reads. */
    public static Set<String> environmentVariables() {
        Set<String> names =
                Arrays.stream(Variable.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        names.addAll(ImportLimits.environmentVariables());
        return names;
    }

    /**
     * The settings of an environment, defaults filled in.
     *
     * @throws InvalidInputException if a variable cannot be read; it names the variable
     */
    public static Settings fromEnvironment(Map<String, String> environment) {
        String home = Variable.MICROSCAPE_HOME.in(environment);
        String bind = Variable.MICROSCAPE_BIND.in(environment);
        String url = Variable.MICROSCAPE_DB_URL.in(environment);
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw InvalidInputException.of(
                    Variable.MICROSCAPE_DB_URL.name(),
                    "'" + url + "' is not a PostGIS address",
                    "write jdbc:postgresql://host:5432/database, or leave it out for the embedded database");
        }
        return new Settings(
                Path.of(home == null ? "microscape-data" : home)
                        .toAbsolutePath()
                        .normalize(),
                url,
                Variable.MICROSCAPE_DB_USER.in(environment),
                Variable.MICROSCAPE_DB_PASSWORD.in(environment),
                (int) number(environment, Variable.MICROSCAPE_PORT, 8080, 65535),
                bind == null ? "127.0.0.1" : bind,
                Variable.MICROSCAPE_TOKEN.in(environment),
                number(environment, Variable.MICROSCAPE_MAX_UPLOAD_BYTES, 4L << 30, Long.MAX_VALUE),
                ImportLimits.fromEnvironment(environment));
    }

    /** Which database, and where. */
    StoreSettings storeSettings() {
        return new StoreSettings(home, databaseUrl, databaseUser, databasePassword);
    }

    /** The same settings with another home folder. */
    public Settings withHome(Path other) {
        return new Settings(
                other.toAbsolutePath().normalize(),
                databaseUrl,
                databaseUser,
                databasePassword,
                port,
                bind,
                token,
                maxUploadBytes,
                limits);
    }

    /** The same settings with another port. */
    public Settings withPort(int other) {
        return new Settings(
                home, databaseUrl, databaseUser, databasePassword, other, bind, token, maxUploadBytes, limits);
    }

    private static long number(Map<String, String> environment, Variable variable, long otherwise, long most) {
        String value = variable.in(environment);
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the message below
        }
        throw InvalidInputException.of(
                variable.name(), "'" + value + "' is not a whole number from 0 to " + most, "correct or unset it");
    }
}
