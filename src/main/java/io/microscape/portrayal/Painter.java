package io.microscape.portrayal;

import io.microscape.atlas.SnapshotFeature;
import java.awt.Graphics2D;

/** Draws one symbolizer of a rule. Thread-safe; a feature of null is a sample in a legend. */
interface Painter {
    /** Draws the shape of a feature. */
    void paint(Graphics2D graphics, ScreenShape shape, MapFrame frame, SnapshotFeature feature);

    /** Whether what {@link #paint} draws lies within the tolerance (pixels) of a place. */
    boolean covers(ScreenShape shape, SnapshotFeature feature, double column, double row, double tolerance);

    /** Pixels that the drawing can reach beyond the geometry; what a feature alone decides is taken as a guess. */
    double reach();
}
