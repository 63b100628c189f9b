package io.microscape.landscape;

import io.microscape.landscape.geometry.PolygonEdges;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import java.util.Map;
import java.util.TreeMap;

/** Computes the indices of one space after another in the same arrays. Not thread-safe: each thread has its own. */
final class SpaceIndices {
    private final Landscape landscape;
    private final StudyParameters parameters;
    private final IndexColumns columns;
    private final SurfaceCover surfaces;
    private final RoadsInZone roads;
    private final CanopyIndices canopy;
    private final Proximity proximity;
    private final SpeciesDiversity species;
    private final RoadNetwork network;
    private final PolygonEdges edges = new PolygonEdges();

    /** @param network null unless distances are measured along roads */
    SpaceIndices(Landscape landscape, StudyParameters parameters, SpeciesDiversity species, RoadNetwork network) {
        this.landscape = landscape;
        this.parameters = parameters;
        this.columns = IndexColumns.of(parameters);
        this.surfaces = new SurfaceCover(landscape);
        this.roads = new RoadsInZone(landscape, parameters.radiusM(), parameters.roadDensityPer());
        this.canopy = new CanopyIndices(landscape);
        this.proximity = new Proximity(landscape.spaces(), Connectivity.REACH_IN_RADII * parameters.radiusM());
        this.species = species;
        this.network = network;
    }

    /** @param item the space in the packed layer */
    LandscapeIndices of(int item) {
        int place = landscape.spaces().source(item);
        edges.load(landscape.spaces(), item);
        double area = edges.twiceArea() / 2;
        SurfaceCover.Shares cover = surfaces.of(item, edges);
        RoadsInZone.Roads road = roads.of(item, edges, area);
        CanopyIndices.Canopy crowns = canopy.of(item, edges, area, cover.greenArea());
        double[] distances = proximity.distancesFrom(item);
        SpeciesDiversity.Diversity diversity = species.of(landscape.code(place));
        Map<String, String> reasons = new TreeMap<>();
        if (diversity.richness() == null) {
            reasons.put(IndexColumns.SPECIES_RICHNESS, SpeciesDiversity.NO_RECORDS);
        }
        return new LandscapeIndices(
                landscape.code(place),
                area,
                edges.length(),
                cover.green().in(IndexColumns.GREEN_RATIO, reasons),
                cover.hard().in(IndexColumns.HARD_RATIO, reasons),
                road.length().in(columns.roadLength(), reasons),
                road.density().in(columns.roadDensity(), reasons),
                Connectivity.neighbours(distances, parameters.radiusM()),
                connectivity(place, distances).in(IndexColumns.CONNECTIVITY, reasons),
                diversity.richness(),
                diversity.shannon().in(IndexColumns.SHANNON, reasons),
                diversity.simpson().in(IndexColumns.SIMPSON, reasons),
                diversity.pielou().in(IndexColumns.PIELOU, reasons),
                diversity.margalef().in(IndexColumns.MARGALEF, reasons),
                crowns.cover().in(IndexColumns.CANOPY_COVER, reasons),
                crowns.density().in(IndexColumns.CANOPY_DENSITY, reasons),
                reasons);
    }

    private Measure connectivity(int place, double[] edgeDistances) {
        if (parameters.connectivityDistance() == ConnectivityDistance.EDGE) {
            return Measure.of(Connectivity.probability(edgeDistances, parameters.radiusM()));
        }
        return network == null
                ? Measure.absent(RoadsInZone.NO_ROADS)
                : Measure.of(Connectivity.probability(network.distancesFrom(place), parameters.radiusM()));
    }
}
