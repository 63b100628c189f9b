package io.microscape.export.pyramid;

import io.microscape.tiles.TileRange;
import java.io.IOException;

/**
 * The numbers that PMTiles gives to tiles: all tiles of level 0, then 1 …, within a level along the Hilbert curve (PMTiles
 * 3, 4.1). Own code, after the definition of the curve: no library on Maven Central gives the tiles of a range in order.
 */
final class HilbertTileId {
    private HilbertTileId() {}

    /** What is done with a tile. */
    interface Action {
        void accept(int column, int row) throws IOException;
    }

    /** The number of a tile. */
    static long of(int zoom, int column, int row) {
        long position = 0;
        long x = column;
        long y = row;
        for (long side = (1L << zoom) / 2; side > 0; side /= 2) {
            long right = (x & side) > 0 ? 1 : 0;
            long down = (y & side) > 0 ? 1 : 0;
            position += side * side * (3 * right ^ down);
            if (down == 0) {
                if (right == 1) {
                    x = side - 1 - (x & side - 1);
                    y = side - 1 - (y & side - 1);
                }
                long swapped = x;
                x = y;
                y = swapped;
            }
        }
        return first(zoom) + position;
    }

    /** The number of the first tile of a level: the tiles of all levels above, (4^zoom − 1) / 3. */
    static long first(int zoom) {
        return ((1L << 2 * zoom) - 1) / 3;
    }

    /** Visits the tiles of a range in the order of their numbers. */
    static void visit(int zoom, TileRange range, Action action) throws IOException {
        visit(zoom, 0, 0, range, action);
    }

    /** A quarter of the curve's quarter lies in one quarter of its square: what the range does not meet is skipped. */
    private static void visit(int zoom, int depth, long position, TileRange range, Action action) throws IOException {
        long[] cell = cell(depth, position);
        int shift = zoom - depth;
        if (cell[0] > range.maxColumn() >> shift
                || cell[0] < range.minColumn() >> shift
                || cell[1] > range.maxRow() >> shift
                || cell[1] < range.minRow() >> shift) {
            return;
        }
        if (shift == 0) {
            action.accept((int) cell[0], (int) cell[1]);
            return;
        }
        for (int quarter = 0; quarter < 4; quarter++) {
            visit(zoom, depth + 1, position << 2 | quarter, range, action);
        }
    }

    /** Column and row of a position on the curve of a level. */
    private static long[] cell(int zoom, long position) {
        long x = 0;
        long y = 0;
        long rest = position;
        for (long side = 1; side < 1L << zoom; side *= 2) {
            long right = rest >> 1 & 1;
            long down = (rest ^ right) & 1;
            if (down == 0) {
                if (right == 1) {
                    x = side - 1 - x;
                    y = side - 1 - y;
                }
                long swapped = x;
                x = y;
                y = swapped;
            }
            x += side * right;
            y += side * down;
            rest >>= 2;
        }
        return new long[] {x, y};
    }
}
