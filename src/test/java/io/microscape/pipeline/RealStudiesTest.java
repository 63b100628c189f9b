package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasColumns;
import io.microscape.study.AtlasRow;
import io.microscape.study.Progress;
import io.microscape.study.StudyParameters;
import io.microscape.testing.PostgisServer;
import io.microscape.testing.SharedData;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real studies run from their files on both databases, with the same numbers. */
class RealStudiesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"yuexiu, yuexiu/study.yml, 354", "monaco, osm/study-monaco.yml, 60"})
    void givesTheSameNumbersOnBothDatabases(String key, String studyFile, int leastSpaces) {
        Path study = SharedData.path(studyFile);
        Map<String, AtlasRow> embedded = run(
                key,
                study,
                Settings.fromEnvironment(
                        Map.of("MICROSCAPE_HOME", folder.resolve("h2").toString())));
        PostgisServer server = PostgisServer.get();
        Map<String, AtlasRow> postgis = run(
                key,
                study,
                Settings.fromEnvironment(Map.of(
                        "MICROSCAPE_HOME", folder.resolve("postgis").toString(),
                        "MICROSCAPE_DB_URL", server.newDatabase("study_" + key),
                        "MICROSCAPE_DB_USER", server.user(),
                        "MICROSCAPE_DB_PASSWORD", server.password())));

        assertThat(embedded).hasSizeGreaterThanOrEqualTo(leastSpaces);
        assertThat(postgis.keySet()).containsExactlyElementsOf(embedded.keySet());
        embedded.forEach((code, row) -> {
            for (AtlasColumn column : AtlasColumns.of(StudyParameters.DEFAULTS)) {
                Object here = column.valueOf(row);
                Object there = column.valueOf(postgis.get(code));
                if (here instanceof Double value) {
                    assertThat((Double) there)
                            .as(column.name() + " of " + code)
                            .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
                } else {
                    assertThat(there).as(column.name() + " of " + code).isEqualTo(here);
                }
            }
            assertThat(postgis.get(code).indices().reasons())
                    .isEqualTo(row.indices().reasons());
        });
    }

    private static Map<String, AtlasRow> run(String key, Path study, Settings settings) {
        try (Workspace workspace = Workspace.open(settings)) {
            StudyPipeline.RunResult result = workspace.pipeline().run(study, Progress.NONE);
            assertThat(result.layers()).isNotEmpty();
            Map<String, AtlasRow> rows = new LinkedHashMap<>();
            workspace.store().eachAtlasRow(key, row -> rows.put(row.space().code(), row));
            return rows;
        }
    }
}
