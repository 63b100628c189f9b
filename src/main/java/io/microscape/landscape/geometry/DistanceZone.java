package io.microscape.landscape.geometry;

import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The zone of a space S: all points at most r from it, Z = S ⊕ disc(r). It is never turned into a polygon.
 *
 * <p><b>Area</b> (m²): the boundary of Z consists of pieces of the edges moved outwards by r and of arcs of radius r about
 * vertices. Of every such candidate the parts that are nearer than r to another edge are taken off as intervals of its
 * parameter; what is left is on the boundary, and Green's theorem, A = ½ ∮ (x dy − y dx), sums it exactly. Convex and
 * concave spaces, holes that fill up or stay open and parts whose zones merge need no case of their own. For a convex
 * space this is Steiner's formula A + p r + π r².
 *
 * <p><b>Length of a segment within Z</b> (m): the points of a segment that are within r of one edge form one interval,
 * since the set of points within r of an edge is convex; the intervals of all edges are united, and a part between them
 * counts whole when it lies inside S (it cannot cross an edge).
 *
 * <p>Accuracy: rounding only, about 1e-8 relative at worst where arcs touch. Cost: quadratic in the edges of S for the
 * area, linear for a segment. Immutable, thread-safe.
 */
public final class DistanceZone {
    private final PolygonEdges edges;
    private final double radius;
    private final Envelope envelope;

    /**
     * @param space valid polygon or multi-polygon in a metric CRS
     * @param radius m, positive
     */
    public DistanceZone(Geometry space, double radius) {
        this(PolygonEdges.of(space), radius, space.getEnvelopeInternal().copy());
        this.envelope.expandBy(radius);
    }

    private DistanceZone(PolygonEdges edges, double radius, Envelope envelope) {
        this.edges = edges;
        this.radius = radius;
        this.envelope = envelope;
    }

    /**
     * Area of the part of a space that the zone of everything outside it leaves over, m²: the sum over the zone's boundary
     * runs round it the other way.
     *
     * @param space valid polygon or multi-polygon in a metric CRS
     * @param radius m, positive
     */
    public static double areaLeftInside(Geometry space, double radius) {
        return -new DistanceZone(PolygonEdges.of(space).complement(), radius, space.getEnvelopeInternal()).area();
    }

    /** The zone's box. */
    public Envelope envelope() {
        return envelope.copy();
    }

    /** Area of the zone, the space included, m². */
    public double area() {
        double[] twice = new double[1];
        IntervalSet covered = new IntervalSet(0, 1);
        for (int edge = 0; edge < edges.count; edge++) {
            covered.clear();
            twice[0] += offsetOf(edge, covered);
        }
        IntervalSet angles = IntervalSet.ofAngles();
        IntervalSet beyond = IntervalSet.ofAngles();
        Set<Coordinate> vertices = new HashSet<>();
        for (int edge = 0; edge < edges.count; edge++) {
            // rings that touch share a vertex, and one circle stands for it
            if (vertices.add(new Coordinate(edges.ax[edge], edges.ay[edge]))) {
                angles.clear();
                twice[0] += arcsAbout(edges.ax[edge], edges.ay[edge], angles, beyond);
            }
        }
        return twice[0] / 2;
    }

    /**
     * Length of the part of a segment that lies within the zone, m.
     *
     * @param x1 start, in the CRS of the space, like the other three
     */
    public double lengthWithin(double x1, double y1, double x2, double y2) {
        double[] share = new double[1];
        forEachPartWithin(x1, y1, x2, y2, (low, high) -> share[0] += high - low);
        return share[0] * Math.hypot(x2 - x1, y2 - y1);
    }

    /**
     * The parts of a segment within the zone, ascending and apart from each other, by fractions of its length.
     *
     * @param x1 start, in the CRS of the space, like the other three
     */
    public void forEachPartWithin(double x1, double y1, double x2, double y2, IntervalSet.Span action) {
        double px = x1 - edges.originX;
        double py = y1 - edges.originY;
        double dx = x2 - x1;
        double dy = y2 - y1;
        double minX = Math.min(px, px + dx);
        double maxX = Math.max(px, px + dx);
        double minY = Math.min(py, py + dy);
        double maxY = Math.max(py, py + dy);
        IntervalSet within = new IntervalSet(0, 1);
        for (int edge = 0; edge < edges.count; edge++) {
            if (edges.near(edge, minX, minY, maxX, maxY, radius)) {
                addWithin(edge, px, py, dx, dy, true, true, within);
            }
        }
        IntervalSet inside = new IntervalSet(0, 1);
        within.forEachGap((low, high) -> {
            double middle = (low + high) / 2;
            if (edges.contains(px + middle * dx, py + middle * dy)) {
                inside.add(low, high);
            }
        });
        inside.forEach(within::add);
        within.forEach(action);
    }

    /** Twice the Green sum of what is on the boundary of the edge moved outwards by the radius. */
    private double offsetOf(int edge, IntervalSet covered) {
        double ax = edges.ax[edge];
        double ay = edges.ay[edge];
        double bx = edges.bx[edge];
        double by = edges.by[edge];
        double dx = bx - ax;
        double dy = by - ay;
        double length = Math.hypot(dx, dy);
        double normalX = dy / length;
        double normalY = -dx / length;
        double px = ax + radius * normalX;
        double py = ay + radius * normalY;
        double minX = Math.min(px, px + dx);
        double maxX = Math.max(px, px + dx);
        double minY = Math.min(py, py + dy);
        double maxY = Math.max(py, py + dy);
        for (int other = 0; other < edges.count; other++) {
            if (other == edge || !edges.near(other, minX, minY, maxX, maxY, radius)) {
                continue;
            }
            boolean startShared = isEndOf(edge, edges.ax[other], edges.ay[other]);
            boolean endShared = isEndOf(edge, edges.bx[other], edges.by[other]);
            if (startShared || endShared) {
                double away =
                        (edges.bx[other] - edges.ax[other]) * normalX + (edges.by[other] - edges.ay[other]) * normalY;
                // an edge that bends away only touches; asking for its distance would be a question of rounding
                if ((startShared ? away : -away) <= 0) {
                    continue;
                }
            }
            addWithin(other, px, py, dx, dy, !startShared, !endShared, covered);
        }
        double[] twice = new double[1];
        covered.forEachGap((low, high) -> twice[0] += (high - low) * (px * dy - py * dx));
        return twice[0];
    }

    private boolean isEndOf(int edge, double x, double y) {
        return (x == edges.ax[edge] && y == edges.ay[edge]) || (x == edges.bx[edge] && y == edges.by[edge]);
    }

    /**
     * Adds the interval of t for which p + t d is within the radius of the edge: within the rectangle along it or one of
     * the discs about its ends. The three overlap or are empty, and their union is convex.
     */
    private void addWithin(
            int edge, double px, double py, double dx, double dy, boolean startDisc, boolean endDisc, IntervalSet set) {
        double ex = edges.bx[edge] - edges.ax[edge];
        double ey = edges.by[edge] - edges.ay[edge];
        double length = Math.hypot(ex, ey);
        double ux = ex / length;
        double uy = ey / length;
        double qx = px - edges.ax[edge];
        double qy = py - edges.ay[edge];
        double along = qx * ux + qy * uy;
        double alongRate = dx * ux + dy * uy;
        double across = ux * qy - uy * qx;
        double acrossRate = ux * dy - uy * dx;
        double low = Math.max(enter(along, alongRate, 0, length), enter(across, acrossRate, -radius, radius));
        double high = Math.min(leave(along, alongRate, 0, length), leave(across, acrossRate, -radius, radius));
        set.add(low, high);
        if (startDisc) {
            Discs.addChord(qx, qy, dx, dy, radius, set);
        }
        if (endDisc) {
            Discs.addChord(px - edges.bx[edge], py - edges.by[edge], dx, dy, radius, set);
        }
    }

    /** Smallest t with low ≤ value + t rate ≤ high; +∞ when there is none. */
    private static double enter(double value, double rate, double low, double high) {
        if (rate == 0) {
            return value >= low && value <= high ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return ((rate > 0 ? low : high) - value) / rate;
    }

    /** Largest such t; −∞ when there is none. */
    private static double leave(double value, double rate, double low, double high) {
        if (rate == 0) {
            return value >= low && value <= high ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return ((rate > 0 ? high : low) - value) / rate;
    }

    /** Twice the Green sum of the arcs of the circle about a vertex that are on the boundary. */
    private double arcsAbout(double cx, double cy, IntervalSet covered, IntervalSet beyond) {
        for (int edge = 0; edge < edges.count; edge++) {
            double ax = edges.ax[edge];
            double ay = edges.ay[edge];
            double bx = edges.bx[edge];
            double by = edges.by[edge];
            if (ax == cx && ay == cy) {
                covered.addArc(Math.atan2(by - ay, bx - ax), Math.PI / 2);
            } else if (bx == cx && by == cy) {
                covered.addArc(Math.atan2(ay - by, ax - bx), Math.PI / 2);
            } else if (edges.near(edge, cx, cy, cx, cy, 2 * radius)) {
                Discs.addCovered(ax - cx, ay - cy, radius, radius, covered);
                addAlong(edge, cx, cy, covered, beyond);
            }
        }
        double[] twice = new double[1];
        covered.forEachGap((low, high) -> {
            double middle = (low + high) / 2;
            // a reflex vertex has such an arc inside the space
            if (!edges.contains(cx + radius * Math.cos(middle), cy + radius * Math.sin(middle))) {
                twice[0] += Discs.arc(cx, cy, radius, low, high);
            }
        });
        return twice[0];
    }

    /** Adds the arcs of the circle about c that lie in the rectangle along the edge. */
    private void addAlong(int edge, double cx, double cy, IntervalSet covered, IntervalSet beyond) {
        double ex = edges.bx[edge] - edges.ax[edge];
        double ey = edges.by[edge] - edges.ay[edge];
        double length = Math.hypot(ex, ey);
        double ux = ex / length;
        double uy = ey / length;
        double qx = cx - edges.ax[edge];
        double qy = cy - edges.ay[edge];
        double along = qx * ux + qy * uy;
        double across = ux * qy - uy * qx;
        double direction = Math.atan2(ey, ex);
        beyond.clear();
        addBeyond(along, direction + Math.PI, beyond);
        addBeyond(length - along, direction, beyond);
        addBeyond(radius - across, direction + Math.PI / 2, beyond);
        addBeyond(radius + across, direction - Math.PI / 2, beyond);
        beyond.forEachGap(covered::add);
    }

    /** Adds the arc of the circle beyond a line that is {@code inside} ahead of its centre in the outward direction. */
    private void addBeyond(double inside, double outward, IntervalSet beyond) {
        if (inside < radius) {
            beyond.addArc(outward, Math.acos(Math.max(-1, inside / radius)));
        }
    }
}
