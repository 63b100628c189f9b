package io.microscape.landscape.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Area of a union of discs cut by a polygon, exact with arcs.
 *
 * <p>The boundary of S ∩ ∪ discs consists of the arcs that lie in no other disc and inside S, and of the parts of the
 * edges of S that lie in a disc; both are found as intervals (of angle, of parameter) and summed by Green's theorem.
 * Discs within another disc, equal ones too, are taken off first. Cost: discs² + discs · edges.
 */
public final class CrownDiscs {
    /** Share of an edge, and of a squared radius, by which a circle that passes a corner or touches may miss by rounding. */
    private static final double ROUNDING = 1e-9;

    private CrownDiscs() {}

    /** A disc in the CRS of the study. */
    public record Disc(double x, double y, double radius) {
        public static final Comparator<Disc> ORDER = Comparator.comparingDouble(Disc::radius)
                .reversed()
                .thenComparingDouble(Disc::x)
                .thenComparingDouble(Disc::y);

        private boolean holds(Disc other) {
            return Math.hypot(x - other.x, y - other.y) <= radius - other.radius;
        }
    }

    /**
     * Area of the part of the polygon that lies in at least one disc, m². Independent of the order of the discs, bit for
     * bit.
     *
     * @param polygonal valid polygon or multi-polygon
     */
    public static double areaWithin(Geometry polygonal, List<Disc> discs) {
        PolygonEdges edges = PolygonEdges.of(polygonal);
        List<Disc> outer = outermost(discs, edges.originX, edges.originY);
        double[] twice = new double[1];
        IntervalSet angles = IntervalSet.ofAngles();
        for (Disc disc : outer) {
            angles.clear();
            for (Disc other : outer) {
                if (other != disc) {
                    Discs.addCovered(other.x - disc.x, other.y - disc.y, disc.radius, other.radius, angles);
                }
            }
            angles.forEachGap((low, high) -> twice[0] += arcsInside(edges, disc, low, high));
        }
        IntervalSet chords = new IntervalSet(0, 1);
        for (int edge = 0; edge < edges.count; edge++) {
            twice[0] += partsInside(edges, edge, outer, chords);
        }
        return twice[0] / 2;
    }

    private static List<Disc> outermost(List<Disc> discs, double originX, double originY) {
        List<Disc> outer = new ArrayList<>();
        discs.stream()
                .map(disc -> new Disc(disc.x - originX, disc.y - originY, disc.radius))
                .sorted(Disc.ORDER)
                .forEach(disc -> {
                    if (outer.stream().noneMatch(larger -> larger.holds(disc))) {
                        outer.add(disc);
                    }
                });
        return outer;
    }

    private static double arcsInside(PolygonEdges edges, Disc disc, double from, double to) {
        double[] cuts = new double[2 * edges.count + 2];
        int count = 0;
        cuts[count++] = from;
        for (int edge = 0; edge < edges.count; edge++) {
            count = cut(edges, edge, disc, from, to, cuts, count);
        }
        cuts[count++] = to;
        Arrays.sort(cuts, 0, count);
        double twice = 0;
        for (int i = 1; i < count; i++) {
            double middle = (cuts[i - 1] + cuts[i]) / 2;
            if (cuts[i] > cuts[i - 1]
                    && edges.contains(
                            disc.x + disc.radius * Math.cos(middle), disc.y + disc.radius * Math.sin(middle))) {
                twice += Discs.arc(disc.x, disc.y, disc.radius, cuts[i - 1], cuts[i]);
            }
        }
        return twice;
    }

    /**
     * Appends the angles between from and to at which the circle crosses or touches the edge. One cut too many does no harm,
     * since each piece is asked where it lies; one too few, at a corner or where the circle touches, would lose a whole arc.
     */
    private static int cut(PolygonEdges edges, int edge, Disc disc, double from, double to, double[] cuts, int start) {
        double dx = edges.bx[edge] - edges.ax[edge];
        double dy = edges.by[edge] - edges.ay[edge];
        double qx = edges.ax[edge] - disc.x;
        double qy = edges.ay[edge] - disc.y;
        double square = dx * dx + dy * dy;
        double cross = dx * qy - dy * qx;
        double height = disc.radius * disc.radius - cross * cross / square;
        int count = start;
        if (height > -ROUNDING * disc.radius * disc.radius) {
            double middle = -(dx * qx + dy * qy) / square;
            double half = Math.sqrt(Math.max(0, height) / square);
            for (double t : new double[] {middle - half, middle + half}) {
                if (t >= -ROUNDING && t <= 1 + ROUNDING) {
                    double angle = Math.atan2(qy + t * dy, qx + t * dx);
                    double positive = angle < 0 ? angle + 2 * Math.PI : angle;
                    if (positive > from && positive < to) {
                        cuts[count++] = positive;
                    }
                }
            }
        }
        return count;
    }

    private static double partsInside(PolygonEdges edges, int edge, List<Disc> discs, IntervalSet chords) {
        double ax = edges.ax[edge];
        double ay = edges.ay[edge];
        double dx = edges.bx[edge] - ax;
        double dy = edges.by[edge] - ay;
        chords.clear();
        for (Disc disc : discs) {
            Discs.addChord(ax - disc.x, ay - disc.y, dx, dy, disc.radius, chords);
        }
        double[] twice = new double[1];
        chords.forEach((low, high) -> twice[0] += (high - low) * (ax * dy - ay * dx));
        return twice[0];
    }
}
