package io.microscape.landscape;

import io.microscape.landscape.geometry.CrownDiscs;
import io.microscape.landscape.geometry.PatchSweep;
import io.microscape.landscape.geometry.PolygonEdges;
import io.microscape.landscape.index.DiscLayer;
import io.microscape.landscape.index.Hits;
import io.microscape.landscape.index.PackedLayer;
import io.microscape.landscape.index.PolygonLayer;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Area of a space S under tree crowns, m²: area(S ∩ ∪ crowns). A crown is a polygon, or the disc of half the crown
 * diameter about a tree point; overlaps count once; discs are exact ({@link CrownDiscs}), and so are polygons
 * ({@link PatchSweep}). Only where both are in reach of one space the polygons are taken off it by an overlay. A tree point
 * in S whose diameter is not known makes the area unknown. Source: DEFINITIONS, {@code canopy_cover}. Not thread-safe.
 */
final class CanopyCover {
    private final PolygonLayer spaces;
    private final PolygonLayer polygons;
    private final DiscLayer discs;
    private final DiscLayer unmeasured;
    private final Hits nearPolygons = new Hits();
    private final Hits nearTrees = new Hits();
    private final PatchSweep sweep = new PatchSweep();
    private final CrownDiscs union = new CrownDiscs();

    CanopyCover(Landscape landscape) {
        this.spaces = landscape.spaces();
        this.polygons = landscape.crownPolygons();
        this.discs = landscape.crownDiscs();
        this.unmeasured = landscape.unmeasuredTrees();
    }

    /** @param edges those of the space */
    Measure areaUnderCrowns(int space, PolygonEdges edges) {
        int unknown = unmeasuredIn(space);
        if (unknown > 0) {
            return Measure.absent(
                    unknown == 1
                            ? "the crown diameter of a tree in the space is not known"
                            : "the crown diameters of " + unknown + " trees in the space are not known");
        }
        near(polygons, space, nearPolygons);
        near(discs, space, nearTrees);
        if (nearPolygons.count() == 0) {
            return Measure.of(nearTrees.count() == 0 ? 0 : underDiscs(edges));
        }
        return Measure.of(nearTrees.count() == 0 ? underPolygons(edges) : underBoth(space));
    }

    private void near(PackedLayer layer, int space, Hits hits) {
        layer.query(spaces.minX(space), spaces.minY(space), spaces.maxX(space), spaces.maxY(space), hits);
    }

    private int unmeasuredIn(int space) {
        near(unmeasured, space, nearTrees);
        if (nearTrees.count() == 0) {
            return 0;
        }
        Geometry geometry = spaces.geometry(space);
        int unknown = 0;
        for (int i = 0; i < nearTrees.count(); i++) {
            int tree = nearTrees.get(i);
            Coordinate place = new Coordinate(unmeasured.x(tree), unmeasured.y(tree));
            unknown += geometry.intersects(geometry.getFactory().createPoint(place)) ? 1 : 0;
        }
        return unknown;
    }

    private double underDiscs(PolygonEdges edges) {
        union.begin(edges);
        for (int i = 0; i < nearTrees.count(); i++) {
            int tree = nearTrees.get(i);
            union.add(discs.x(tree), discs.y(tree), discs.radius(tree));
        }
        return union.area();
    }

    private double underPolygons(PolygonEdges edges) {
        sweep.begin(edges);
        for (int i = 0; i < nearPolygons.count(); i++) {
            sweep.add(polygons, nearPolygons.get(i), PatchSweep.Kind.A);
        }
        sweep.run();
        return sweep.areaA();
    }

    private double underBoth(int space) {
        List<Geometry> crowns = new ArrayList<>();
        for (int i = 0; i < nearPolygons.count(); i++) {
            crowns.add(polygons.geometry(nearPolygons.get(i)));
        }
        Geometry geometry = spaces.geometry(space);
        Geometry underPolygons = PatchUnion.within(geometry, crowns);
        Geometry rest = PatchUnion.difference(geometry, underPolygons);
        return underPolygons.getArea() + (rest.isEmpty() ? 0 : underDiscs(PolygonEdges.of(rest)));
    }
}
