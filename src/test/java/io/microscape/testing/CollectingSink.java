package io.microscape.testing;

import io.microscape.study.CanopyRaster;
import io.microscape.study.CanopyTile;
import io.microscape.study.CarbonAccount;
import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonItem;
import io.microscape.study.Crown;
import io.microscape.study.ImportSink;
import io.microscape.study.InventoryItem;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.RenovationCase;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything that a source brings. */
public final class CollectingSink implements ImportSink {
    public final List<MicroSpace> spaces = new ArrayList<>();
    public final List<Surface> surfaces = new ArrayList<>();
    public final List<Road> roads = new ArrayList<>();
    public final List<Crown> crowns = new ArrayList<>();
    public final List<Planting> plantings = new ArrayList<>();
    public final List<CarbonAccount> accounts = new ArrayList<>();
    public final List<InventoryItem> inventory = new ArrayList<>();
    public final List<Community> communities = new ArrayList<>();
    public final List<CommunityCarbonItem> communityCarbon = new ArrayList<>();
    public final List<RenovationCase> renovations = new ArrayList<>();
    public final List<CanopyRaster> rasters = new ArrayList<>();
    public final List<CanopyTile> tiles = new ArrayList<>();

    @Override
    public void space(MicroSpace space) {
        spaces.add(space);
    }

    @Override
    public void surface(Surface surface) {
        surfaces.add(surface);
    }

    @Override
    public void road(Road road) {
        roads.add(road);
    }

    @Override
    public void crown(Crown crown) {
        crowns.add(crown);
    }

    @Override
    public void planting(Planting planting) {
        plantings.add(planting);
    }

    @Override
    public void carbon(CarbonAccount account) {
        accounts.add(account);
    }

    @Override
    public void inventory(InventoryItem item) {
        inventory.add(item);
    }

    @Override
    public void community(Community community) {
        communities.add(community);
    }

    @Override
    public void communityCarbon(CommunityCarbonItem item) {
        communityCarbon.add(item);
    }

    @Override
    public void renovation(RenovationCase renovation) {
        renovations.add(renovation);
    }

    @Override
    public void canopyRaster(CanopyRaster raster) {
        rasters.add(raster);
    }

    @Override
    public void canopyTile(CanopyTile tile) {
        tiles.add(tile);
    }
}
