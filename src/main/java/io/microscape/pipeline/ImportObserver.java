package io.microscape.pipeline;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.ProjectionFit;
import io.microscape.study.CanopyRaster;
import io.microscape.study.CanopyTile;
import io.microscape.study.CarbonAccount;
import io.microscape.study.CarbonValue;
import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonItem;
import io.microscape.study.Crown;
import io.microscape.study.ImportSink;
import io.microscape.study.InvalidInputException;
import io.microscape.study.InventoryItem;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.RenovationCase;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Hands everything on and remembers what the checks of a whole import need: where the spaces lie (longitude and latitude),
 * their codes, inventory rows, plants with sizes, the methods of accounts, and communities with their accounts and
 * renovations.
 */
final class ImportObserver implements ImportSink {
    private final ImportSink target;
    private final Envelope extent = new Envelope();
    private final Map<String, Coordinate> centres = new LinkedHashMap<>();
    private final Map<String, Integer> methods = new LinkedHashMap<>();
    private String place;
    private final List<InventoryItem> inventory = new ArrayList<>();
    private final List<PlacedPlanting> sizedPlantings = new ArrayList<>();
    private final List<Community> communities = new ArrayList<>();
    private final List<CommunityCarbonItem> communityCarbon = new ArrayList<>();
    private final List<RenovationCase> renovations = new ArrayList<>();

    ImportObserver(ImportSink target) {
        this.target = target;
    }

    /** A plant record and the file and row it stands in. */
    record PlacedPlanting(Planting planting, String place) {}

    @Override
    public void at(String newPlace) {
        place = newPlace;
        target.at(newPlace);
    }

    Envelope extent() {
        return extent;
    }

    /**
     * Refuses a system that does not serve where one of the spaces lies, by the rule of the analysis.
     *
     * @param files names of the files that the spaces came from
     * @throws InvalidInputException naming files, space and the system to choose
     */
    void requireServed(CoordinateSystem metric, String files) {
        ProjectionFit projection = new ProjectionFit(metric);
        centres.forEach((code, centre) -> projection.require(files + ", space " + code, centre));
    }

    /** Methods that accounts name, and how many accounts name them. */
    Map<String, Integer> methods() {
        return methods;
    }

    Set<String> codes() {
        return centres.keySet();
    }

    List<InventoryItem> inventory() {
        return inventory;
    }

    List<PlacedPlanting> sizedPlantings() {
        return sizedPlantings;
    }

    /** The communities without their boundaries. */
    List<Community> communities() {
        return communities;
    }

    List<CommunityCarbonItem> communityCarbon() {
        return communityCarbon;
    }

    List<RenovationCase> renovations() {
        return renovations;
    }

    @Override
    public void space(MicroSpace space) {
        Envelope box = space.geometry().getEnvelopeInternal();
        centres.put(space.code(), box.centre());
        extent.expandToInclude(box);
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
        if (planting.size() != null) {
            sizedPlantings.add(new PlacedPlanting(planting, place));
        }
        target.planting(planting);
    }

    @Override
    public void carbon(CarbonAccount account) {
        account.values().values().stream()
                .map(CarbonValue::method)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(method -> methods.merge(method, 1, Integer::sum));
        target.carbon(account);
    }

    @Override
    public void inventory(InventoryItem item) {
        inventory.add(item);
        target.inventory(item);
    }

    @Override
    public void community(Community community) {
        communities.add(community.withGeometry(null));
        target.community(community);
    }

    @Override
    public void communityCarbon(CommunityCarbonItem item) {
        communityCarbon.add(item);
        target.communityCarbon(item);
    }

    @Override
    public void renovation(RenovationCase renovation) {
        renovations.add(renovation);
        target.renovation(renovation);
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
