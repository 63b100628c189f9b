package io.microscape.pipeline;

import io.microscape.source.ImportLimits;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the environment can set. */
public final class Settings {
    private Settings() {}

    /** Names of all environment variables that the program reads. */
    public static Set<String> environmentVariables() {
        return Stream.concat(
                        Stream.of(
                                "MICROSCAPE_HOME",
                                "MICROSCAPE_DB_URL",
                                "MICROSCAPE_DB_USER",
                                "MICROSCAPE_DB_PASSWORD",
                                "MICROSCAPE_PORT",
                                "MICROSCAPE_BIND",
                                "MICROSCAPE_TOKEN"),
                        ImportLimits.environmentVariables().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
