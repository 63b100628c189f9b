package io.microscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes, messages, and that a failed command changes nothing. */
class CommandLineTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"run", "import", "analyse", "carbon", "publish", "export", "serve", "studies", "sample"})
    void everyCommandExplainsItself(String command) {
        CommandRun help = CommandRun.of(command, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: microscape " + command);
    }

    @Test
    void wrongUsageIsTwo() {
        assertThat(CommandRun.of().exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("fly").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("import", "parks").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("import", "parks", "houses", "x.csv").err()).contains("spaces, surfaces, roads");
    }

    @Test
    void failedWorkIsOneAndSaysWhatToDo() {
        CommandRun missing = CommandRun.in(home, "run", "no-such.yml");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.firstError()).contains("no-such.yml");

        CommandRun unknown = CommandRun.in(home, "analyse", "atlantis");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.firstError()).contains("atlantis").contains("no such study");
    }

    @Test
    void anUnknownExportSuffixIsRefusedBeforeAnythingIsOpened() {
        CommandRun export = CommandRun.in(home, "export", "atlantis", "map.docx");
        assertThat(export.exitCode()).isEqualTo(1);
        assertThat(export.firstError()).contains(".gpkg").contains(".shp.zip");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aFileThatCannotBeUsedLeavesTheStudyAsItWas() throws IOException {
        Path good =
                square("good.geojson", "[[106.4,29.8],[106.401,29.8],[106.401,29.801],[106.4,29.801],[106.4,29.8]]");
        assertThat(CommandRun.in(home, "import", "parks", "spaces", good.toString())
                        .exitCode())
                .isZero();
        Path collapsed = square("bad.geojson", "[[106.4,29.8],[106.401,29.8],[106.4,29.8],[106.4,29.8]]");
        CommandRun bad = CommandRun.in(home, "import", "parks", "spaces", collapsed.toString());
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.firstError())
                .contains("bad.geojson")
                .contains("feature 1")
                .contains("--valid-only");
        assertThat(CommandRun.in(home, "studies").out()).contains("SPACES=1");
    }

    @Test
    void aNewStudyIsNotLeftBehindByAFailedImport() throws IOException {
        Path collapsed = square("bad.geojson", "[[106.4,29.8],[106.401,29.8],[106.4,29.8],[106.4,29.8]]");
        assertThat(CommandRun.in(home, "import", "parks", "spaces", collapsed.toString())
                        .exitCode())
                .isEqualTo(1);
        assertThat(CommandRun.in(home, "studies").out()).isBlank();
    }

    @Test
    void aNewStudyIsNotLeftBehindByAFailedRun() throws IOException {
        Path collapsed = square("bad.geojson", "[[106.4,29.8],[106.401,29.8],[106.4,29.8],[106.4,29.8]]");
        Path study = Files.writeString(
                collapsed.resolveSibling("study.yml"), "study: parks\nsources:\n  spaces: {file: bad.geojson}\n");
        assertThat(CommandRun.in(home, "run", study.toString()).exitCode()).isEqualTo(1);
        assertThat(CommandRun.in(home, "studies").out()).isBlank();
    }

    @Test
    void importingAgainReplacesByCodeAndNeverDoubles() throws IOException {
        Path spaces =
                square("spaces.geojson", "[[106.4,29.8],[106.401,29.8],[106.401,29.801],[106.4,29.801],[106.4,29.8]]");
        for (int i = 0; i < 3; i++) {
            assertThat(CommandRun.in(home, "import", "parks", "spaces", spaces.toString())
                            .exitCode())
                    .isZero();
        }
        assertThat(CommandRun.in(home, "studies").out()).contains("SPACES=1");
    }

    @Test
    void gbkTextIsDetectedAndReported() throws IOException {
        Path csv = home.resolve("植物.csv");
        Files.writeString(csv, "code,species,count\nA1,黄葛树,3\nA1,香樟,5\nA1,桂花,2\n", Charset.forName("GBK"));
        CommandRun run = CommandRun.in(home, "import", "parks", "plants", csv.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("植物.csv").containsPattern("GBK|GB18030").contains("detected");
    }

    private Path square(String name, String ring) throws IOException {
        Path file = Files.createTempDirectory("microscape-test").resolve(name);
        Files.writeString(
                file,
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"A1\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}]}",
                StandardCharsets.UTF_8);
        return file;
    }
}
