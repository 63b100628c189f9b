package io.microscape.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where the shared real data are: system property microscape.shared, else MICROSCAPE_SHARED, else ../shared/data. */
public final class SharedData {
    private SharedData() {}

    /** A file or folder of the shared data; the test is skipped with a plain message where it is absent. */
    public static Path path(String relative) {
        String environment = System.getenv().getOrDefault("MICROSCAPE_SHARED", "../shared/data");
        Path path =
                Path.of(System.getProperty("microscape.shared", environment)).resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), "skipped: ../shared/data/" + relative + " is absent");
        return path;
    }
}
