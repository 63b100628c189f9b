package io.microscape.landscape;

import io.microscape.landscape.geometry.PolygonEdges;
import io.microscape.landscape.index.PolygonLayer;

/**
 * Canopy indices of a space S, from crowns or, when the study has none, from canopy rasters.
 *
 * <ul>
 *   <li>{@code canopy_cover} = area(S ∩ ∪ crowns) / area(S), in [0, 1]
 *   <li>{@code canopy_density} (郁闭度) = area(S ∩ ∪ crowns) / area(S ∩ ∪ green): crown projection over the planted land.
 *       Null without green in S. Crowns that reach over paving lift it above 1; it is not cut there, for that would hide
 *       what was measured
 * </ul>
 *
 * Null when the study has neither crowns nor a canopy raster. Source: DEFINITIONS. Not
 * thread-safe.
 */
final class CanopyIndices {
    static final String NO_CANOPY = "the study has no trees and no canopy layer";

    private final PolygonLayer spaces;
    private final CanopyCover crowns;
    private final RasterCanopy raster;

    /** @param landscape its crowns and canopy rasters are used, rasters only where there are no crowns */
    CanopyIndices(Landscape landscape) {
        this.spaces = landscape.spaces();
        this.crowns = landscape.crownDiscs() == null ? null : new CanopyCover(landscape);
        this.raster = landscape.canopyGrids().isEmpty() ? null : new RasterCanopy(landscape.canopyGrids());
    }

    record Canopy(Measure cover, Measure density) {}

    /**
     * @param edges those of the space
     * @param area of the space, m²
     * @param greenArea m² of the space under green surfaces, null when the study has none to look at
     */
    Canopy of(int space, PolygonEdges edges, double area, Double greenArea) {
        Measure cover = cover(space, edges, area);
        if (cover.value() == null) {
            return new Canopy(cover, cover);
        }
        if (greenArea == null) {
            return new Canopy(cover, Measure.absent("the study has no green surfaces"));
        }
        if (greenArea == 0) {
            return new Canopy(cover, Measure.absent("the space has no green surface"));
        }
        return new Canopy(cover, new Measure(cover.value() * area / greenArea, cover.reason()));
    }

    private Measure cover(int space, PolygonEdges edges, double area) {
        if (crowns != null) {
            Measure under = crowns.areaUnderCrowns(space, edges);
            return under.value() == null ? under : Measure.share(under.value(), area);
        }
        return raster == null ? Measure.absent(NO_CANOPY) : raster.share(spaces.geometry(space));
    }
}
