package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import java.awt.Shape;
import org.geotools.api.style.PolygonSymbolizer;

/**
 * Fills polygons and strokes their outlines. A polygon smaller than a pixel becomes a dot of its fill colour, or of its
 * outline's: it must not fade away because it covers only a part of its pixel.
 */
final class PolygonPainter implements Painter {
    private final FillBrush fill;
    private final StrokePen stroke;
    private final PolygonShift shift;

    PolygonPainter(PolygonSymbolizer symbolizer, AttributeBinder binder) {
        fill = FillBrush.of(symbolizer.getFill(), binder, PatternMargin.of(symbolizer.getOptions()));
        stroke = StrokePen.of(symbolizer.getStroke(), binder);
        shift = PolygonShift.of(symbolizer, binder);
    }

    @Override
    public void paint(PixelCanvas canvas, ScreenShape shape, MapFrame frame, FeatureValues feature) {
        if (shape.isDot()) {
            if (fill != null && !(fill.isPattern() && stroke != null)) {
                canvas.dot(shape.centreColumn(), shape.centreRow(), fill.color(feature));
            } else if (stroke != null) {
                canvas.dot(shape.centreColumn(), shape.centreRow(), stroke.color(feature));
            }
            return;
        }
        if (shift != null) {
            Shape moved = shift.apply(shape.path(), feature);
            if (fill != null) {
                fill.fill(canvas.graphics(), moved, frame.originColumn(), frame.originRow(), feature);
            }
            if (stroke != null) {
                stroke.draw(canvas.graphics(), moved, feature);
            }
            return;
        }
        if (shape.isSmallRing() && isPlain(feature)) {
            canvas.fillAndStroke(
                    shape, fill == null ? 0 : fill.argb(feature), stroke.argb(feature), stroke.width(feature));
            return;
        }
        if (fill != null) {
            fill.fill(canvas, shape, frame, feature);
        }
        if (stroke != null) {
            stroke.draw(canvas, shape, feature);
        }
    }

    /** Whether it draws nothing but a colour and a solid outline of about a pixel. */
    private boolean isPlain(FeatureValues feature) {
        return (fill == null || !fill.isPattern())
                && stroke != null
                && stroke.isSolid()
                && stroke.width(feature) >= SmallPolygonRaster.LEAST_WIDTH
                && stroke.width(feature) <= SmallPolygonRaster.MOST_WIDTH;
    }

    @Override
    public boolean covers(ScreenShape shape, FeatureValues feature, double column, double row, double tolerance) {
        Shape path = shift == null ? shape.path() : shift.apply(shape.path(), feature);
        return path.contains(column, row)
                || PixelDistance.toOutline(path, column, row)
                        <= tolerance + (stroke == null ? 0 : stroke.width(feature) / 2);
    }

    @Override
    public double reach() {
        return 1 + (stroke == null ? 0 : stroke.width(null)) + (shift == null ? 0 : shift.reach());
    }
}
