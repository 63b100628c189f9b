package io.microscape.study;

/**
 * Takes what a source brings, feature by feature, geometry in EPSG:4326 (longitude, latitude). Readers push into it; the
 * store's import session is one. Not thread-safe.
 */
public interface ImportSink {
    /** Where the row of a table stands whose objects come next: file and row. Not told of sources with geometries. */
    default void at(String place) {}

    void space(MicroSpace space);

    void surface(Surface surface);

    void road(Road road);

    void crown(Crown crown);

    void planting(Planting planting);

    void carbon(CarbonAccount account);

    void inventory(InventoryItem item);

    void community(Community community);

    void communityCarbon(CommunityCarbonItem item);

    void renovation(RenovationCase renovation);

    /** Comes once, before the raster's tiles. */
    void canopyRaster(CanopyRaster raster);

    void canopyTile(CanopyTile tile);
}
