package io.microscape.landscape;

import io.microscape.landscape.geometry.CrownDiscs;
import io.microscape.study.Crown;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Puntal;

/**
 * Area of a space S under tree crowns, m²: area(S ∩ ∪ crowns). A crown is a polygon, or the disc of half the crown
 * diameter about a tree point; overlaps count once; discs are exact ({@link CrownDiscs}). A tree point in S whose diameter
 * is not known makes the area unknown. Source: DEFINITIONS, {@code canopy_cover}.
 */
final class CanopyCover {
    private final FeatureIndex<Geometry> polygons;
    private final FeatureIndex<CrownDiscs.Disc> discs;
    private final FeatureIndex<Geometry> unmeasured;

    /** @param crowns all crowns of the study */
    CanopyCover(List<Crown> crowns) {
        List<Geometry> outlines = new ArrayList<>();
        List<CrownDiscs.Disc> circles = new ArrayList<>();
        List<Geometry> points = new ArrayList<>();
        for (Crown crown : crowns) {
            Geometry geometry = crown.geometry();
            if (!(geometry instanceof Puntal)) {
                outlines.add(Validity.repaired(geometry));
                continue;
            }
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                Point tree = (Point) geometry.getGeometryN(i);
                if (crown.diameterM() == null) {
                    points.add(tree);
                } else if (crown.diameterM() > 0) {
                    circles.add(new CrownDiscs.Disc(tree.getX(), tree.getY(), crown.diameterM() / 2));
                }
            }
        }
        this.polygons = FeatureIndex.of(outlines);
        this.discs = FeatureIndex.of(circles, CanopyCover::box, CrownDiscs.Disc.ORDER);
        this.unmeasured = FeatureIndex.of(points);
    }

    private static Envelope box(CrownDiscs.Disc disc) {
        return new Envelope(
                disc.x() - disc.radius(), disc.x() + disc.radius(), disc.y() - disc.radius(), disc.y() + disc.radius());
    }

    /** @param space valid polygon or multi-polygon */
    Measure areaUnderCrowns(Geometry space) {
        Envelope box = space.getEnvelopeInternal();
        long unknown =
                unmeasured.meeting(box).stream().filter(space::intersects).count();
        if (unknown > 0) {
            return Measure.absent(
                    unknown == 1
                            ? "the crown diameter of a tree in the space is not known"
                            : "the crown diameters of " + unknown + " trees in the space are not known");
        }
        Geometry underPolygons = PatchUnion.within(space, polygons.meeting(box));
        List<CrownDiscs.Disc> near = discs.meeting(box);
        double underDiscs =
                near.isEmpty() ? 0 : CrownDiscs.areaWithin(PatchUnion.difference(space, underPolygons), near);
        return Measure.of(underPolygons.getArea() + underDiscs);
    }
}
