package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import io.microscape.atlas.FeatureView;
import io.microscape.atlas.SnapshotFeature;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Draws a symbolizer at a geometry that is computed from the feature's own: its centroid, its vertices, its boundary. */
final class GeometryPainter implements Painter {
    private final StyleValue<Geometry> geometry;
    private final Painter painter;
    private final double moved;

    /**
     * A painter of computed geometries.
     *
     * @param geometry gives the geometry in degrees
     * @param moved pixels that it can lie beside the feature's own
     */
    GeometryPainter(StyleValue<Geometry> geometry, Painter painter, double moved) {
        this.geometry = geometry;
        this.painter = painter;
        this.moved = moved;
    }

    @Override
    public void paint(PixelCanvas canvas, ScreenShape shape, MapFrame frame, FeatureValues feature) {
        ScreenShape computed = feature == null ? shape : computed(frame, geometry, feature);
        if (computed != null) {
            painter.paint(canvas, computed, frame, feature);
        }
    }

    @Override
    public boolean covers(ScreenShape shape, FeatureValues feature, double column, double row, double tolerance) {
        ScreenShape computed = computed(shape.frame(), geometry, feature);
        return computed != null && painter.covers(computed, feature, column, row, tolerance);
    }

    @Override
    public double reach() {
        return painter.reach() + moved;
    }

    /** The shape of a computed geometry; null when there is none. */
    static ScreenShape computed(MapFrame frame, StyleValue<Geometry> geometry, FeatureValues feature) {
        Geometry place = geometry.of(feature);
        if (place == null || place.isEmpty()) {
            return null;
        }
        ScreenShape shape = new ScreenShape(frame);
        boolean shown = shape.show(FeatureView.of(new SnapshotFeature(feature.id(), place, List.of())), false);
        return shown ? shape : null;
    }
}
