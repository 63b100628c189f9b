package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.study.Progress;
import io.microscape.testing.PostgisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every query of docs/sql.md on the sample study in PostGIS: the answers are the ones printed there. */
class SqlExamplesTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("```sql\\n(.*?)\\n```\\n\\n```text\\n(.*?)\\n```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void answersAsPrinted() throws IOException, SQLException {
        PostgisServer server = PostgisServer.get();
        String database = server.newDatabase("sql_examples");
        try (Workspace workspace = Workspace.open(Settings.fromEnvironment(Map.of(
                "MICROSCAPE_HOME", folder.resolve("home").toString(),
                "MICROSCAPE_DB_URL", database,
                "MICROSCAPE_DB_USER", server.user(),
                "MICROSCAPE_DB_PASSWORD", server.password())))) {
            workspace.pipeline().run(sampleStudyWithConnectivity(), Progress.NONE);
        }
        String page = Files.readString(Path.of("docs/sql.md"));
        int examples = 0;
        try (Connection connection = DriverManager.getConnection(database, server.user(), server.password());
                Statement statement = connection.createStatement()) {
            Matcher example = EXAMPLE.matcher(page);
            while (example.find()) {
                assertThat(rows(statement, example.group(1)))
                        .as(example.group(1))
                        .isEqualTo(printed(example.group(2)));
                examples++;
            }
        }
        assertThat(examples).isEqualTo(page.split("```sql", -1).length - 1).isPositive();
    }

    private Path sampleStudyWithConnectivity() throws IOException {
        Path sample = Path.of("sample-data/chongqing");
        Path copy = Files.createDirectory(folder.resolve("study"));
        try (Stream<Path> files = Files.list(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        String study = Files.readString(sample.resolve("study.yml"))
                .replace("parameters: {", "metrics: [basic, connectivity]\nparameters: {thresholds_m: [150, 300], ");
        return Files.writeString(copy.resolve("study.yml"), study);
    }

    private static List<List<String>> rows(Statement statement, String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                names.add(row.getMetaData().getColumnLabel(column));
            }
            rows.add(names);
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(row.getString(column));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static List<List<String>> printed(String table) {
        return table.lines()
                .filter(line -> !line.matches("[-+]+"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
    }
}
