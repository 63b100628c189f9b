package io.microscape.portrayal;

import java.awt.geom.Rectangle2D;

/**
 * The part of a straight segment that lies within a box (Liang and Barsky 1984), so that what is drawn along a line costs
 * what is seen of it, however long the line is on a map of a small area.
 *
 * @param from share of the segment's length at which it enters the box
 * @param to share at which it leaves it
 */
record VisibleStretch(double from, double to) {

    /** The part of the segment from one point to another; null when it does not meet the box. */
    static VisibleStretch of(Rectangle2D box, double fromX, double fromY, double toX, double toY) {
        double[] stretch = {0, 1};
        boolean seen = clip(stretch, fromX, toX - fromX, box.getMinX(), box.getMaxX())
                && clip(stretch, fromY, toY - fromY, box.getMinY(), box.getMaxY());
        return seen ? new VisibleStretch(stretch[0], stretch[1]) : null;
    }

    /** Narrows the stretch to where one ordinate lies between two bounds; false when nothing is left. */
    private static boolean clip(double[] stretch, double start, double change, double low, double high) {
        if (change == 0) {
            return start >= low && start <= high;
        }
        double one = (low - start) / change;
        double other = (high - start) / change;
        stretch[0] = Math.max(stretch[0], Math.min(one, other));
        stretch[1] = Math.min(stretch[1], Math.max(one, other));
        return stretch[0] <= stretch[1];
    }
}
