package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import java.awt.geom.Point2D;
import org.geotools.api.style.PointSymbolizer;

/** Draws marks at points, and for lines and polygons at a place that stands for them. */
final class PointPainter implements Painter {
    private final MarkStamp stamp;

    PointPainter(PointSymbolizer symbolizer, AttributeBinder binder) {
        stamp = MarkStamp.of(symbolizer.getGraphic(), binder);
    }

    @Override
    public void paint(PixelCanvas canvas, ScreenShape shape, MapFrame frame, FeatureValues feature) {
        for (Point2D point : shape.symbolPoints()) {
            stamp.draw(canvas, point.getX(), point.getY(), feature);
        }
    }

    @Override
    public boolean covers(ScreenShape shape, FeatureValues feature, double column, double row, double tolerance) {
        double reach = stamp.reach(feature) + tolerance;
        return shape.symbolPoints().stream().anyMatch(point -> point.distance(column, row) <= reach);
    }

    @Override
    public double reach() {
        return stamp.reach(null);
    }
}
