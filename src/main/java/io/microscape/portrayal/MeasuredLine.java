package io.microscape.portrayal;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/** A line of pixels, measured along its length. */
final class MeasuredLine {
    private final double[] xy;
    private final double[] lengths;

    /**
     * A line.
     *
     * @param xy column, row, column, row … of its vertices, of which there are two at least
     */
    MeasuredLine(double[] xy) {
        this.xy = xy;
        this.lengths = new double[xy.length / 2];
        for (int i = 1; i < lengths.length; i++) {
            lengths[i] = lengths[i - 1] + Math.hypot(xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);
        }
    }

    /** Vertices. */
    int vertices() {
        return lengths.length;
    }

    /** Pixels from its beginning to a vertex. */
    double lengthTo(int vertex) {
        return lengths[vertex];
    }

    /** The part of the segment before a vertex that lies within a box; null for none. */
    VisibleStretch within(Rectangle2D box, int vertex) {
        return VisibleStretch.of(box, xy[2 * vertex - 2], xy[2 * vertex - 1], xy[2 * vertex], xy[2 * vertex + 1]);
    }

    /** Pixels from its beginning to its end. */
    double length() {
        return lengths[lengths.length - 1];
    }

    /** The place so many pixels from its beginning; beyond the ends, the end. */
    Point2D at(double along) {
        int found = Arrays.binarySearch(lengths, along);
        int after = Math.min(lengths.length - 1, Math.max(1, found >= 0 ? found : -found - 1));
        double segment = lengths[after] - lengths[after - 1];
        double share = segment == 0 ? 0 : Math.min(1, Math.max(0, (along - lengths[after - 1]) / segment));
        return new Point2D.Double(
                xy[2 * after - 2] + share * (xy[2 * after] - xy[2 * after - 2]),
                xy[2 * after - 1] + share * (xy[2 * after + 1] - xy[2 * after - 1]));
    }

    /** The same line from its end to its beginning. */
    MeasuredLine reversed() {
        double[] backwards = new double[xy.length];
        for (int i = 0; i < lengths.length; i++) {
            backwards[2 * i] = xy[xy.length - 2 * i - 2];
            backwards[2 * i + 1] = xy[xy.length - 2 * i - 1];
        }
        return new MeasuredLine(backwards);
    }
}
