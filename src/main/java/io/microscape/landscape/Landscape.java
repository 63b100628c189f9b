package io.microscape.landscape;

import io.microscape.landscape.index.DiscLayer;
import io.microscape.landscape.index.PolygonLayer;
import io.microscape.landscape.index.SegmentLayer;
import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.List;
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
        this.spaces = builder.spaces.build();
        this.codes = builder.codes.toArray(String[]::new);
        this.items = new int[codes.length];
        for (int item = 0; item < codes.length; item++) {
            items[spaces.source(item)] = item;
        }
        this.green = builder.green == null ? null : builder.green.build();
        this.hard = builder.hard == null ? null : builder.hard.build();
        this.roads = builder.roads == null ? null : builder.roads.build();
        this.crownPolygons = builder.crownPolygons == null ? null : builder.crownPolygons.build();
        this.crownDiscs = builder.crownDiscs == null ? null : builder.crownDiscs.build();
        this.unmeasuredTrees = builder.unmeasuredTrees == null ? null : builder.unmeasuredTrees.build();
        this.canopyGrids = List.copyOf(builder.canopyGrids);
        this.plantings = builder.plantings;
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
        spaces.forEach(builder::add);
        if (surfaces != null) {
            surfaces.forEach(builder.withSurfaces()::add);
        }
        if (roads != null) {
            roads.forEach(builder.withRoads()::add);
        }
        if (crowns != null) {
            crowns.forEach(builder.withCrowns()::add);
        }
        if (canopyGrids != null) {
            canopyGrids.forEach(builder::add);
        }
        if (plantings != null) {
            plantings.forEach(builder.withPlantings()::add);
        }
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
