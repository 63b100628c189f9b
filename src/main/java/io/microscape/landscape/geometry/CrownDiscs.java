package io.microscape.landscape.geometry;

import java.util.Arrays;

/**
 * Area of a union of discs cut by a polygon, exact with arcs.
 *
 * <p>The boundary of S ∩ ∪ discs consists of the arcs that lie in no other disc and inside S, and of the parts of the
 * edges of S that lie in a disc; both are found as intervals (of angle, of parameter) and summed by Green's theorem.
 * Discs within another disc, equal ones too, are taken off first. Cost: discs² + discs · edges. Not thread-safe.
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

    /** Begins with a polygon and no discs. */
    public void begin(PolygonEdges polygon) {
        edges = polygon;
        count = 0;
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
        insert(discX - edges.originX, discY - edges.originY, radius);
    }

    /** Keeps the discs sorted, the largest first, so that the sum does not depend on the order of additions. */
    private void insert(double discX, double discY, double radius) {
        int place = count++;
        while (place > 0 && isBefore(discX, discY, radius, place - 1)) {
            x[place] = x[place - 1];
            y[place] = y[place - 1];
            radii[place] = radii[place - 1];
            place--;
        }
        x[place] = discX;
        y[place] = discY;
        radii[place] = radius;
    }

    private boolean isBefore(double discX, double discY, double radius, int other) {
        if (radius != radii[other]) {
            return radius > radii[other];
        }
        return discX < x[other] || (discX == x[other] && discY < y[other]);
    }

    /** Area of the part of the polygon that lies in at least one disc, m². */
    public double area() {
        keepOutermost();
        double twice = 0;
        for (int disc = 0; disc < count; disc++) {
            angles.clear();
            for (int other = 0; other < count; other++) {
                if (other != disc) {
                    Discs.addCovered(x[other] - x[disc], y[other] - y[disc], radii[disc], radii[other], angles);
                }
            }
            if (!angles.full()) {
                twice += freeArcsInside(disc);
            }
        }
        for (int edge = 0; edge < edges.count; edge++) {
            twice += partsInside(edge);
        }
        return twice / 2;
    }

    private void keepOutermost() {
        int kept = 0;
        for (int disc = 0; disc < count; disc++) {
            boolean held = false;
            for (int larger = 0; larger < kept && !held; larger++) {
                double dx = x[larger] - x[disc];
                double dy = y[larger] - y[disc];
                double slack = radii[larger] - radii[disc];
                held = dx * dx + dy * dy <= slack * slack;
            }
            if (!held) {
                x[kept] = x[disc];
                y[kept] = y[disc];
                radii[kept] = radii[disc];
                kept++;
            }
        }
        count = kept;
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
        for (int edge = 0; edge < edges.count; edge++) {
            if (!edges.near(edge, x[disc], y[disc], x[disc], y[disc], radius * (1 + ROUNDING))) {
                continue;
            }
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
        for (int disc = 0; disc < count; disc++) {
            if (edges.near(edge, x[disc], y[disc], x[disc], y[disc], radii[disc])) {
                Discs.addChord(ax - x[disc], ay - y[disc], dx, dy, perSquare, radii[disc], chords);
            }
        }
        return chords.measure() * (ax * dy - ay * dx);
    }
}
