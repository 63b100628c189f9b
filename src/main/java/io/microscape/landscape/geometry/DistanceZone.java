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
 * of a convex space. For that of a space of one ring it is the sum of the squares of the edges around each pocket of its
 * hull, for that of others at most quadratic in the edges of S; but edges are asked from the candidate on to both sides,
 * and what is not on the boundary is mostly covered by the next few. Not thread-safe.
 */
public final class DistanceZone {
    private final IntervalSet covered = new IntervalSet(0, 1);
    private final IntervalSet inside = new IntervalSet(0, 1);
    private final WedgeArc wedge = new WedgeArc();
    private final RingHull hull = new RingHull();
    private PolygonEdges edges;
    private double radius;
    /** Of each edge. */
    private double[] lengths = new double[0];

    private double[] directionX = new double[0];
    private double[] directionY = new double[0];

    private int[] near = new int[0];

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
            near = new int[space.ax.length];
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
        if (edges.isOneRing() && hull.of(edges)) {
            return areaByPockets();
        }
        double twice = 0;
        int ahead = edges.count / 2;
        int behind = edges.count - 1 - ahead;
        for (int edge = 0; edge < edges.count; edge++) {
            twice += offsetOf(edge, ahead, behind);
        }
        for (int edge = 0; edge < edges.count; edge++) {
            if (edges.rings == 1 || !isEarlierVertex(edge)) {
                twice += arcsAtStartOf(edge, ahead, behind);
            }
        }
        return twice / 2;
    }

    /**
     * Area of the zone of one ring. What is nearer to the space than to a side of its hull lies in the pocket behind that side
     * or over the side, and the point of the space nearest to it is on the edges around that pocket. So these edges are asked
     * among themselves; sides that are edges, and the corners of the hull, have Steiner's formula.
     */
    private double areaByPockets() {
        double twice = 2 * Math.PI * radius * radius;
        for (int corner = 0; corner < hull.corners(); corner++) {
            int first = hull.edgeAt(corner);
            int next = hull.edgeAt(corner + 1);
            int size = next > first ? next - first : next - first + edges.count;
            if (size == 1) {
                twice += edges.ax[first] * edges.by[first]
                        - edges.ay[first] * edges.bx[first]
                        + 2 * radius * lengths[first];
            } else {
                twice += pocket(first, next, size);
            }
        }
        return twice / 2;
    }

    /** Twice the Green sum of the boundary of the zone between two corners of the hull. */
    private double pocket(int first, int next, int size) {
        double dx = edges.ax[next] - edges.ax[first];
        double dy = edges.ay[next] - edges.ay[first];
        double length = Math.sqrt(dx * dx + dy * dy);
        double ux = dx / length;
        double uy = dy / length;
        double twice = radius * length;
        for (int place = 0; place < size; place++) {
            int edge = within(first + place);
            twice += offsetOf(edge, size - 1 - place, place);
            twice += place == 0
                    ? arcsAt(edge, ux, uy, directionX[edge], directionY[edge], size - 1, 0)
                    : arcsAtStartOf(edge, size - 1 - place, place);
        }
        int last = edges.before[next];
        return twice + arcsAt(next, directionX[last], directionY[last], ux, uy, 0, size);
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
        int candidates = edges.findNear(minX, minY, maxX, maxY, radius, near);
        for (int i = 0; i < candidates && !covered.full(); i++) {
            addWithin(near[i], px, py, dx, dy, true, true);
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

    /**
     * Twice the Green sum of what is on the boundary of the edge moved outwards by the radius.
     *
     * @param ahead how many of the edges that follow can cover it, and of those that come before it
     */
    private double offsetOf(int edge, int ahead, int behind) {
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
        for (int step = 1; step <= ahead + behind && !covered.full(); step++) {
            int other = aside(edge, step, ahead, behind);
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
    private double arcsAtStartOf(int edge, int ahead, int behind) {
        int before = edges.before[edge];
        double inX = edges.bx[before] - edges.ax[before];
        double inY = edges.by[before] - edges.ay[before];
        double outX = edges.bx[edge] - edges.ax[edge];
        double outY = edges.by[edge] - edges.ay[edge];
        double turn = inX * outY - inY * outX;
        if (turn < 0 || (turn == 0 && inX * outX + inY * outY > 0)) {
            return 0;
        }
        return arcsAt(edge, directionX[before], directionY[before], directionX[edge], directionY[edge], ahead, behind);
    }

    /**
     * The same between the outward normals of two directions of length 1.
     *
     * @param ahead how many of the edges that follow can cover the arcs, and of those that come before it
     */
    private double arcsAt(int edge, double inX, double inY, double outX, double outY, int ahead, int behind) {
        int before = edges.before[edge];
        double cx = edges.ax[edge];
        double cy = edges.ay[edge];
        wedge.begin(radius, inX, inY, outX, outY);
        for (int step = 1; step <= ahead + behind && !wedge.isCovered(); step++) {
            int other = aside(edge, step, ahead, behind);
            if (other == before) {
                continue;
            }
            double startX = edges.ax[other] - cx;
            double startY = edges.ay[other] - cy;
            double endX = edges.bx[other] - cx;
            double endY = edges.by[other] - cy;
            boolean behindBoth = startX * outY - startY * outX <= 0
                    && startX * inY - startY * inX <= 0
                    && endX * outY - endY * outX <= 0
                    && endX * inY - endY * inX <= 0;
            if (!behindBoth) {
                wedge.cover(startX, startY, endX, endY, directionX[other], directionY[other], lengths[other]);
            }
        }
        return wedge.twiceGreenSum(cx, cy, edges);
    }

    /** The edges from one on, in turn to both sides as far as these go: those that cover most come first. */
    private int aside(int edge, int step, int ahead, int behind) {
        int both = Math.min(ahead, behind);
        int turn = (step + 1) >> 1;
        if (step > 2 * both) {
            return within(ahead > behind ? edge + step - both : edge - step + both);
        }
        return within((step & 1) == 0 ? edge - turn : edge + turn);
    }

    private int within(int edge) {
        return edge < 0 ? edge + edges.count : edge >= edges.count ? edge - edges.count : edge;
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
