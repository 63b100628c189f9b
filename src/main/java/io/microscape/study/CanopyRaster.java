package io.microscape.study;

/**
 * Frame of a canopy raster: where its cells lie. The cells come as {@link CanopyTile}s.
 *
 * @param crs CRS of the raster ("EPSG:4547", or WKT)
 * @param gridToCrs affine transform from column and row to the CRS's x (or longitude) and y: x = a[0] + a[1] col + a[2]
 *     row, y = a[3] + a[4] col + a[5] row, at the outer corner of a cell
 * @param width columns
 * @param height rows
 */
public record CanopyRaster(String crs, double[] gridToCrs, int width, int height) {
    /** Cells along the side of a tile. */
    public static final int TILE_SIZE = 256;
}
