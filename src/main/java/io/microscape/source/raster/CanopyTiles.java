package io.microscape.source.raster;

import io.microscape.study.CanopyRaster;
import io.microscape.study.CanopyTile;
import java.awt.Rectangle;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Gathers cells into bit tiles and hands each row of tiles on as soon as it is complete. */
final class CanopyTiles {
    private static final int SIZE = CanopyRaster.TILE_SIZE;

    private final CoverTest test;
    private final Consumer<CanopyTile> target;
    private final TreeMap<Integer, Map<Integer, CanopyTile>> open = new TreeMap<>();
    private long known;
    private long covered;

    CanopyTiles(CoverTest test, Consumer<CanopyTile> target) {
        this.test = test;
        this.target = target;
    }

    /** Puts the values of a window to the test; NaN is unknown. */
    void add(Rectangle window, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            int column = window.x + i % window.width;
            int row = window.y + i / window.width;
            CanopyTile tile = open.computeIfAbsent(row / SIZE, key -> new TreeMap<>())
                    .computeIfAbsent(column / SIZE, key -> empty(key, row / SIZE));
            int bit = row % SIZE * SIZE + column % SIZE;
            set(tile.known(), bit);
            known++;
            if (test.covers(values[i])) {
                set(tile.covered(), bit);
                covered++;
            }
        }
    }

    /** All cells above that row have been added. */
    void completeTo(int row) {
        Map<Integer, Map<Integer, CanopyTile>> complete = open.headMap(row / SIZE);
        complete.values().forEach(tiles -> tiles.values().forEach(target));
        complete.clear();
    }

    /** All cells have been added. */
    void complete() {
        open.values().forEach(tiles -> tiles.values().forEach(target));
        open.clear();
    }

    long known() {
        return known;
    }

    long covered() {
        return covered;
    }

    private static CanopyTile empty(int column, int row) {
        return new CanopyTile(column, row, new byte[SIZE * SIZE / 8], new byte[SIZE * SIZE / 8]);
    }

    private static void set(byte[] bits, int bit) {
        bits[bit >> 3] |= (byte) (1 << (bit & 7));
    }
}
