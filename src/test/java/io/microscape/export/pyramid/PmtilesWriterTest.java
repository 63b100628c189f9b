package io.microscape.export.pyramid;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.tiles.Gzip;
import io.microscape.tiles.TileRange;
import io.tileverse.pmtiles.PMTilesHeader;
import io.tileverse.pmtiles.PMTilesReader;
import io.tileverse.tiling.pyramid.TileIndex;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** What is written against another reader of the format, tileverse-pmtiles, and the specification's own examples. */
class PmtilesWriterTest {
    private static final byte[] METADATA = "{\"name\":\"花园\"}".getBytes(StandardCharsets.UTF_8);
    private static final Envelope BOUNDS = new Envelope(106.39, 106.41, 29.79, 29.81);
    private static final PyramidOptions OPTIONS = new PyramidOptions(List.of(), 0, 12, false);

    @TempDir
    private Path folder;

    /** The table of tile numbers in the specification, version 3, chapter 4.1. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "1, 0, 0, 1",
        "1, 0, 1, 2",
        "1, 1, 1, 3",
        "1, 1, 0, 4",
        "2, 0, 0, 5",
        "12, 3423, 1763, 19078479"
    })
    void numbersTilesAsTheSpecificationDoes(int zoom, int column, int row, long id) {
        assertThat(HilbertTileId.of(zoom, column, row)).isEqualTo(id);
    }

    @Test
    void visitsEachTileOfARangeOnceAndInOrder() throws IOException {
        TileRange range = new TileRange(5, 22, 9, 13);
        List<Long> ids = new ArrayList<>();
        HilbertTileId.visit(5, range, (column, row) -> {
            assertThat(range.contains(column, row)).isTrue();
            ids.add(HilbertTileId.of(5, column, row));
        });
        assertThat(ids).hasSize((int) range.count()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anotherReaderFindsEveryTile() throws IOException {
        TreeMap<Long, String> expected = new TreeMap<>();
        Path file = write(3, (zoom, column, row) -> zoom + "/" + column + "/" + row, expected);
        try (PMTilesReader reader = new PMTilesReader(file)) {
            PMTilesHeader header = reader.getHeader();
            assertThat(header.clustered()).isTrue();
            assertThat(header.addressedTilesCount()).isEqualTo(85);
            assertThat(header.tileContentsCount()).isEqualTo(85);
            assertThat(header.leafDirsBytes()).isZero();
            assertThat(header.minLon()).isEqualTo(106.39);
            assertThat(header.maxLat()).isEqualTo(29.81);
            assertThat(reader.getMetadataAsString()).isEqualTo("{\"name\":\"花园\"}");
            assertHolds(reader, expected);
        }
    }

    /** 21,845 tiles of different length do not fit in a root directory of 16 KB. */
    @Test
    void aLargeArchiveHasLeafDirectoriesAndASmallRoot() throws IOException {
        TreeMap<Long, String> expected = new TreeMap<>();
        Random lengths = new Random(7);
        Path file = write(
                7,
                (zoom, column, row) ->
                        new BigInteger(8 * (1 + lengths.nextInt(900)), lengths).toString(36) + column + "/" + row,
                expected);
        try (PMTilesReader reader = new PMTilesReader(file)) {
            PMTilesHeader header = reader.getHeader();
            assertThat(header.leafDirsBytes()).isPositive();
            assertThat(header.rootDirOffset() + header.rootDirBytes()).isLessThanOrEqualTo(16384);
            assertThat(header.addressedTilesCount()).isEqualTo(21845);
            assertHolds(reader, expected);
        }
    }

    @Test
    void equalTilesAreStoredOnce() throws IOException {
        TreeMap<Long, String> expected = new TreeMap<>();
        Path file = write(5, (zoom, column, row) -> row % 2 == 0 ? "meadow" : "wood", expected);
        try (PMTilesReader reader = new PMTilesReader(file)) {
            assertThat(reader.getHeader().tileContentsCount()).isEqualTo(2);
            assertThat(reader.getHeader().tileEntriesCount()).isLessThan(1365);
            assertThat(reader.getHeader().tileDataBytes()).isLessThan(100);
            assertHolds(reader, expected);
        }
    }

    @Test
    void leavesNothingBesideTheArchive() throws IOException {
        write(2, (zoom, column, row) -> "tile", new TreeMap<>());
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("map.pmtiles");
        }
    }

    private interface Content {
        String of(int zoom, int column, int row);
    }

    /** Writes all tiles of the levels up to one, and notes them by number. */
    private Path write(int maxZoom, Content content, TreeMap<Long, String> expected) throws IOException {
        Path file = folder.resolve("map.pmtiles");
        try (PmtilesWriter writer = new PmtilesWriter(file, OPTIONS, BOUNDS, METADATA)) {
            for (int zoom = 0; zoom <= maxZoom; zoom++) {
                int level = zoom;
                int side = (1 << zoom) - 1;
                HilbertTileId.visit(zoom, new TileRange(0, side, 0, side), (column, row) -> {
                    String tile = content.of(level, column, row);
                    expected.put(HilbertTileId.of(level, column, row), tile);
                    writer.add(level, column, row, Gzip.zip(tile.getBytes(StandardCharsets.UTF_8)));
                });
            }
            writer.finish();
        }
        return file;
    }

    private static void assertHolds(PMTilesReader reader, TreeMap<Long, String> expected) throws IOException {
        for (Long id : expected.keySet()) {
            TileIndex index = reader.getTileIndex(id);
            assertThat(HilbertTileId.of(index.z(), (int) index.x(), (int) index.y()))
                    .isEqualTo(id);
            Optional<ByteBuffer> tile = reader.getTile(id);
            assertThat(tile).as("tile %s", index).isPresent();
            assertThat(StandardCharsets.UTF_8.decode(tile.get()).toString()).isEqualTo(expected.get(id));
        }
        assertThat(reader.getTile(expected.lastKey() + 1)).isEmpty();
    }
}
