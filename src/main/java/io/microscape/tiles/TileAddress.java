package io.microscape.tiles;

import org.locationtech.jts.geom.Envelope;

/**
 * A tile of a tile matrix set.
 *
 * @param set the tile matrix set
 * @param matrix one of its levels
 * @param column counted from the west, from 0
 * @param row counted from the north, from 0
 */
public record TileAddress(TileMatrixSet set, TileMatrix matrix, int column, int row) {
    /** Its extent in the set's CRS, x = east. */
    public Envelope box() {
        return set.box(matrix, column, row, 1);
    }
}
