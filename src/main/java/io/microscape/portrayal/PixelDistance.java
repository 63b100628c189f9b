package io.microscape.portrayal;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;

/** Distance in pixels from a place to the lines of a path. */
final class PixelDistance {
    private PixelDistance() {}

    /** Distance to the nearest segment of a path of straight lines; infinite for an empty path. */
    static double toOutline(Shape path, double column, double row) {
        double nearest = Double.POSITIVE_INFINITY;
        double[] xy = new double[6];
        double startX = 0;
        double startY = 0;
        double lastX = 0;
        double lastY = 0;
        for (PathIterator segments = path.getPathIterator(null); !segments.isDone(); segments.next()) {
            int type = segments.currentSegment(xy);
            if (type == PathIterator.SEG_MOVETO) {
                startX = xy[0];
                startY = xy[1];
                nearest = Math.min(nearest, Math.hypot(xy[0] - column, xy[1] - row));
            } else {
                if (type == PathIterator.SEG_CLOSE) {
                    xy[0] = startX;
                    xy[1] = startY;
                }
                nearest = Math.min(nearest, Line2D.ptSegDist(lastX, lastY, xy[0], xy[1], column, row));
            }
            lastX = xy[0];
            lastY = xy[1];
        }
        return nearest;
    }
}
