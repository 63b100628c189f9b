package io.microscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies that cannot give right numbers give none, and one line that says why and what to do. */
class BadStudiesTest {
    private static final String NEAR_111_E =
            "code;wkt\nA3;POLYGON ((111.2 30, 111.2002 30, 111.2 30.0002, 111.2 30))\n";

    @TempDir
    private Path home;

    @Test
    void aZoneTooFarAwayIsRefusedWithTheOneToChoose() throws IOException {
        CommandRun run = run("crs: EPSG:4544", NEAR_111_E);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.firstError()).contains("A3", "EPSG:4544", "0.4", "EPSG:4546");
    }

    @Test
    void withoutACrsTheZoneOfThePlaceIsChosen() throws IOException {
        assertThat(run("", NEAR_111_E).exitCode()).isZero();
    }

    @Test
    void aStudyWiderThanAnyZoneIsRefused() throws IOException {
        CommandRun run = run("", NEAR_111_E + "B1;POLYGON ((87.6 43.8, 87.6002 43.8, 87.6 43.8002, 87.6 43.8))\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.firstError()).contains("split");
    }

    @Test
    void webMercatorIsNoMetricSystem() throws IOException {
        CommandRun run = run("crs: EPSG:3857", NEAR_111_E);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.firstError()).contains("EPSG:3857");
    }

    @Test
    void degreesAreNoMetricSystem() throws IOException {
        CommandRun run = run("crs: EPSG:4326", NEAR_111_E);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.firstError()).contains("EPSG:4326");
    }

    @Test
    void aSpaceWithoutAreaNamesItself() throws IOException {
        for (String wkt : new String[] {
            "POLYGON EMPTY",
            "POLYGON ((111 30, 111.1 30, 111.2 30, 111 30))",
            "POLYGON ((111 30, 111 30, 111 30, 111 30))",
            "POLYGON ((111 30, NaN 30, 111 31, 111 30))",
            "POLYGON ((111 30, Infinity 30, 111 31, 111 30))",
        }) {
            CommandRun run = run("", "code;wkt\nZ9;" + wkt + "\n");
            assertThat(run.exitCode()).as(wkt).isEqualTo(1);
            assertThat(run.firstError()).as(wkt).contains("spaces.csv");
        }
    }

    private CommandRun run(String crs, String spaces) throws IOException {
        Files.writeString(home.resolve("spaces.csv"), spaces);
        Path study = home.resolve("study.yml");
        Files.writeString(study, "study: bad\n" + crs + "\nsources:\n  spaces: {file: spaces.csv, crs: EPSG:4326}\n");
        return CommandRun.in(home.resolve("home"), "run", study.toString());
    }
}
