package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import java.util.List;

/**
 * A rule of a style, ready to draw.
 *
 * @param title class label, or null
 * @param minScale least scale denominator at which it applies
 * @param maxScale scale denominator below which it applies
 * @param filter bound to the layer's attributes; null takes every feature
 * @param otherwise applies only to features that no other rule takes
 * @param painters draw one over the other
 * @param labels labels
 */
record PreparedRule(
        String title,
        double minScale,
        double maxScale,
        RowFilter filter,
        boolean otherwise,
        List<Painter> painters,
        List<LabelStyle> labels) {

    /** A polygon whose bounds hold fewer squares of the mark than this is shown by the mark. */
    private static final double SQUARES_OF_MARK = 2;

    boolean appliesAt(double scaleDenominator) {
        return scaleDenominator >= minScale && scaleDenominator < maxScale;
    }

    /** Whether its filter takes the feature. */
    boolean takes(FeatureValues feature) {
        return filter == null || filter.takes(feature);
    }

    /** The same with another filter. */
    PreparedRule withFilter(RowFilter other) {
        return new PreparedRule(title, minScale, maxScale, other, otherwise, painters, labels);
    }

    /** Draws the shape of a feature. */
    void paint(PixelCanvas canvas, ScreenShape shape, MapFrame frame, FeatureValues feature) {
        for (Painter painter : painters) {
            if (isDrawn(painter, shape, feature)) {
                painter.paint(canvas, shape, frame, feature);
            }
        }
    }

    /** Whether what the rule draws lies within the tolerance (pixels) of a place. */
    boolean covers(ScreenShape shape, FeatureValues feature, double column, double row, double tolerance) {
        return painters.stream()
                .anyMatch(painter ->
                        isDrawn(painter, shape, feature) && painter.covers(shape, feature, column, row, tolerance));
    }

    /**
     * A mark and a polygon in one rule stand for each other: the mark shows spaces that are too small for their colour to
     * be seen, and would lie hidden beneath the larger ones. Drawing only one of the two keeps the outline of a small
     * polygon from speckling its mark, and saves the mark of every large one.
     */
    private boolean isDrawn(Painter painter, ScreenShape shape, FeatureValues feature) {
        double mark = shape.isArea() ? markSize(feature) : 0;
        if (mark == 0 || painters.stream().noneMatch(PolygonPainter.class::isInstance)) {
            return true;
        }
        double squares = shape.width() * shape.height() / (mark * mark);
        return painter instanceof PointPainter == squares < SQUARES_OF_MARK;
    }

    private double markSize(FeatureValues feature) {
        double size = 0;
        for (Painter painter : painters) {
            if (painter instanceof PointPainter point) {
                size = Math.max(size, point.size(feature));
            }
        }
        return size;
    }
}
