package io.microscape.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.study.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded database, and what only it promises. */
class H2StudyStoreTest extends StudyStoreContractTest {
    @TempDir
    static Path folder;

    @Override
    StoreSettings newDatabase() throws Exception {
        return StoreSettings.embedded(Files.createTempDirectory(folder, "家"));
    }

    @Test
    void anotherProcessWorksOnTheDatabaseWhileItIsOpen() throws Exception {
        StoreSettings settings = newDatabase();
        try (CloseableStudyStore own = StudyStores.open(settings)) {
            own.save(Samples.study("shared"));
            try (ImportInAnotherProcess process = ImportInAnotherProcess.start(settings, "shared", "from outside")) {
                process.await("committed");
                process.kill();
            }
            List<String> names = new ArrayList<>();
            own.eachSpace("shared", space -> names.add(space.name()));
            assertThat(names).hasSize(ImportInAnotherProcess.FEATURES).containsOnly("from outside");
        }
    }

    @Test
    void whatIsInTheFileIsThereAfterReopening() throws Exception {
        StoreSettings settings = newDatabase();
        try (CloseableStudyStore own = StudyStores.open(settings)) {
            own.save(Samples.study("kept"));
        }
        try (CloseableStudyStore own = StudyStores.open(settings)) {
            assertThat(own.study("kept")).contains(Samples.study("kept"));
        }
    }

    @Test
    void theSpatialSearchUsesTheIndex() throws Exception {
        assertThat(rows("SELECT LOWER(table_name) FROM information_schema.index_columns"
                        + " WHERE column_name = 'GEOMETRY_WEST' AND ordinal_position = 2 ORDER BY 1"))
                .containsExactly("community", "crown", "micro_space", "road", "surface");
        assertThat(rows("EXPLAIN SELECT code FROM micro_space WHERE study_id = 1 AND geometry_west <= 1"
                        + " AND geometry_east >= 0 AND geometry_south <= 1 AND geometry_north >= 0"))
                .singleElement()
                .asString()
                .contains("MICRO_SPACE_GEOMETRY");
    }

    @Test
    void aFileThatIsNoDatabaseIsReportedInOneLine() throws Exception {
        StoreSettings settings = newDatabase();
        Files.writeString(settings.home().resolve("db.mv.db"), "this is no database".repeat(1000));

        assertThatThrownBy(() -> StudyStores.open(settings))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(settings.home().toString())
                .hasMessageNotContaining("\n");
    }
}
