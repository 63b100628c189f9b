package io.microscape.landscape.patch;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * {@code gyrate_m}: mean distance of the points of a space to its centroid, (1/a) ∫ |x − c| dx, m. 2/3 of the radius for a
 * disc; more than 0, no upper limit. FRAGSTATS takes the mean over raster cells; this is its limit for small cells.
 *
 * <p>The integral is the sum over the edges of that over the triangle of edge and centroid, signed by its orientation, so
 * that holes and parts need no case of their own. In such a triangle, with h the signed distance from the centroid to the
 * edge's line, t₁ and t₂ the places of its ends along the line from the foot of the centroid, and r₁, r₂ their distances
 * to it, ∫ r dx = ⅓ ∫ r(θ)³ dθ with r(θ) = h/cos θ, which is (h (t₂ r₂ − t₁ r₁) + h³ (arsinh(t₂/|h|) − arsinh(t₁/|h|)))/6.
 */
public final class Gyration {
    private Gyration() {}

    /**
     * The mean distance to the centroid, m.
     *
     * @param space valid polygon or multi-polygon with area, in a metric CRS
     */
    public static double of(Geometry space) {
        Coordinate centre = space.getCentroid().getCoordinate();
        double integral = 0;
        for (int i = 0; i < space.getNumGeometries(); i++) {
            Polygon part = (Polygon) space.getGeometryN(i);
            integral += ofRing(part.getExteriorRing(), centre);
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                integral -= ofRing(part.getInteriorRingN(hole), centre);
            }
        }
        return integral / space.getArea();
    }

    /** ∫ |x − c| dx over the area within a ring. */
    private static double ofRing(LinearRing ring, Coordinate centre) {
        CoordinateSequence points = ring.getCoordinateSequence();
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += ofTriangle(
                    points.getX(i - 1) - centre.x,
                    points.getY(i - 1) - centre.y,
                    points.getX(i) - centre.x,
                    points.getY(i) - centre.y);
        }
        return Orientation.isCCW(points) ? sum : -sum;
    }

    private static double ofTriangle(double x1, double y1, double x2, double y2) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        if (length == 0) {
            return 0;
        }
        double ux = (x2 - x1) / length;
        double uy = (y2 - y1) / length;
        double h = ux * -y1 + uy * x1;
        if (h == 0) {
            return 0;
        }
        double t1 = x1 * ux + y1 * uy;
        double t2 = x2 * ux + y2 * uy;
        double products = t2 * Math.hypot(x2, y2) - t1 * Math.hypot(x1, y1);
        return (h * products + h * h * h * (arsinh(t2 / Math.abs(h)) - arsinh(t1 / Math.abs(h)))) / 6;
    }

    private static double arsinh(double value) {
        double size = Math.abs(value);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), value);
    }
}
