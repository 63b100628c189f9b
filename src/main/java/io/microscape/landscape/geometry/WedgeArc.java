package io.microscape.landscape.geometry;

/**
 * The arc that a convex vertex of a space contributes to the boundary of the space's zone: the circle of radius r about the
 * vertex, between the outward normals of the two edges that meet there, less what is nearer than r to other edges.
 *
 * <p>The circle and the zone of an edge are both sums of a convex set and the same disc; the boundaries of such sums cross
 * at most twice, so that an edge covers one arc of the circle. No angle is computed for it: a point of the circle is placed
 * by t = tan(θ/2), θ from the middle of the wedge, which takes a square root where an angle takes an inverse function.
 * Not thread-safe.
 */
final class WedgeArc {
    private final IntervalSet covered = new IntervalSet(0, 1);
    private double radius;
    /** Direction of the middle of the wedge. */
    private double middleX;

    private double middleY;

    /** The point of the circle found last, from the vertex. */
    private double pointX;

    private double pointY;

    /**
     * Begins with the whole arc at a vertex where the boundary does not turn right.
     *
     * @param inX direction of the edge that ends there, of length 1
     * @param outX direction of the edge that starts there, of length 1
     */
    void begin(double newRadius, double inX, double inY, double outX, double outY) {
        radius = newRadius;
        // sum of the outward normals (y, −x), and difference of the directions: both point along the middle
        double sumX = inY + outY;
        double sumY = -inX - outX;
        double differenceX = inX - outX;
        double differenceY = inY - outY;
        double twiceCosine = Math.sqrt(sumX * sumX + sumY * sumY);
        double twiceSine = Math.sqrt(differenceX * differenceX + differenceY * differenceY);
        if (twiceCosine > twiceSine) {
            middleX = sumX / twiceCosine;
            middleY = sumY / twiceCosine;
        } else {
            middleX = differenceX / twiceSine;
            middleY = differenceY / twiceSine;
        }
        double end = twiceSine / (2 + twiceCosine);
        covered.clear(-end, end);
    }

    boolean isCovered() {
        return covered.full();
    }

    /**
     * Takes off what is nearer than the radius to an edge.
     *
     * @param startX start of the edge from the vertex, m, like the end
     * @param ux direction of the edge, of length 1
     * @param length of the edge, m
     */
    void cover(double startX, double startY, double endX, double endY, double ux, double uy, double length) {
        if (startX == 0 && startY == 0) {
            add(uy * radius, -ux * radius, -uy * radius, ux * radius);
            return;
        }
        if (endX == 0 && endY == 0) {
            add(-uy * radius, ux * radius, uy * radius, -ux * radius);
            return;
        }
        double along = -startX * ux - startY * uy;
        double across = startX * uy - startY * ux;
        double apart = Math.abs(across);
        if (apart >= 2 * radius
                || (along < 0 && isBeyondReach(startX, startY))
                || (along > length && isBeyondReach(endX, endY))) {
            return;
        }
        if (apart == 0 && along > 0 && along < length) {
            covered.add(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            return;
        }
        // the circle meets the side of the edge's zone this far before and behind its own place along the edge
        double half = Math.sqrt(apart * (2 * radius - apart));
        double first = across > 0 ? -half : half;
        double rise = across > 0 ? apart - radius : radius - apart;
        end(first, along, length, rise, startX, startY, endX, endY, ux, uy, true);
        double fromX = pointX;
        double fromY = pointY;
        end(-first, along, length, rise, startX, startY, endX, endY, ux, uy, false);
        add(fromX, fromY, pointX, pointY);
    }

    private boolean isBeyondReach(double x, double y) {
        return x * x + y * y >= 4 * radius * radius;
    }

    /** Finds the point where the covered arc begins or ends: on the side of the edge's zone, or on the disc about an end. */
    private void end(
            double forward,
            double along,
            double length,
            double rise,
            double startX,
            double startY,
            double endX,
            double endY,
            double ux,
            double uy,
            boolean begins) {
        if (along + forward < 0) {
            crossing(startX, startY, begins);
        } else if (along + forward > length) {
            crossing(endX, endY, begins);
        } else {
            pointX = forward * ux + rise * uy;
            pointY = forward * uy - rise * ux;
        }
    }

    /** Finds where the disc about a point begins or ends to cover the circle, counter-clockwise. */
    private void crossing(double x, double y, boolean begins) {
        double height = Math.sqrt(Math.max(0, radius * radius / (x * x + y * y) - 0.25));
        double side = begins ? -height : height;
        pointX = x / 2 - side * y;
        pointY = y / 2 + side * x;
    }

    /** Adds the arc that leads counter-clockwise from one point of the circle to another. */
    private void add(double fromX, double fromY, double toX, double toY) {
        double fromAhead = fromX * middleX + fromY * middleY;
        double fromAside = fromY * middleX - fromX * middleY;
        double toAhead = toX * middleX + toY * middleY;
        double toAside = toY * middleX - toX * middleY;
        // what is behind the middle is beyond the wedge, which is half a circle at most
        if (fromAhead < 0 && toAhead < 0) {
            if (fromAside < toAside) {
                covered.add(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            }
            return;
        }
        double from = fromAhead < 0 ? Double.NEGATIVE_INFINITY : fromAside / (radius + fromAhead);
        double to = toAhead < 0 ? Double.POSITIVE_INFINITY : toAside / (radius + toAhead);
        if (from <= to) {
            covered.add(from, to);
        } else {
            covered.add(from, Double.POSITIVE_INFINITY);
            covered.add(Double.NEGATIVE_INFINITY, to);
        }
    }

    /**
     * Twice the Green sum ½ ∮ (x dy − y dx) of what is left, m².
     *
     * @param cx the vertex, relative to the origin of the space
     * @param space the space; where its rings touch, the arc of one can lie inside another, and is no boundary
     */
    double twiceGreenSum(double cx, double cy, PolygonEdges space) {
        double twice = 0;
        for (int gap = 0; gap < covered.gaps(); gap++) {
            double low = covered.gapLow(gap);
            double high = covered.gapHigh(gap);
            if (high > low) {
                // sine and cosine of half the width, and of its middle, each times the same root
                double sine = high - low;
                double cosine = 1 + low * high;
                double root = Math.sqrt(sine * sine + cosine * cosine);
                double ahead = (1 - low * high) / root;
                double aside = (low + high) / root;
                double x = ahead * middleX - aside * middleY;
                double y = ahead * middleY + aside * middleX;
                if (space.rings == 1 || !space.contains(cx + radius * x, cy + radius * y)) {
                    twice += radius * (2 * radius * Math.atan2(sine, cosine) + 2 * sine / root * (cx * x + cy * y));
                }
            }
        }
        return twice;
    }
}
