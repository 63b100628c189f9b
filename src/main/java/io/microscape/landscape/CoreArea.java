package io.microscape.landscape;

import io.microscape.landscape.geometry.DistanceZone;
import org.locationtech.jts.geom.Geometry;

/**
 * Core of a space: its part deeper than the edge depth, and that part of its area.
 *
 * <ul>
 *   <li>{@code core_m2}: area of the points of the space at least the depth from its edge, holes being edge too, m²
 *   <li>{@code cai} = 100 core/area, percent
 * </ul>
 *
 * Exact: the core is what the distance zone of everything outside the space leaves over, so {@link DistanceZone} sums its
 * boundary, straight pieces and the arcs about reflex vertices. Source: FRAGSTATS 4 (CORE, CAI), there on cells.
 */
final class CoreArea {
    /** Below this share of the space what is left over is rounding of arcs that cancel out. */
    private static final double ROUNDING = 1e-9;

    private CoreArea() {}

    /**
     * Area of the core, m²; 0 where the space is nowhere that deep.
     *
     * @param space valid polygon or multi-polygon in a metric CRS
     * @param depth m, positive
     */
    static double of(Geometry space, double depth) {
        double core = DistanceZone.areaLeftInside(space, depth);
        double rounding = ROUNDING * space.getArea();
        return core < rounding ? 0 : core;
    }

    /** {@code cai}: core in percent of the area. */
    static double index(double core, double area) {
        return 100 * core / area;
    }
}
