package io.microscape.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The real data beside the project, which is read from its place and never copied into it. */
public final class SharedData {
    private SharedData() {}

    /** The file of that path below the shared data; the test is skipped with a plain message when it is absent. */
    public static Path path(String relative) {
        Path file = root().resolve(relative);
        Assumptions.assumeTrue(Files.exists(file), "skipped: ../shared/data/" + relative + " is absent");
        return file;
    }

    private static Path root() {
        String property = System.getProperty("microscape.shared");
        String variable = System.getenv("MICROSCAPE_SHARED");
        return Path.of(property != null ? property : variable != null ? variable : "../shared/data");
    }
}
