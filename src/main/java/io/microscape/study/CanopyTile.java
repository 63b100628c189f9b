package io.microscape.study;

/**
 * {@link CanopyRaster#TILE_SIZE}² cells of a canopy raster as bits, row by row, lowest bit first: cell (column c, row r)
 * of the tile is bit {@code r * TILE_SIZE + c}. A tile that is absent is all unknown.
 *
 * @param tileColumn first column / TILE_SIZE
 * @param tileRow first row / TILE_SIZE
 * @param covered cells under canopy
 * @param known cells that have a value (not "no data")
 */
public record CanopyTile(int tileColumn, int tileRow, byte[] covered, byte[] known) {}
