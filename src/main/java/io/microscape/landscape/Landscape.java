package io.microscape.landscape;

import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.List;

/**
 * All layers of a study in its metric CRS (m). A list that is null means that the study has no such layer, an empty one
 * that it was looked at and nothing is there.
 *
 * @param spaces all spaces, sampled or not
 * @param surfaces green, hard and other surfaces, or null
 * @param roads road lines, or null
 * @param crowns tree crowns, or null
 * @param canopyGrids canopy rasters, or null; used when there are no crowns
 * @param plantings plant records, or null
 */
public record Landscape(
        List<MicroSpace> spaces,
        List<Surface> surfaces,
        List<Road> roads,
        List<Crown> crowns,
        List<CanopyGrid> canopyGrids,
        List<Planting> plantings) {}
