package io.microscape.landscape.patch;

import org.locationtech.jts.algorithm.MinimumBoundingCircle;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * How compact a space is, from its area a (m²) and perimeter p (m, holes included). The vector definitions of FRAGSTATS 4,
 * which measure against the square.
 *
 * <ul>
 *   <li>{@link #shape()} = 0.25 p/√a, 1 for a square, √π/2 = 0.886 for a disc, no upper limit
 *   <li>{@link #frac()} = 2 ln(0.25 p)/ln a, 1 for squares of any size, mostly below 2; depends on the unit (m) and has no
 *       value for a = 1 m²
 *   <li>{@link #para()} = p/a, 1/m, more than 0
 *   <li>{@link #circle()} = 1 − a/area of the smallest enclosing circle, 0 for a disc, near 1 for a strip
 * </ul>
 *
 * @param area m²
 * @param perimeter m
 * @param enclosingRadius radius of the smallest enclosing circle, m
 */
public record PatchShape(double area, double perimeter, double enclosingRadius) {
    /** @param space valid polygon or multi-polygon with area, in a metric CRS */
    public static PatchShape of(Geometry space) {
        // near the origin, where the circle through three points loses no digits to the grid's large numbers
        Envelope box = space.getEnvelopeInternal();
        Geometry near = AffineTransformation.translationInstance(-box.getMinX(), -box.getMinY())
                .transform(space);
        return new PatchShape(space.getArea(), space.getLength(), new MinimumBoundingCircle(near).getRadius());
    }

    public double shape() {
        return 0.25 * perimeter / Math.sqrt(area);
    }

    /** NaN for an area of 1 m², where the definition divides by zero. */
    public double frac() {
        return area == 1 ? Double.NaN : 2 * Math.log(0.25 * perimeter) / Math.log(area);
    }

    public double para() {
        return perimeter / area;
    }

    public double circle() {
        return 1 - area / (Math.PI * enclosingRadius * enclosingRadius);
    }
}
