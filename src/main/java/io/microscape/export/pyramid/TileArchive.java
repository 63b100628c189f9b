package io.microscape.export.pyramid;

import java.io.Closeable;
import java.io.IOException;

/** A file of tiles being written. Not thread-safe. */
interface TileArchive extends Closeable {
    /**
     * Adds a tile. Tiles come level by level, coarsest first, and within a level along the Hilbert curve.
     *
     * @param zoom level of WebMercatorQuad
     * @param column from the west
     * @param row from the north
     * @param tile the tile as it is to be served
     */
    void add(int zoom, int column, int row, byte[] tile) throws IOException;

    /** Completes the file; no tile may follow. */
    void finish() throws IOException;

    /** Gives up what is held open; a file that was not finished is left incomplete. */
    @Override
    void close() throws IOException;
}
