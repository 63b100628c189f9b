package io.microscape.landscape;

import io.microscape.study.Cover;
import io.microscape.study.Surface;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Green and hard share of a space S.
 *
 * <ul>
 *   <li>{@code green_ratio} = area(S ∩ ∪ green) / area(S)
 *   <li>{@code hard_ratio} = area(S ∩ (∪ hard ∖ ∪ green)) / area(S): planting drawn over paving is green
 * </ul>
 *
 * Both in [0, 1]; patches that overlap count once. Null when the study has no surfaces, or none of that cover anywhere:
 * a layer of lawns says nothing of paving. Source: DEFINITIONS, "Landscape indices of a micro-space".
 */
final class SurfaceCover {
    static final String NO_SURFACES = "the study has no surfaces layer";

    private final boolean present;
    private final FeatureIndex<Geometry> green;
    private final FeatureIndex<Geometry> hard;

    /** @param surfaces all surfaces of the study, or null when it has no such layer */
    SurfaceCover(List<Surface> surfaces) {
        this.present = surfaces != null;
        this.green = index(surfaces, Cover.GREEN);
        this.hard = index(surfaces, Cover.HARD);
    }

    private static FeatureIndex<Geometry> index(List<Surface> surfaces, Cover cover) {
        List<Surface> all = surfaces == null ? List.of() : surfaces;
        return FeatureIndex.of(all.stream()
                .filter(surface -> surface.cover() == cover)
                .map(Surface::geometry)
                .filter(geometry -> !geometry.isEmpty())
                .map(Validity::repaired)
                .toList());
    }

    /** Green and hard share of a space; {@code greenArea} is null when there are no green surfaces to look at. */
    record Shares(Measure green, Measure hard, Double greenArea) {}

    /** @param space valid polygon or multi-polygon */
    Shares of(Geometry space) {
        if (!present) {
            return new Shares(Measure.absent(NO_SURFACES), Measure.absent(NO_SURFACES), null);
        }
        Envelope box = space.getEnvelopeInternal();
        double area = space.getArea();
        Geometry greenPart = PatchUnion.within(space, green.meeting(box));
        Measure greenShare = green.isEmpty()
                ? Measure.absent("the study has no green surfaces")
                : Measure.share(greenPart.getArea(), area);
        Measure hardShare = hard.isEmpty()
                ? Measure.absent("the study has no hard surfaces")
                : Measure.share(
                        PatchUnion.difference(PatchUnion.within(space, hard.meeting(box)), greenPart)
                                .getArea(),
                        area);
        return new Shares(greenShare, hardShare, green.isEmpty() ? null : greenPart.getArea());
    }
}
