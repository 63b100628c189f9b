package io.microscape.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaMigrationTest {
    /** The number decides whether Flyway is asked at all: a migration that it does not count would never run. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void theNewestVersionIsThatOfTheNewestFile(String vendor) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration", vendor))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("V"))
                            .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max())
                    .hasValue(SchemaMigration.LATEST);
        }
    }
}
