package io.microscape.landscape.geometry;

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
 * <p>Accuracy: rounding only, about 1e-8 relative at worst where arcs touch. Cost: linear for a segment, and for the area
 * of a convex space. For that of others at most quadratic in the edges of S; but edges are asked from the candidate on to
 * both sides, and what is not on the boundary is mostly covered by the next few. Not thread-safe.
 */
public final class DistanceZone {
    private final IntervalSet covered = new IntervalSet(0, 1);
    private final IntervalSet inside = new IntervalSet(0, 1);
    private final WedgeArc wedge = new WedgeArc();
    private PolygonEdges edges;
    private double radius;
    /** Of each edge. */
    private double[] lengths = new double[0];

    private double[] directionX = new double[0];
    private double[] directionY = new double[0];

    /** A zone yet without a space, for use with {@link #of}. */
    public DistanceZone() {}

    /**
     * @param space valid polygon or multi-polygon in a metric CRS
     * @param radius m, positive
     */
    public DistanceZone(Geometry space, double radius) {
        of(PolygonEdges.of(space), radius);
    }

    /**
     * Area of the part of a space that the zone of everything outside it leaves over, m²: the sum over the zone's boundary
     * runs round it the other way.
     *
     * @param space valid polygon or multi-polygon in a metric CRS
     * @param radius m, positive
     */
    public static double areaLeftInside(Geometry space, double radius) {
        DistanceZone zone = new DistanceZone();
        zone.of(PolygonEdges.of(space).complement(), radius);
        return -zone.area();
    }

    /** Makes it the zone of another space, without garbage. */
    public void of(PolygonEdges space, double newRadius) {
        this.edges = space;
        this.radius = newRadius;
        if (lengths.length < space.count) {
            lengths = new double[space.ax.length];
            directionX = new double[space.ax.length];
            directionY = new double[space.ax.length];
        }
        for (int edge = 0; edge < space.count; edge++) {
            double dx = space.bx[edge] - space.ax[edge];
            double dy = space.by[edge] - space.ay[edge];
            double length = Math.sqrt(dx * dx + dy * dy);
            lengths[edge] = length;
            directionX[edge] = dx / length;
            directionY[edge] = dy / length;
        }
    }

    /** The zone's box. */
    public Envelope envelope() {
        return new Envelope(
                edges.originX + edges.minX - radius,
                edges.originX + edges.maxX + radius,
                edges.originY + edges.minY - radius,
                edges.originY + edges.maxY + radius);
    }

    /** Area of the zone, the space included, m². */
    public double area() {
        if (isConvex()) {
            return edges.twiceArea() / 2 + edges.length() * radius + Math.PI * radius * radius;
        }
        double twice = 0;
        for (int edge = 0; edge < edges.count; edge++) {
            twice += offsetOf(edge);
        }
        for (int edge = 0; edge < edges.count; edge++) {
            twice += arcsAtStartOf(edge);
        }
        return twice / 2;
    }

    /** One ring that turns left only, and all round once. */
    private boolean isConvex() {
        if (edges.rings != 1) {
            return false;
        }
        int turnsOfDirection = 0;
        for (int edge = 0; edge < edges.count; edge++) {
            int before = edges.before[edge];
            double dx = edges.bx[edge] - edges.ax[edge];
            double dy = edges.by[edge] - edges.ay[edge];
            double beforeX = edges.bx[before] - edges.ax[before];
            double beforeY = edges.by[before] - edges.ay[before];
            double turn = beforeX * dy - beforeY * dx;
            if (turn < 0 || (turn == 0 && beforeX * dx + beforeY * dy < 0)) {
                return false;
            }
            if (upwards(beforeX, beforeY) != upwards(dx, dy)) {
                turnsOfDirection++;
            }
        }
        return turnsOfDirection == 2;
    }

    private static boolean upwards(double dx, double dy) {
        return dy > 0 || (dy == 0 && dx > 0);
    }

    /**
     * Length of the part of a segment that lies within the zone, m.
     *
     * @param x1 start, in the CRS of the space, like the other three
     */
    public double lengthWithin(double x1, double y1, double x2, double y2) {
        clip(x1, y1, x2, y2);
        double dx = x2 - x1;
        double dy = y2 - y1;
        return covered.size() == 0 ? 0 : covered.measure() * Math.sqrt(dx * dx + dy * dy);
    }

    /**
     * The parts of a segment within the zone, ascending and apart from each other, by fractions of its length.
     *
     * @param x1 start, in the CRS of the space, like the other three
     */
    public void forEachPartWithin(double x1, double y1, double x2, double y2, IntervalSet.Span action) {
        clip(x1, y1, x2, y2);
        for (int part = 0; part < covered.size(); part++) {
            action.accept(covered.low(part), covered.high(part));
        }
    }

    /** Fills {@code covered} with the parts of the segment within the zone. */
    private void clip(double x1, double y1, double x2, double y2) {
        double px = x1 - edges.originX;
        double py = y1 - edges.originY;
        double dx = x2 - x1;
        double dy = y2 - y1;
        double minX = Math.min(px, px + dx);
        double maxX = Math.max(px, px + dx);
        double minY = Math.min(py, py + dy);
        double maxY = Math.max(py, py + dy);
        covered.clear(0, 1);
        for (int edge = 0; edge < edges.count && !covered.full(); edge++) {
            if (edges.near(edge, minX, minY, maxX, maxY, radius)) {
                addWithin(edge, px, py, dx, dy, true, true);
            }
        }
        inside.clear();
        for (int gap = 0; gap < covered.gaps(); gap++) {
            double low = covered.gapLow(gap);
            double high = covered.gapHigh(gap);
            double middle = (low + high) / 2;
            if (high > low && edges.contains(px + middle * dx, py + middle * dy)) {
                inside.add(low, high);
            }
        }
        for (int part = 0; part < inside.size(); part++) {
            covered.add(inside.low(part), inside.high(part));
        }
    }

    /** Twice the Green sum of what is on the boundary of the edge moved outwards by the radius. */
    private double offsetOf(int edge) {
        double ax = edges.ax[edge];
        double ay = edges.ay[edge];
        double dx = edges.bx[edge] - ax;
        double dy = edges.by[edge] - ay;
        double normalX = directionY[edge];
        double normalY = -directionX[edge];
        double px = ax + radius * normalX;
        double py = ay + radius * normalY;
        double minX = Math.min(px, px + dx);
        double maxX = Math.max(px, px + dx);
        double minY = Math.min(py, py + dy);
        double maxY = Math.max(py, py + dy);
        covered.clear(0, 1);
        for (int step = 1; step < edges.count && !covered.full(); step++) {
            int other = aside(edge, step);
            if (!edges.near(other, minX, minY, maxX, maxY, radius)) {
                continue;
            }
            boolean startShared = isEndOf(edge, edges.ax[other], edges.ay[other]);
            boolean endShared = isEndOf(edge, edges.bx[other], edges.by[other]);
            double startOut = startShared ? 0 : (edges.ax[other] - ax) * normalX + (edges.ay[other] - ay) * normalY;
            double endOut = endShared ? 0 : (edges.bx[other] - ax) * normalX + (edges.by[other] - ay) * normalY;
            if (startOut <= 0 && endOut <= 0) {
                // it lies behind the edge, and all that is behind is at least the radius away from the offset
                continue;
            }
            addWithin(other, px, py, dx, dy, !startShared, !endShared);
        }
        double share = 0;
        for (int gap = 0; gap < covered.gaps(); gap++) {
            share += Math.max(0, covered.gapHigh(gap) - covered.gapLow(gap));
        }
        return share * (px * dy - py * dx);
    }

    private boolean isEndOf(int edge, double x, double y) {
        return (x == edges.ax[edge] && y == edges.ay[edge]) || (x == edges.bx[edge] && y == edges.by[edge]);
    }

    /**
     * Adds the interval of t for which p + t d is within the radius of the edge: within the rectangle along it or one of
     * the discs about its ends. All three together are convex, so that their intervals are one.
     */
    private void addWithin(int edge, double px, double py, double dx, double dy, boolean startDisc, boolean endDisc) {
        double qx = px - edges.ax[edge];
        double qy = py - edges.ay[edge];
        double ux = directionX[edge];
        double uy = directionY[edge];
        double across = ux * qy - uy * qx;
        double acrossRate = ux * dy - uy * dx;
        double acrossEnd = across + acrossRate;
        if ((across > radius && acrossEnd > radius) || (across < -radius && acrossEnd < -radius)) {
            return;
        }
        double length = lengths[edge];
        double along = qx * ux + qy * uy;
        double alongRate = dx * ux + dy * uy;
        double alongEnd = along + alongRate;
        if ((along < -radius && alongEnd < -radius) || (along > length + radius && alongEnd > length + radius)) {
            return;
        }
        double low = larger(enter(along, alongRate, 0, length), enter(across, acrossRate, -radius, radius));
        double high = smaller(leave(along, alongRate, 0, length), leave(across, acrossRate, -radius, radius));
        double perSquare = 1 / (dx * dx + dy * dy);
        if (!startDisc || !endDisc) {
            covered.add(low, high);
            if (startDisc) {
                Discs.addChord(qx, qy, dx, dy, perSquare, radius, covered);
            }
            if (endDisc) {
                Discs.addChord(px - edges.bx[edge], py - edges.by[edge], dx, dy, perSquare, radius, covered);
            }
            return;
        }
        if (!(low < high)) {
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
        }
        double startCross = dx * qy - dy * qx;
        double startHeight = radius * radius - startCross * startCross * perSquare;
        if (startHeight > 0) {
            double middle = -(dx * qx + dy * qy) * perSquare;
            double half = Math.sqrt(startHeight * perSquare);
            low = smaller(low, middle - half);
            high = larger(high, middle + half);
        }
        qx = px - edges.bx[edge];
        qy = py - edges.by[edge];
        double endCross = dx * qy - dy * qx;
        double endHeight = radius * radius - endCross * endCross * perSquare;
        if (endHeight > 0) {
            double middle = -(dx * qx + dy * qy) * perSquare;
            double half = Math.sqrt(endHeight * perSquare);
            low = smaller(low, middle - half);
            high = larger(high, middle + half);
        }
        covered.add(low, high);
    }

    private static double smaller(double a, double b) {
        return a < b ? a : b;
    }

    private static double larger(double a, double b) {
        return a > b ? a : b;
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

    /**
     * Twice the Green sum of the arcs of the circle about the start of an edge that are on the boundary. They lie between
     * the outward normals of the edge and the one before it: elsewhere the circle is within the radius of these two.
     */
    private double arcsAtStartOf(int edge) {
        int before = edges.before[edge];
        double cx = edges.ax[edge];
        double cy = edges.ay[edge];
        double outX = edges.by[edge] - cy;
        double outY = cx - edges.bx[edge];
        double beforeX = cy - edges.ay[before];
        double beforeY = edges.ax[before] - cx;
        double turn = beforeX * outY - beforeY * outX;
        double ahead = beforeX * outX + beforeY * outY;
        if (turn < 0 || (turn == 0 && ahead > 0) || (edges.rings > 1 && isEarlierVertex(edge))) {
            return 0;
        }
        wedge.begin(radius, directionX[before], directionY[before], directionX[edge], directionY[edge]);
        for (int step = 1; step < edges.count && !wedge.isCovered(); step++) {
            int other = aside(edge, step);
            if (other == before) {
                continue;
            }
            double startX = edges.ax[other] - cx;
            double startY = edges.ay[other] - cy;
            double endX = edges.bx[other] - cx;
            double endY = edges.by[other] - cy;
            boolean behind = startX * outX + startY * outY <= 0
                    && startX * beforeX + startY * beforeY <= 0
                    && endX * outX + endY * outY <= 0
                    && endX * beforeX + endY * beforeY <= 0;
            if (!behind) {
                wedge.cover(startX, startY, endX, endY, directionX[other], directionY[other], lengths[other]);
            }
        }
        return wedge.twiceGreenSum(cx, cy, edges);
    }

    /** The edges from one on, in turn to both sides: those that cover most come first. */
    private int aside(int edge, int step) {
        int other = (step & 1) == 0 ? edge - (step >> 1) : edge + ((step + 1) >> 1);
        return other < 0 ? other + edges.count : other >= edges.count ? other - edges.count : other;
    }

    /** Rings that touch share a vertex, and one circle stands for it. */
    private boolean isEarlierVertex(int edge) {
        for (int other = 0; other < edge; other++) {
            if (edges.ax[other] == edges.ax[edge] && edges.ay[other] == edges.ay[edge]) {
                return true;
            }
        }
        return false;
    }
}
