package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A rule of a style, ready to draw.
 *
 * @param title class label, or null
 * @param minScale least scale denominator at which it applies
 * @param maxScale scale denominator below which it applies
 * @param filter bound to the layer's attributes; null takes every feature
 * @param scaled makes the filter of a scale, where it hangs on that; else null
 * @param otherwise applies only to features that no other rule takes
 * @param painters draw one over the other
 * @param labels labels
 */
record PreparedRule(
        String title,
        double minScale,
        double maxScale,
        RowFilter filter,
        DoubleFunction<RowFilter> scaled,
        boolean otherwise,
        List<Painter> painters,
        List<LabelStyle> labels) {

    boolean appliesAt(double scaleDenominator) {
        return scaleDenominator >= minScale && scaleDenominator < maxScale;
    }

    /** Whether its filter takes the feature. */
    boolean takes(FeatureValues feature) {
        return filter == null || filter.takes(feature);
    }

    /** The rule for maps of a scale. */
    PreparedRule at(double scaleDenominator) {
        return scaled == null ? this : withFilter(scaled.apply(scaleDenominator));
    }

    /** The same with another filter. */
    PreparedRule withFilter(RowFilter other) {
        return new PreparedRule(title, minScale, maxScale, other, null, otherwise, painters, labels);
    }

    /** Draws the shape of a feature. */
    void paint(PixelCanvas canvas, ScreenShape shape, MapFrame frame, FeatureValues feature) {
        for (Painter painter : painters) {
            painter.paint(canvas, shape, frame, feature);
        }
    }

    /** Whether what the rule draws lies within the tolerance (pixels) of a place. */
    boolean covers(ScreenShape shape, FeatureValues feature, double column, double row, double tolerance) {
        return painters.stream().anyMatch(painter -> painter.covers(shape, feature, column, row, tolerance));
    }
}
