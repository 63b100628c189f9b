package io.microscape.landscape.geometry;

/**
 * The convex hull of a polygon of one ring: which of its vertices are corners, in the order of the ring. Found by the
 * algorithm of Melkman (On-line construction of the convex hull of a simple polyline, Information Processing Letters 25,
 * 1987) in time linear in the vertices. Own code because JTS returns sorted points, not their places in the ring. Not
 * thread-safe.
 */
final class RingHull {
    /** The hull of the vertices seen so far, counter-clockwise; the last corner stands at both ends. */
    private int[] deque = new int[128];

    private int bottom;
    private int top;

    /**
     * Finds the hull.
     *
     * @param ring one ring that runs counter-clockwise and does not cross itself
     * @return whether the corners follow each other in the order of the ring; rounding can spoil it in a ring that all but
     *     crosses itself
     */
    boolean of(PolygonEdges ring) {
        int count = ring.count;
        if (deque.length < 2 * count + 2) {
            deque = new int[4 * count + 2];
        }
        int lowest = 0;
        for (int vertex = 1; vertex < count; vertex++) {
            boolean lower = ring.ay[vertex] < ring.ay[lowest]
                    || (ring.ay[vertex] == ring.ay[lowest] && ring.ax[vertex] < ring.ax[lowest]);
            lowest = lower ? vertex : lowest;
        }
        int second = 1;
        int third = 2;
        while (third < count && side(ring, lowest, at(ring, lowest + second), at(ring, lowest + third)) == 0) {
            second = third++;
        }
        if (third >= count) {
            return false;
        }
        start(ring, lowest, at(ring, lowest + second), at(ring, lowest + third));
        for (int step = third + 1; step < count; step++) {
            take(ring, at(ring, lowest + step));
        }
        return isInOrder(count);
    }

    /** Number of corners. */
    int corners() {
        return top - bottom;
    }

    /** The edge that starts at a corner; corners from 0 on, the last of them being the first again. */
    int edgeAt(int corner) {
        return deque[bottom + corner];
    }

    private void start(PolygonEdges ring, int first, int second, int third) {
        boolean left = side(ring, first, second, third) > 0;
        bottom = ring.count - 2;
        top = bottom + 3;
        deque[bottom] = third;
        deque[bottom + 1] = left ? first : second;
        deque[bottom + 2] = left ? second : first;
        deque[top] = third;
    }

    private void take(PolygonEdges ring, int vertex) {
        if (side(ring, deque[bottom], deque[bottom + 1], vertex) > 0
                && side(ring, deque[top - 1], deque[top], vertex) > 0) {
            return;
        }
        while (top - bottom > 1 && !(side(ring, deque[bottom], deque[bottom + 1], vertex) > 0)) {
            bottom++;
        }
        deque[--bottom] = vertex;
        while (top - bottom > 2 && !(side(ring, deque[top - 1], deque[top], vertex) > 0)) {
            top--;
        }
        deque[++top] = vertex;
    }

    private boolean isInOrder(int count) {
        int steps = 0;
        for (int corner = 0; corner < corners(); corner++) {
            int step = edgeAt(corner + 1) - edgeAt(corner);
            steps += step <= 0 ? step + count : step;
        }
        return steps == count && corners() > 2;
    }

    private static int at(PolygonEdges ring, int vertex) {
        return vertex < ring.count ? vertex : vertex - ring.count;
    }

    /** Positive where the vertex c lies to the left of the line from a to b. */
    private static double side(PolygonEdges ring, int a, int b, int c) {
        return (ring.ax[b] - ring.ax[a]) * (ring.ay[c] - ring.ay[a])
                - (ring.ay[b] - ring.ay[a]) * (ring.ax[c] - ring.ax[a]);
    }
}
