package io.microscape.landscape;

import io.microscape.landscape.geometry.PatchSweep;
import io.microscape.landscape.geometry.PolygonEdges;
import io.microscape.landscape.index.Hits;
import io.microscape.landscape.index.PolygonLayer;

/**
 * Green and hard share of a space S.
 *
 * <ul>
 *   <li>{@code green_ratio} = area(S ∩ ∪ green) / area(S)
 *   <li>{@code hard_ratio} = area(S ∩ (∪ hard ∖ ∪ green)) / area(S): planting drawn over paving is green
 * </ul>
 *
 * Both in [0, 1]; patches that overlap count once. Null when the study has no surfaces, or none of that cover anywhere:
 * a layer of lawns says nothing of paving. Source: DEFINITIONS, "Landscape indices of a micro-space". Not thread-safe.
 */
final class SurfaceCover {
    static final String NO_SURFACES = "the study has no surfaces layer";

    private final PolygonLayer spaces;
    private final PolygonLayer green;
    private final PolygonLayer hard;
    private final Hits hits = new Hits();
    private final PatchSweep sweep = new PatchSweep();

    SurfaceCover(Landscape landscape) {
        this.spaces = landscape.spaces();
        this.green = landscape.green();
        this.hard = landscape.hard();
    }

    /** Green and hard share of a space; {@code greenArea} is null when there are no green surfaces to look at. */
    record Shares(Measure green, Measure hard, Double greenArea) {}

    /** @param edges those of the space */
    Shares of(int space, PolygonEdges edges) {
        if (green == null) {
            return new Shares(Measure.absent(NO_SURFACES), Measure.absent(NO_SURFACES), null);
        }
        sweep.begin(edges);
        boolean covered = add(green, space, PatchSweep.Kind.A) | add(hard, space, PatchSweep.Kind.B);
        if (covered) {
            sweep.run();
        }
        double area = covered ? sweep.areaOfSpace() : 1;
        return new Shares(
                green.count() == 0
                        ? Measure.absent("the study has no green surfaces")
                        : Measure.share(sweep.areaA(), area),
                hard.count() == 0
                        ? Measure.absent("the study has no hard surfaces")
                        : Measure.share(sweep.areaB(), area),
                green.count() == 0 ? null : sweep.areaA());
    }

    private boolean add(PolygonLayer patches, int space, PatchSweep.Kind kind) {
        patches.query(spaces.minX(space), spaces.minY(space), spaces.maxX(space), spaces.maxY(space), hits);
        for (int i = 0; i < hits.count(); i++) {
            sweep.add(patches, hits.get(i), kind);
        }
        return hits.count() > 0;
    }
}
