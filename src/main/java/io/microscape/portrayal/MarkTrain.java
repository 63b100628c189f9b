package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/**
 * Marks along a line, turned with it. They are counted from the line's beginning, so that a map cut in two has the same.
 *
 * @param mark drawn again and again
 * @param step pixels from one to the next
 * @param first pixels from the beginning of each line to its first
 */
record MarkTrain(MarkStamp mark, double step, double first) {
    private static final double FLATNESS_PIXELS = 0.25;

    /** Draws the marks of all lines of a path. */
    void draw(Graphics2D graphics, Shape path, FeatureValues feature) {
        Rectangle2D visible = visible(graphics, mark.reach(feature));
        double[] xy = new double[6];
        double lastX = 0;
        double lastY = 0;
        double startX = 0;
        double startY = 0;
        double next = first;
        PathIterator segments =
                new FlatteningPathIterator(path.getPathIterator(new AffineTransform()), FLATNESS_PIXELS);
        for (; !segments.isDone(); segments.next()) {
            int type = segments.currentSegment(xy);
            if (type == PathIterator.SEG_MOVETO) {
                startX = xy[0];
                startY = xy[1];
                next = first;
            } else {
                if (type == PathIterator.SEG_CLOSE) {
                    xy[0] = startX;
                    xy[1] = startY;
                }
                next = drawSegment(graphics, visible, lastX, lastY, xy[0], xy[1], next, feature);
            }
            lastX = xy[0];
            lastY = xy[1];
        }
    }

    /** Draws the marks of a segment, and gives how far behind its end the next one is. */
    private double drawSegment(
            Graphics2D graphics,
            Rectangle2D visible,
            double fromX,
            double fromY,
            double toX,
            double toY,
            double start,
            FeatureValues feature) {
        double length = Math.hypot(toX - fromX, toY - fromY);
        double next = start;
        if (next > length) {
            return next - length;
        }
        VisibleStretch seen =
                visible == null ? new VisibleStretch(0, 1) : VisibleStretch.of(visible, fromX, fromY, toX, toY);
        if (seen != null) {
            double angle = Math.atan2(toY - fromY, toX - fromX);
            long skipped = (long) Math.max(0, Math.ceil((seen.from() * length - next) / step));
            for (double along = next + skipped * step; along <= seen.to() * length; along += step) {
                double share = length == 0 ? 0 : along / length;
                mark.draw(graphics, fromX + share * (toX - fromX), fromY + share * (toY - fromY), angle, feature);
            }
        }
        return step - (length - next) % step;
    }

    private static Rectangle2D visible(Graphics2D graphics, double reach) {
        Rectangle2D clip = graphics.getClipBounds();
        if (clip == null) {
            return null;
        }
        double margin = reach * Math.sqrt(2);
        return new Rectangle2D.Double(
                clip.getX() - margin,
                clip.getY() - margin,
                clip.getWidth() + 2 * margin,
                clip.getHeight() + 2 * margin);
    }
}
