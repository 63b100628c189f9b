package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.style.LineSymbolizer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.buffer.OffsetCurve;

/** Strokes lines and the outlines of polygons, beside the line where an offset is given (to the right when positive). */
final class LinePainter implements Painter {
    private static final GeometryFactory PIXELS = new GeometryFactory();
    private static final int QUADRANT_SEGMENTS = 8;
    private static final double MITRE_LIMIT = 5;
    private static final double NEGLIGIBLE_PIXELS = 0.01;

    private final StrokePen stroke;
    private final StyleValue<Double> offset;

    LinePainter(LineSymbolizer symbolizer, AttributeBinder binder) {
        stroke = StrokePen.of(symbolizer.getStroke(), binder);
        offset = binder.pixels(symbolizer.getPerpendicularOffset(), 0);
    }

    @Override
    public void paint(PixelCanvas canvas, ScreenShape shape, MapFrame frame, FeatureValues feature) {
        if (stroke == null) {
            return;
        }
        if (shape.isDot()) {
            canvas.dot(shape.centreColumn(), shape.centreRow(), stroke.color(feature));
        } else if (offset(feature) == 0) {
            stroke.draw(canvas, shape, feature);
        } else {
            stroke.draw(canvas.graphics(), path(shape, feature), feature);
        }
    }

    @Override
    public boolean covers(ScreenShape shape, FeatureValues feature, double column, double row, double tolerance) {
        return stroke != null
                && PixelDistance.toOutline(path(shape, feature), column, row) <= tolerance + stroke.width(feature) / 2;
    }

    @Override
    public double reach() {
        return 1 + (stroke == null ? 0 : stroke.width(null)) + Math.abs(offset.of(null, 0.0));
    }

    private Shape path(ScreenShape shape, FeatureValues feature) {
        double pixels = offset(feature);
        return pixels == 0 ? shape.path() : beside(shape.path(), pixels, join(feature));
    }

    /** Pixels beside the line; 0 where nobody sees them and no curve can be told from the line. */
    private double offset(FeatureValues feature) {
        double pixels = offset.of(feature, 0.0);
        return Math.abs(pixels) < NEGLIGIBLE_PIXELS ? 0 : pixels;
    }

    /** The offset line turns as the stroke does. */
    private int join(FeatureValues feature) {
        return switch (stroke.join(feature)) {
            case BasicStroke.JOIN_ROUND -> BufferParameters.JOIN_ROUND;
            case BasicStroke.JOIN_BEVEL -> BufferParameters.JOIN_BEVEL;
            default -> BufferParameters.JOIN_MITRE;
        };
    }

    /** Rows run downward, so the left of JTS is the right on the screen. */
    private static Shape beside(Shape path, double pixels, int join) {
        Path2D.Double beside = new Path2D.Double();
        for (Coordinate[] line : lines(path)) {
            if (line.length < 2) {
                continue;
            }
            Coordinate[] curve = OffsetCurve.getCurve(
                            PIXELS.createLineString(line), pixels, QUADRANT_SEGMENTS, join, MITRE_LIMIT)
                    .getCoordinates();
            for (int i = 0; i < curve.length; i++) {
                if (i == 0) {
                    beside.moveTo(curve[i].x, curve[i].y);
                } else {
                    beside.lineTo(curve[i].x, curve[i].y);
                }
            }
        }
        return beside;
    }

    private static List<Coordinate[]> lines(Shape path) {
        List<Coordinate[]> lines = new ArrayList<>();
        List<Coordinate> line = new ArrayList<>();
        double[] xy = new double[6];
        for (PathIterator segments = path.getPathIterator(new AffineTransform()); !segments.isDone(); segments.next()) {
            int type = segments.currentSegment(xy);
            if (type == PathIterator.SEG_MOVETO && !line.isEmpty()) {
                lines.add(line.toArray(new Coordinate[0]));
                line.clear();
            }
            line.add(type == PathIterator.SEG_CLOSE ? line.get(0).copy() : new Coordinate(xy[0], xy[1]));
        }
        lines.add(line.toArray(new Coordinate[0]));
        return lines;
    }
}
