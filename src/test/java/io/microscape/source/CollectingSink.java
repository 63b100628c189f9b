package io.microscape.source;

import io.microscape.study.CanopyRaster;
import io.microscape.study.CanopyTile;
import io.microscape.study.CarbonAccount;
import io.microscape.study.Community;
import io.microscape.study.Crown;
import io.microscape.study.ImportSink;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.List;

/** Keeps what an import brings, for tests to look at. */
final class CollectingSink implements ImportSink {
    final List<MicroSpace> spaces = new ArrayList<>();
    final List<Surface> surfaces = new ArrayList<>();
    final List<Road> roads = new ArrayList<>();
    final List<Crown> crowns = new ArrayList<>();
    final List<Planting> plantings = new ArrayList<>();
    final List<CarbonAccount> accounts = new ArrayList<>();
    final List<Community> communities = new ArrayList<>();

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
    public void community(Community community) {
        communities.add(community);
    }

    @Override
    public void canopyRaster(CanopyRaster raster) {
        throw new AssertionError("no raster was read");
    }

    @Override
    public void canopyTile(CanopyTile tile) {
        throw new AssertionError("no raster was read");
    }
}
