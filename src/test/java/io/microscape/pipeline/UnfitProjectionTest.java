package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study that its projection does not serve everywhere is refused before anything is kept of it. */
class UnfitProjectionTest {
    @TempDir
    private Path folder;

    @Test
    void aRefusedRunLeavesNothingBehind() throws IOException {
        try (Workspace workspace = open()) {
            Path file = study(106.4, 121.2);
            InvalidInputException refused = refusal(workspace, file);
            assertThat(refused.headline()).contains("space B", "EPSG:4544", "does not serve", "EPSG:4549");
            assertThat(workspace.store().studies()).isEmpty();
        }
    }

    @Test
    void aRefusedRunLeavesTheStudyAsItWas() throws IOException {
        try (Workspace workspace = open()) {
            workspace.pipeline().run(study(106.4, 106.5), Progress.NONE);
            StoreState before = StoreState.of(workspace.store(), "wide");
            assertThat(refusal(workspace, study(106.4, 121.2)).headline()).contains("space B");
            assertThat(StoreState.of(workspace.store(), "wide")).isEqualTo(before);
        }
    }

    private static InvalidInputException refusal(Workspace workspace, Path file) {
        return catchThrowableOfType(
                InvalidInputException.class, () -> workspace.pipeline().run(file, Progress.NONE));
    }

    private Workspace open() {
        return Workspace.open(Settings.fromEnvironment(
                Map.of("MICROSCAPE_HOME", folder.resolve("home").toString())));
    }

    private Path study(double longitudeOfA, double longitudeOfB) throws IOException {
        Files.writeString(
                folder.resolve("spaces.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + feature("A", longitudeOfA) + ","
                        + feature("B", longitudeOfB) + "]}");
        return Files.writeString(
                folder.resolve("study.yml"),
                "study: wide\ncrs: EPSG:4544\nsources:\n  spaces: {file: spaces.geojson, fields: {code: code}}\n");
    }

    private static String feature(String code, double west) {
        double east = west + 0.001;
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[" + west + ",29.8],[" + east + ",29.8],["
                + east
                + ",29.801],[" + west + ",29.801],[" + west + ",29.8]]]}}";
    }
}
