package io.microscape.tiles;

/**
 * One level of a tile matrix set (OGC 17-083r4, 6.1): a grid of tiles of equal size, rows counted from the top.
 *
 * @param identifier its name in requests: the level as a number
 * @param level level of detail
 * @param scaleDenominator width of a pixel on the ground over the standardised 0.28 mm
 * @param cellSize width and height of a pixel in units of the CRS (m or degrees)
 * @param columns tiles from west to east
 * @param rows tiles from north to south
 */
public record TileMatrix(
        String identifier, int level, double scaleDenominator, double cellSize, int columns, int rows) {
    /** Width and height of a tile in pixels. */
    public static final int TILE_PIXELS = 256;

    /** Width and height of a tile in units of the CRS. */
    public double tileSpan() {
        return cellSize * TILE_PIXELS;
    }
}
