package io.microscape.tiles;

/**
 * A rectangle of tiles of one matrix, ends included.
 *
 * @param minColumn westernmost column
 * @param maxColumn easternmost column
 * @param minRow northernmost row
 * @param maxRow southernmost row
 */
public record TileRange(int minColumn, int maxColumn, int minRow, int maxRow) {
    /** Whether the tile belongs to it. */
    public boolean contains(int column, int row) {
        return column >= minColumn && column <= maxColumn && row >= minRow && row <= maxRow;
    }

    /** Number of its tiles. */
    public long count() {
        return (maxColumn - minColumn + 1L) * (maxRow - minRow + 1L);
    }
}
