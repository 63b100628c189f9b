package io.microscape.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.study.InvalidInputException;
import io.microscape.testing.PostgisServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The contract on PostGIS, and what only it promises. */
class PostgisStudyStoreTest extends StudyStoreContractTest {
    @Override
    StoreSettings newDatabase() {
        PostgisServer server = PostgisServer.get();
        return new StoreSettings(Path.of("unused"), server.newDatabase("store"), server.user(), server.password());
    }

    @Test
    void codesAreComparedByteByByteWhateverTheLocaleOfTheDatabase() throws Exception {
        assertThat(rows("SELECT DISTINCT collation_name FROM information_schema.columns"
                        + " WHERE table_schema = 'public' AND column_name IN ('code', 'study_key')"
                        + " AND table_name <> 'microspace_atlas'"))
                .containsExactly("C");
    }

    @Test
    void theSpatialSearchUsesTheIndex() throws Exception {
        assertThat(rows("SELECT tablename FROM pg_indexes WHERE indexdef LIKE '%USING gist (geometry)%' ORDER BY 1"))
                .containsExactly("community", "crown", "micro_space", "road", "surface");
    }

    @Test
    void aServerThatIsNotThereIsReportedInOneLine() {
        StoreSettings settings =
                new StoreSettings(Path.of("unused"), "jdbc:postgresql://127.0.0.1:1/nothing", "nobody", "secret");

        assertThatThrownBy(() -> StudyStores.open(settings))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("MICROSCAPE_DB_URL")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("\n");
    }
}
