package io.microscape.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data beside the project, read in tests and never copied into it. */
public final class SharedData {
    private SharedData() {}

    /** The file or folder below {@code ../shared/data}; the calling test is skipped, with a message, when it is absent. */
    public static Path path(String relative) {
        Path path = root().resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), "skipped: ../shared/data/" + relative + " is absent");
        return path;
    }

    private static Path root() {
        String given = System.getProperty("microscape.shared", System.getenv("MICROSCAPE_SHARED"));
        return Path.of(given == null ? "../shared/data" : given);
    }
}
