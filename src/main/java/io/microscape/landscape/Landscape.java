package io.microscape.landscape;

import io.microscape.landscape.index.DiscLayer;
import io.microscape.landscape.index.PolygonLayer;
import io.microscape.landscape.index.SegmentLayer;
import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;

/**
 * All layers of a study in its metric CRS (m), packed: coordinates in primitive arrays, in canonical order, indexed. A
 * layer that is absent (the study has none) is told from an empty one (it was looked at and nothing is there). Spaces are
 * known by their place in the input, from 0. Immutable, thread-safe.
 */
public final class Landscape {
    private final String[] codes;
    private final int[] items;
    private final PolygonLayer spaces;
    private final PolygonLayer green;
    private final PolygonLayer hard;
    private final SegmentLayer roads;
    private final PolygonLayer crownPolygons;
    private final DiscLayer crownDiscs;
    private final DiscLayer unmeasuredTrees;
    private final List<CanopyGrid> canopyGrids;
    private final List<Planting> plantings;

    Landscape(LandscapeBuilder builder) {
        CompletableFuture<PolygonLayer> green = built(builder.green, PolygonLayer.Builder::build);
        CompletableFuture<PolygonLayer> hard = built(builder.hard, PolygonLayer.Builder::build);
        CompletableFuture<SegmentLayer> roads = built(builder.roads, SegmentLayer.Builder::build);
        CompletableFuture<PolygonLayer> crownPolygons = built(builder.crownPolygons, PolygonLayer.Builder::build);
        CompletableFuture<DiscLayer> crownDiscs = built(builder.crownDiscs, DiscLayer.Builder::build);
        CompletableFuture<DiscLayer> unmeasuredTrees = built(builder.unmeasuredTrees, DiscLayer.Builder::build);
        this.spaces = builder.spaces.build();
        this.codes = builder.codes.toArray(String[]::new);
        this.items = new int[codes.length];
        for (int item = 0; item < codes.length; item++) {
            items[spaces.source(item)] = item;
        }
        this.green = green.join();
        this.hard = hard.join();
        this.roads = roads.join();
        this.crownPolygons = crownPolygons.join();
        this.crownDiscs = crownDiscs.join();
        this.unmeasuredTrees = unmeasuredTrees.join();
        this.canopyGrids = List.copyOf(builder.canopyGrids);
        this.plantings = builder.plantings;
    }

    private static <B, L> CompletableFuture<L> built(B layer, Function<B, L> build) {
        return layer == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.supplyAsync(() -> build.apply(layer));
    }

    /**
     * A landscape of the given features; a list that is null means that the study has no such layer.
     *
     * @throws io.microscape.study.InvalidInputException as {@link LandscapeBuilder}
     */
    public static Landscape of(
            List<MicroSpace> spaces,
            List<Surface> surfaces,
            List<Road> roads,
            List<Crown> crowns,
            List<CanopyGrid> canopyGrids,
            List<Planting> plantings) {
        LandscapeBuilder builder = builder();
        List<Runnable> layers = new ArrayList<>();
        layers.add(() -> spaces.forEach(builder::add));
        if (surfaces != null) {
            builder.withSurfaces();
            layers.add(() -> surfaces.forEach(builder::add));
        }
        if (roads != null) {
            builder.withRoads();
            layers.add(() -> roads.forEach(builder::add));
        }
        if (crowns != null) {
            builder.withCrowns();
            layers.add(() -> crowns.forEach(builder::add));
        }
        if (canopyGrids != null) {
            canopyGrids.forEach(builder::add);
        }
        if (plantings != null) {
            builder.withPlantings();
            plantings.forEach(builder::add);
        }
        layers.parallelStream().forEach(Runnable::run);
        return builder.build();
    }

    /** A builder of an empty landscape without any layer but that of the spaces. */
    public static LandscapeBuilder builder() {
        return new LandscapeBuilder();
    }

    /** Number of spaces. */
    public int size() {
        return codes.length;
    }

    /** Code of the space at that place of the input. */
    public String code(int space) {
        return codes[space];
    }

    /** Geometry of the space at that place of the input, valid, in the metric CRS; made anew at each call. */
    public Geometry geometry(int space) {
        return spaces.geometry(items[space]);
    }

    /** Geometries of all spaces in the order of the input, made anew at each call. */
    Geometry[] geometries() {
        return IntStream.range(0, size()).mapToObj(this::geometry).toArray(Geometry[]::new);
    }

    /** Where the space at that place of the input is in {@link #spaces()}. */
    public int item(int space) {
        return items[space];
    }

    /** The spaces; {@code source} gives their place in the input. */
    public PolygonLayer spaces() {
        return spaces;
    }

    /** Green surfaces, or null when the study has no surfaces layer. */
    public PolygonLayer green() {
        return green;
    }

    /** Hard surfaces, or null when the study has no surfaces layer. */
    public PolygonLayer hard() {
        return hard;
    }

    /** Segments of roads, or null when the study has no roads layer. */
    public SegmentLayer roads() {
        return roads;
    }

    /** Crowns given as polygons, or null when the study has no crowns. */
    public PolygonLayer crownPolygons() {
        return crownPolygons;
    }

    /** Crowns given as tree and diameter, or null when the study has no crowns. */
    public DiscLayer crownDiscs() {
        return crownDiscs;
    }

    /** Trees whose crown is not known, as discs of radius 0, or null when the study has no crowns. */
    public DiscLayer unmeasuredTrees() {
        return unmeasuredTrees;
    }

    /** Canopy rasters, perhaps none; used when there are no crowns. */
    public List<CanopyGrid> canopyGrids() {
        return canopyGrids;
    }

    /** Plant records, or null when the study has none. */
    public List<Planting> plantings() {
        return plantings;
    }
}
