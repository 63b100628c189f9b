package io.microscape.pipeline;

import io.microscape.study.CanopyRaster;
import io.microscape.study.CanopyTile;
import io.microscape.study.CarbonAccount;
import io.microscape.study.Community;
import io.microscape.study.Crown;
import io.microscape.study.ImportSink;
import io.microscape.study.InventoryItem;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import org.locationtech.jts.geom.Envelope;

/** Hands everything on and remembers where the spaces lie, longitude and latitude. */
final class SpaceExtentSink implements ImportSink {
    private final ImportSink target;
    private final Envelope extent = new Envelope();

    SpaceExtentSink(ImportSink target) {
        this.target = target;
    }

    Envelope extent() {
        return extent;
    }

    @Override
    public void space(MicroSpace space) {
        extent.expandToInclude(space.geometry().getEnvelopeInternal());
        target.space(space);
    }

    @Override
    public void surface(Surface surface) {
        target.surface(surface);
    }

    @Override
    public void road(Road road) {
        target.road(road);
    }

    @Override
    public void crown(Crown crown) {
        target.crown(crown);
    }

    @Override
    public void planting(Planting planting) {
        target.planting(planting);
    }

    @Override
    public void carbon(CarbonAccount account) {
        target.carbon(account);
    }

    @Override
    public void inventory(InventoryItem item) {
        target.inventory(item);
    }

    @Override
    public void community(Community community) {
        target.community(community);
    }

    @Override
    public void canopyRaster(CanopyRaster raster) {
        target.canopyRaster(raster);
    }

    @Override
    public void canopyTile(CanopyTile tile) {
        target.canopyTile(tile);
    }
}
