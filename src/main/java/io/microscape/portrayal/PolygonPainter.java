package io.microscape.portrayal;

import io.microscape.atlas.SnapshotFeature;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.geotools.api.style.PolygonSymbolizer;

/**
 * Fills polygons and strokes their outlines. A polygon smaller than a pixel or two becomes a dot of its fill colour: it
 * must not fade away because it covers only a part of its pixel.
 */
final class PolygonPainter implements Painter {
    private static final double DOT_PIXELS = 1.6;

    private final FillBrush fill;
    private final StrokePen stroke;

    PolygonPainter(PolygonSymbolizer symbolizer, AttributeBinder binder) {
        fill = FillBrush.of(symbolizer.getFill(), binder);
        stroke = StrokePen.of(symbolizer.getStroke(), binder);
    }

    @Override
    public void paint(Graphics2D graphics, ScreenShape shape, MapFrame frame, SnapshotFeature feature) {
        if (fill != null && shape.smallerThan(DOT_PIXELS)) {
            Rectangle2D bounds = shape.bounds();
            Color color = fill.isPattern() && stroke != null ? null : fill.color(feature);
            if (color != null) {
                graphics.setColor(color);
                graphics.fill(new Rectangle2D.Double(
                        bounds.getCenterX() - DOT_PIXELS / 2,
                        bounds.getCenterY() - DOT_PIXELS / 2,
                        DOT_PIXELS,
                        DOT_PIXELS));
            }
            return;
        }
        if (fill != null) {
            fill.fill(graphics, shape.path(), frame.originColumn(), frame.originRow(), feature);
        }
        if (stroke != null) {
            stroke.draw(graphics, shape.path(), feature);
        }
    }

    @Override
    public boolean covers(ScreenShape shape, SnapshotFeature feature, double column, double row, double tolerance) {
        return shape.path().contains(column, row)
                || PixelDistance.toOutline(shape.path(), column, row)
                        <= tolerance + (stroke == null ? 0 : stroke.width(feature) / 2);
    }

    @Override
    public double reach() {
        return stroke == null ? 1 : 1 + stroke.width(null);
    }
}
