package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.PolygonSymbolizer;
import org.locationtech.jts.awt.ShapeReader;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * Displacement and PerpendicularOffset of a polygon symbolizer (SE 1.1, 11.2): the polygon moved, and drawn larger (positive)
 * or smaller than it is, with mitred corners.
 */
final class PolygonShift {
    private static final double FLATNESS_PIXELS = 0.25;
    private static final GeometryFactory PIXELS = new GeometryFactory();
    private static final BufferParameters MITRED =
            new BufferParameters(8, BufferParameters.CAP_ROUND, BufferParameters.JOIN_MITRE, 5);

    private final StyleValue<Double> right;
    private final StyleValue<Double> up;
    private final StyleValue<Double> offset;

    private PolygonShift(PolygonSymbolizer symbolizer, AttributeBinder binder) {
        Displacement displacement = symbolizer.getDisplacement();
        right = binder.pixels(displacement == null ? null : displacement.getDisplacementX(), 0);
        up = binder.pixels(displacement == null ? null : displacement.getDisplacementY(), 0);
        offset = binder.pixels(symbolizer.getPerpendicularOffset(), 0);
    }

    /** The shift of a symbolizer; null when it has none. */
    static PolygonShift of(PolygonSymbolizer symbolizer, AttributeBinder binder) {
        PolygonShift shift = new PolygonShift(symbolizer, binder);
        return isNone(shift.right) && isNone(shift.up) && isNone(shift.offset) ? null : shift;
    }

    /** The path of a polygon, shifted. */
    Shape apply(Shape path, FeatureValues feature) {
        Shape shifted = path;
        double pixels = offset.of(feature, 0.0);
        if (pixels != 0) {
            Geometry polygon = ShapeReader.read(path.getPathIterator(null, FLATNESS_PIXELS), PIXELS)
                    .buffer(0);
            shifted = new ShapeWriter().toShape(BufferOp.bufferOp(polygon, pixels, MITRED));
        }
        return AffineTransform.getTranslateInstance(right.of(feature, 0.0), -up.of(feature, 0.0))
                .createTransformedShape(shifted);
    }

    /** Pixels that it can move a place; what a feature decides is taken as nothing. */
    double reach() {
        return Math.hypot(right.of(null, 0.0), up.of(null, 0.0)) + Math.abs(offset.of(null, 0.0));
    }

    private static boolean isNone(StyleValue<Double> value) {
        return value.isConstant() && value.of(null, 0.0) == 0;
    }
}
