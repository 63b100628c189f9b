package io.microscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tileverse.pmtiles.PMTilesReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample study written as archives of tiles. */
class TileArchivesTest {
    @TempDir
    private static Path home;

    @TempDir
    private Path folder;

    @BeforeAll
    static void run() {
        assertThat(CommandRun.in(home, "run", "sample-data/chongqing/study.yml").exitCode())
                .isZero();
    }

    @Test
    void allPolygonLayersAreLayersOfOneVectorTileByDefault() throws IOException {
        Path file = folder.resolve("map.pmtiles");
        CommandRun export = export(file);
        assertThat(export.exitCode()).as(export.err()).isZero();
        assertThat(export.err()).contains("chongqing:net_carbon").doesNotContain("chongqing:roads");
        try (PMTilesReader reader = new PMTilesReader(file)) {
            JsonNode metadata = JsonMapper.shared().readTree(reader.getMetadataAsString());
            List<String> layers = metadata.get("vector_layers")
                    .valueStream()
                    .map(layer -> layer.get("id").asString())
                    .toList();
            assertThat(layers).contains("net_carbon", "green_ratio", "surfaces").doesNotContain("roads");
            assertThat(reader.getHeader().minZoom()).isEqualTo((byte) 0);
            assertThat(reader.getHeader().maxZoom()).isEqualTo((byte) 16);
            for (int zoom = 0; zoom <= 16; zoom++) {
                assertThat(reader.getTileIndicesByZoomLevel(zoom))
                        .as("level %s", zoom)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void theSameDataGiveTheSameFile() throws IOException {
        export(folder.resolve("one.pmtiles"));
        export(folder.resolve("two.pmtiles"));
        assertThat(folder.resolve("one.pmtiles")).hasSameBinaryContentAs(folder.resolve("two.pmtiles"));
    }

    @Test
    void saysWhichLayersThereAreAndLeavesAnEarlierFileAlone() throws IOException {
        Path file = folder.resolve("map.pmtiles");
        Files.writeString(file, "earlier");
        CommandRun wrongLayer = export(file, "--layer", "net_karbon");
        assertThat(wrongLayer.exitCode()).isEqualTo(1);
        assertThat(wrongLayer.firstError()).contains("net_karbon").contains("net_carbon");
        CommandRun wrongLevels = export(file, "--min-zoom", "9", "--max-zoom", "3");
        assertThat(wrongLevels.exitCode()).isEqualTo(1);
        assertThat(wrongLevels.firstError()).contains("--min-zoom");
        assertThat(file).hasContent("earlier");
        try (var files = Files.list(folder)) {
            assertThat(files.sorted(Comparator.naturalOrder())).containsExactly(file);
        }
    }

    private static CommandRun export(Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("export", "chongqing", file.toString()));
        arguments.addAll(List.of(options));
        return CommandRun.in(home, arguments.toArray(String[]::new));
    }
}
