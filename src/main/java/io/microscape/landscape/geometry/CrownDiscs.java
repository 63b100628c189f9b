package io.microscape.landscape.geometry;

import java.util.Arrays;

/**
 * Area of a union of discs cut by a polygon, exact with arcs.
 *
 * <p>The boundary of S ∩ ∪ discs consists of the arcs that lie in no other disc and inside S, and of the parts of the
 * edges of S that lie in a disc; both are found as intervals (of angle, of parameter) and summed by Green's theorem.
 * Discs within another disc, equal ones too, are taken off first. Discs are sorted by x, and each meets only those that are
 * as near in x as the radii allow, so that a wood of many thousand crowns is no matter. Cost: discs · (discs in the strip
 * of the plane + edges). Not thread-safe.
 */
public final class CrownDiscs {
    /** Share of an edge, and of a squared radius, by which a circle that passes a corner or touches may miss by rounding. */
    private static final double ROUNDING = 1e-9;

    private final IntervalSet angles = IntervalSet.ofAngles();
    private final IntervalSet chords = new IntervalSet(0, 1);
    private PolygonEdges edges;
    private double[] x = new double[32];
    private double[] y = new double[32];
    private double[] radii = new double[32];
    private double[] cuts = new double[64];
    private int count;
    private double widest;
    /** Edges near the disc that is looked at. */
    private int[] near = new int[0];

    private int nearCount;
    /** Edges and discs near each other: the disc of each pair and the pair before it of the same edge. */
    private int[] discsOfPairs = new int[64];

    private int[] pairsBefore = new int[64];
    private int[] lastPairs = new int[0];
    private int pairs;

    /** Begins with a polygon and no discs. */
    public void begin(PolygonEdges polygon) {
        edges = polygon;
        count = 0;
        widest = 0;
    }

    /** Adds a disc, in the CRS of the study; one of no size adds nothing. */
    public void add(double discX, double discY, double radius) {
        if (!(radius > 0)) {
            return;
        }
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
            radii = Arrays.copyOf(radii, 2 * count);
        }
        x[count] = discX - edges.originX;
        y[count] = discY - edges.originY;
        radii[count] = radius;
        widest = Math.max(widest, radius);
        count++;
    }

    /** Area of the part of the polygon that lies in at least one disc, m². */
    public double area() {
        sort();
        keepOutermost();
        beginPairs();
        double twice = 0;
        for (int disc = 0; disc < count; disc++) {
            angles.clear();
            cover(disc, -1);
            cover(disc, 1);
            findEdges(disc);
            if (!angles.full()) {
                twice += freeArcsInside(disc);
            }
        }
        for (int edge = 0; edge < edges.count; edge++) {
            if (lastPairs[edge] >= 0) {
                twice += partsInside(edge);
            }
        }
        return twice / 2;
    }

    /** By x, then y, then radius, in place (Shell's sort), so that the sum does not depend on the order of additions. */
    private void sort() {
        int gap = 1;
        while (gap < count / 3) {
            gap = 3 * gap + 1;
        }
        for (; gap > 0; gap /= 3) {
            for (int disc = gap; disc < count; disc++) {
                double discX = x[disc];
                double discY = y[disc];
                double radius = radii[disc];
                int place = disc;
                while (place >= gap && isBefore(discX, discY, radius, place - gap)) {
                    move(place - gap, place);
                    place -= gap;
                }
                x[place] = discX;
                y[place] = discY;
                radii[place] = radius;
            }
        }
    }

    private boolean isBefore(double discX, double discY, double radius, int other) {
        if (discX != x[other]) {
            return discX < x[other];
        }
        return discY < y[other] || (discY == y[other] && radius < radii[other]);
    }

    private void move(int from, int to) {
        x[to] = x[from];
        y[to] = y[from];
        radii[to] = radii[from];
    }

    private void keepOutermost() {
        int kept = 0;
        for (int disc = 0; disc < count; disc++) {
            boolean held = false;
            for (int other = kept - 1; other >= 0 && !held && x[disc] - x[other] <= widest; other--) {
                held = holds(other, disc, true);
            }
            for (int other = disc + 1; other < count && !held && x[other] - x[disc] <= widest; other++) {
                held = holds(other, disc, false);
            }
            if (!held) {
                move(disc, kept++);
            }
        }
        count = kept;
    }

    /** @param first which of two equal discs holds the other */
    private boolean holds(int other, int disc, boolean first) {
        double slack = radii[other] - radii[disc];
        if (slack < 0 || slack == 0 && !first) {
            return false;
        }
        double dx = x[other] - x[disc];
        double dy = y[other] - y[disc];
        return dx * dx + dy * dy <= slack * slack;
    }

    /** Notes the angles of a disc that lie in the discs on one side of it. */
    private void cover(int disc, int step) {
        double reach = radii[disc] + widest;
        for (int other = disc + step; other >= 0 && other < count; other += step) {
            if (Math.abs(x[other] - x[disc]) > reach || angles.full()) {
                return;
            }
            Discs.addCovered(x[other] - x[disc], y[other] - y[disc], radii[disc], radii[other], angles);
        }
    }

    private void beginPairs() {
        if (near.length < edges.count) {
            near = new int[2 * edges.count];
            lastPairs = new int[2 * edges.count];
        }
        Arrays.fill(lastPairs, 0, edges.count, -1);
        pairs = 0;
    }

    /** Finds the edges near a disc, and notes the disc with each. */
    private void findEdges(int disc) {
        nearCount = edges.findNear(x[disc], y[disc], x[disc], y[disc], radii[disc] * (1 + ROUNDING), near);
        if (discsOfPairs.length < pairs + nearCount) {
            discsOfPairs = Arrays.copyOf(discsOfPairs, 2 * (pairs + nearCount));
            pairsBefore = Arrays.copyOf(pairsBefore, 2 * (pairs + nearCount));
        }
        for (int i = 0; i < nearCount; i++) {
            discsOfPairs[pairs] = disc;
            pairsBefore[pairs] = lastPairs[near[i]];
            lastPairs[near[i]] = pairs++;
        }
    }

    /** Twice the Green sum of the arcs of a disc that lie in no other and inside the polygon. */
    private double freeArcsInside(int disc) {
        int crossings = cut(disc);
        if (crossings == 0 && !edges.contains(x[disc] + radii[disc], y[disc])) {
            return 0;
        }
        Arrays.sort(cuts, 0, crossings);
        double twice = 0;
        for (int gap = 0; gap < angles.gaps(); gap++) {
            double low = angles.gapLow(gap);
            double end = angles.gapHigh(gap);
            int next = 0;
            while (low < end) {
                while (next < crossings && cuts[next] <= low) {
                    next++;
                }
                double high = next < crossings ? Math.min(end, cuts[next]) : end;
                double middle = (low + high) / 2;
                if (crossings == 0
                        || edges.contains(
                                x[disc] + radii[disc] * Math.cos(middle), y[disc] + radii[disc] * Math.sin(middle))) {
                    twice += Discs.arc(x[disc], y[disc], radii[disc], low, high);
                }
                low = high;
            }
        }
        return twice;
    }

    /**
     * Notes the angles at which the circle crosses or touches edges. One cut too many does no harm, since each piece is asked
     * where it lies; one too few, at a corner or where the circle touches, would lose a whole arc.
     */
    private int cut(int disc) {
        double radius = radii[disc];
        int crossings = 0;
        if (cuts.length < 2 * edges.count) {
            cuts = new double[4 * edges.count];
        }
        for (int i = 0; i < nearCount; i++) {
            int edge = near[i];
            double dx = edges.bx[edge] - edges.ax[edge];
            double dy = edges.by[edge] - edges.ay[edge];
            double qx = edges.ax[edge] - x[disc];
            double qy = edges.ay[edge] - y[disc];
            double square = dx * dx + dy * dy;
            double cross = dx * qy - dy * qx;
            double height = radius * radius - cross * cross / square;
            if (height > -ROUNDING * radius * radius) {
                double middle = -(dx * qx + dy * qy) / square;
                double half = Math.sqrt(Math.max(0, height) / square);
                for (int side = -1; side <= 1; side += 2) {
                    double t = middle + side * half;
                    if (t >= -ROUNDING && t <= 1 + ROUNDING) {
                        double angle = Math.atan2(qy + t * dy, qx + t * dx);
                        cuts[crossings++] = angle < 0 ? angle + 2 * Math.PI : angle;
                    }
                }
            }
        }
        return crossings;
    }

    /** Twice the Green sum of the parts of an edge that lie in discs. */
    private double partsInside(int edge) {
        double ax = edges.ax[edge];
        double ay = edges.ay[edge];
        double dx = edges.bx[edge] - ax;
        double dy = edges.by[edge] - ay;
        double perSquare = 1 / (dx * dx + dy * dy);
        chords.clear();
        for (int pair = lastPairs[edge]; pair >= 0; pair = pairsBefore[pair]) {
            int disc = discsOfPairs[pair];
            Discs.addChord(ax - x[disc], ay - y[disc], dx, dy, perSquare, radii[disc], chords);
        }
        return chords.measure() * (ax * dy - ay * dx);
    }
}
