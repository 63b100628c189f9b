package io.microscape.landscape.index;

import java.util.Arrays;

/**
 * Features in canonical order under a packed R-tree: each node holds {@value #FANOUT} successive items or nodes, so that
 * the tree is an array of boxes a level and needs no pointers. A query answers in canonical order and makes no garbage.
 * Immutable after construction, thread-safe.
 */
public abstract class PackedLayer {
    private static final int FANOUT = 8;
    private static final int LITTLE = 1 << 18;

    private final int count;
    private double[][] levels;

    PackedLayer(int count) {
        this.count = count;
    }

    /** Number of features. */
    public final int count() {
        return count;
    }

    public abstract double minX(int item);

    public abstract double minY(int item);

    public abstract double maxX(int item);

    public abstract double maxY(int item);

    /** Square of the distance between the boxes of two features, m²; 0 where they meet. */
    public final double boxDistanceSquare(int one, int other) {
        double dx = Math.max(0, Math.max(minX(one) - maxX(other), minX(other) - maxX(one)));
        double dy = Math.max(0, Math.max(minY(one) - maxY(other), minY(other) - maxY(one)));
        return dx * dx + dy * dy;
    }

    /** Builds the tree; to be called at the end of the constructor. */
    final void index() {
        int height = 0;
        for (int n = count; n > 1 || height == 0; n = groups(n)) {
            height++;
        }
        levels = new double[height][];
        for (int level = 0, n = groups(count); level < height; level++, n = groups(n)) {
            levels[level] = new double[4 * n];
            for (int node = 0; node < n; node++) {
                bound(level, node, level == 0 ? count : levels[level - 1].length / 4);
            }
        }
    }

    private static int groups(int n) {
        return (n + FANOUT - 1) / FANOUT;
    }

    private void bound(int level, int node, int below) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int child = node * FANOUT; child < Math.min(below, (node + 1) * FANOUT); child++) {
            double[] boxes = level == 0 ? null : levels[level - 1];
            minX = Math.min(minX, boxes == null ? minX(child) : boxes[4 * child]);
            minY = Math.min(minY, boxes == null ? minY(child) : boxes[4 * child + 1]);
            maxX = Math.max(maxX, boxes == null ? maxX(child) : boxes[4 * child + 2]);
            maxY = Math.max(maxY, boxes == null ? maxY(child) : boxes[4 * child + 3]);
        }
        levels[level][4 * node] = minX;
        levels[level][4 * node + 1] = minY;
        levels[level][4 * node + 2] = maxX;
        levels[level][4 * node + 3] = maxY;
    }

    /** Finds the features whose boxes meet the box, edges included, in canonical order. */
    public final void query(double minX, double minY, double maxX, double maxY, Hits hits) {
        hits.clear();
        if (count > 0) {
            int top = levels.length - 1;
            for (int node = 0; node < levels[top].length / 4; node++) {
                visit(top, node, minX, minY, maxX, maxY, hits);
            }
        }
    }

    private void visit(int level, int node, double minX, double minY, double maxX, double maxY, Hits hits) {
        double[] boxes = levels[level];
        int box = 4 * node;
        if (boxes[box] > maxX || boxes[box + 2] < minX || boxes[box + 1] > maxY || boxes[box + 3] < minY) {
            return;
        }
        int first = node * FANOUT;
        if (level == 0) {
            addMeeting(first, Math.min(count, first + FANOUT), minX, minY, maxX, maxY, hits);
            return;
        }
        int end = Math.min(levels[level - 1].length / 4, first + FANOUT);
        for (int child = first; child < end; child++) {
            visit(level - 1, child, minX, minY, maxX, maxY, hits);
        }
    }

    /** Adds the features from one up to another whose boxes meet the box: each layer on its own arrays, without calls. */
    abstract void addMeeting(int from, int to, double minX, double minY, double maxX, double maxY, Hits hits);

    /** The array, or a longer copy when it has too little room. */
    static double[] room(double[] values, int needed) {
        return needed <= values.length ? values : Arrays.copyOf(values, Math.max(needed, grown(values.length)));
    }

    static int[] room(int[] values, int needed) {
        return needed <= values.length ? values : Arrays.copyOf(values, Math.max(needed, grown(values.length)));
    }

    static byte[] room(byte[] values, int needed) {
        return needed <= values.length ? values : Arrays.copyOf(values, Math.max(needed, grown(values.length)));
    }

    /** Fourfold while that costs little memory, so that a city is copied a third of a time over, then by half. */
    private static int grown(int length) {
        return (int)
                Math.min(Integer.MAX_VALUE - 8L, length < LITTLE ? 4L * length + 16 : length + (length >> 1) + 16L);
    }
}
