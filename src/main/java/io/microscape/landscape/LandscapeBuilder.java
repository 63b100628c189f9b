package io.microscape.landscape;

import io.microscape.landscape.index.DiscLayer;
import io.microscape.landscape.index.PolygonLayer;
import io.microscape.landscape.index.SegmentLayer;
import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.InvalidInputException;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Puntal;

/**
 * Takes the features of a study one by one, in any order, in its metric CRS, and packs them at once: no geometry is kept. A
 * layer exists when it was declared by a {@code with…} method or got a feature. One thread may add spaces while
 * others add surfaces, roads and crowns, each layer declared before and added to by one thread.
 *
 * <p>{@code add} throws {@link InvalidInputException} for a space that is empty, has no area or is no polygon, and for any
 * feature with a coordinate that is not a number.
 */
public final class LandscapeBuilder {
    final PolygonLayer.Builder spaces = new PolygonLayer.Builder();
    final List<String> codes = new ArrayList<>();
    PolygonLayer.Builder green;
    PolygonLayer.Builder hard;
    SegmentLayer.Builder roads;
    PolygonLayer.Builder crownPolygons;
    DiscLayer.Builder crownDiscs;
    DiscLayer.Builder unmeasuredTrees;
    final List<CanopyGrid> canopyGrids = new ArrayList<>();
    List<Planting> plantings;
    private final Envelope extent = new Envelope();
    private final Validity validityOfSpaces = new Validity();
    private final Validity validityOfSurfaces = new Validity();
    private final Validity validityOfCrowns = new Validity();

    LandscapeBuilder() {}

    /** Declares that surfaces were looked for. */
    public LandscapeBuilder withSurfaces() {
        if (green == null) {
            green = new PolygonLayer.Builder();
            hard = new PolygonLayer.Builder();
        }
        return this;
    }

    /** Declares that roads were looked for. */
    public LandscapeBuilder withRoads() {
        if (roads == null) {
            roads = new SegmentLayer.Builder();
        }
        return this;
    }

    /** Declares that tree crowns were looked for; canopy rasters are then not used. */
    public LandscapeBuilder withCrowns() {
        if (crownDiscs == null) {
            crownPolygons = new PolygonLayer.Builder();
            crownDiscs = new DiscLayer.Builder();
            unmeasuredTrees = new DiscLayer.Builder();
        }
        return this;
    }

    /** Declares that plant records were looked for. */
    public LandscapeBuilder withPlantings() {
        if (plantings == null) {
            plantings = new ArrayList<>();
        }
        return this;
    }

    public LandscapeBuilder add(MicroSpace space) {
        Geometry geometry = SpaceCheck.checked(space, validityOfSpaces);
        extent.expandToInclude(geometry.getEnvelopeInternal());
        spaces.add(geometry);
        codes.add(space.code());
        return this;
    }

    public LandscapeBuilder add(Surface surface) {
        withSurfaces();
        if (surface.cover() == Cover.GREEN || surface.cover() == Cover.HARD) {
            addPolygon(
                    surface.geometry(), "a surface", surface.cover() == Cover.GREEN ? green : hard, validityOfSurfaces);
        }
        return this;
    }

    public LandscapeBuilder add(Road road) {
        withRoads();
        SpaceCheck.requireNumbers(road.geometry(), road.name() == null ? "a road" : "road " + road.name());
        for (int i = 0; i < road.geometry().getNumGeometries(); i++) {
            if (road.geometry().getGeometryN(i) instanceof LineString line) {
                roads.add(line.getCoordinateSequence(), road.bridge(), road.tunnel(), road.level());
            }
        }
        return this;
    }

    public LandscapeBuilder add(Crown crown) {
        withCrowns();
        if (!(crown.geometry() instanceof Puntal)) {
            addPolygon(crown.geometry(), "a tree crown", crownPolygons, validityOfCrowns);
            return this;
        }
        SpaceCheck.requireNumbers(crown.geometry(), "a tree");
        for (int i = 0; i < crown.geometry().getNumGeometries(); i++) {
            Point tree = (Point) crown.geometry().getGeometryN(i);
            if (tree.isEmpty()) {
                continue;
            }
            if (crown.diameterM() == null) {
                unmeasuredTrees.add(tree.getX(), tree.getY(), 0);
            } else if (crown.diameterM() > 0) {
                crownDiscs.add(tree.getX(), tree.getY(), crown.diameterM() / 2);
            }
        }
        return this;
    }

    public LandscapeBuilder add(Planting planting) {
        withPlantings().plantings.add(planting);
        return this;
    }

    public LandscapeBuilder add(CanopyGrid grid) {
        canopyGrids.add(grid);
        return this;
    }

    private static void addPolygon(Geometry geometry, String what, PolygonLayer.Builder layer, Validity validity) {
        SpaceCheck.requireNumbers(geometry, what);
        Geometry repaired = validity.repaired(geometry);
        if (!repaired.isEmpty()) {
            layer.add(repaired);
        }
    }

    /**
     * The landscape; the builder is used up.
     *
     * @throws InvalidInputException if all coordinates of the spaces could be degrees
     */
    public Landscape build() {
        if (!codes.isEmpty()) {
            SpaceCheck.requireMetres(extent, codes.get(0));
        }
        return new Landscape(this);
    }
}
