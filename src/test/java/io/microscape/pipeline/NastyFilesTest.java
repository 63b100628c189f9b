package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.microscape.study.ImportReport;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import io.microscape.study.Progress;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import io.microscape.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every damaged or odd file either imports, or ends in one clear line and leaves everything as it was, whatever it is
 * taken for.
 */
class NastyFilesTest {
    private static final List<SourceKind> KINDS = SourceKind.sources();

    @TempDir
    private static Path home;

    @TestFactory
    Stream<DynamicTest> everyFile() throws IOException {
        Path nasty = SharedData.path("nasty");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(nasty)) {
            files = walk.filter(file -> !file.equals(nasty)).sorted().toList();
        }
        Workspace workspace = Workspace.open(Settings.fromEnvironment(Map.of("MICROSCAPE_HOME", home.toString())));
        Study study = new Study("nasty", new LocalizedText("Nasty", null), null, StudyParameters.DEFAULTS, List.of());
        importSquare(workspace, study);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        nasty.relativize(file).toString(),
                        () -> KINDS.forEach(kind -> importsOrRefuses(workspace, study, kind, file))))
                .onClose(workspace::close);
    }

    private static void importsOrRefuses(Workspace workspace, Study study, SourceKind kind, Path file) {
        for (boolean validOnly : new boolean[] {false, true}) {
            SourceSpec spec = new SourceSpec(
                    kind,
                    file,
                    null,
                    null,
                    null,
                    kind == SourceKind.SURFACES ? Map.of("cover", "=green") : Map.of(),
                    null,
                    null,
                    null,
                    ">= 2",
                    null,
                    validOnly);
            StoreState before = StoreState.of(workspace.store(), study.key());
            try {
                ImportReport report = workspace.pipeline().importSource(study, spec, false, Progress.NONE);
                assertThat(validOnly || report.rejected().isEmpty())
                        .as("nothing is rejected in silence")
                        .isTrue();
            } catch (InvalidInputException e) {
                assertThat(e.headline()).as("one clear line").isNotBlank().hasSizeLessThan(600);
                String name = file.getFileName().toString();
                assertThat(e.headline()).contains(name);
                assertThat(e.headline().replace(name, "")).doesNotContain("Exception", "null");
                assertThat(StoreState.of(workspace.store(), study.key())).isEqualTo(before);
            } catch (RuntimeException e) {
                fail(kind.key() + " " + file.getFileName() + ": " + e, e);
            }
        }
    }

    private static void importSquare(Workspace workspace, Study study) throws IOException {
        Path square = Files.writeString(
                home.resolve("square.geojson"),
                "{\"type\":\"Feature\",\"properties\":{\"code\":\"S\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[106.4,29.8],[106.401,29.8],[106.401,29.801],[106.4,29.801],[106.4,29.8]]]}}");
        workspace.pipeline().importSource(study, SourceSpec.of(SourceKind.SPACES, square), false, Progress.NONE);
    }
}
