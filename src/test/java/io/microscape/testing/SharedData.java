package io.microscape.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data that lie beside the project: {@code ../shared/data}, or where {@code microscape.shared} says. */
public final class SharedData {
    private SharedData() {}

    /** The file of that path below the data folder; the test is skipped where it is absent. */
    public static Path path(String relative) {
        String folder = System.getProperty("microscape.shared", System.getenv("MICROSCAPE_SHARED"));
        Path path = Path.of(folder == null ? "../shared/data" : folder).resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: ../shared/data/" + relative + " is absent");
        return path;
    }
}
