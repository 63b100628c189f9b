package io.microscape.landscape;

import org.locationtech.jts.geom.Geometry;

/** A canopy raster as the engine sees it: unit cells, cell (c, r) being the square from (c, r) to (c + 1, r + 1). Thread-safe. */
public interface CanopyGrid {
    /** The geometry, given in the study's metric CRS, in column and row coordinates. */
    Geometry toGrid(Geometry metric);

    /** Whether the cell is under canopy; false outside. */
    boolean covered(int column, int row);

    /** Whether the cell has a value; false outside. */
    boolean known(int column, int row);
}
