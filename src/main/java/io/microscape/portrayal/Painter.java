package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;

/** Draws one symbolizer of a rule. Thread-safe; a feature of null is a sample in a legend. */
interface Painter {
    /** Draws the shape of a feature. */
    void paint(PixelCanvas canvas, ScreenShape shape, MapFrame frame, FeatureValues feature);

    /** Whether what {@link #paint} draws lies within the tolerance (pixels) of a place. */
    boolean covers(ScreenShape shape, FeatureValues feature, double column, double row, double tolerance);

    /** Pixels that the drawing can reach beyond the geometry; what a feature alone decides is taken as a guess. */
    double reach();
}
