package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import io.microscape.study.InvalidInputException;
import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.Mark;

/** A graphic of a style: a well-known mark of some size and rotation, drawn at points, along lines or as a pattern. */
final class MarkStamp {
    /** Size in pixels of a mark whose graphic gives none, as in the GeoTools family of renderers. */
    private static final double DEFAULT_SIZE = 16;

    private static final double MIDDLE = 0.5;

    private final StyleValue<String> name;
    private final FillBrush fill;
    private final StrokePen stroke;
    private final StyleValue<Double> size;
    private final StyleValue<Double> rotation;
    private final StyleValue<Double> opacity;
    private final StyleValue<Double> anchorX;
    private final StyleValue<Double> anchorY;
    private final StyleValue<Double> shiftX;
    private final StyleValue<Double> shiftY;
    private final StyleValue<Double> gap;
    private final StyleValue<Double> initialGap;
    private final MarkSprite sprite;

    private MarkStamp(Graphic graphic, Mark mark, AttributeBinder binder) {
        name = binder.text(mark.getWellKnownName(), "square");
        if (name.isConstant() && !MarkShapes.exists(name.of(null))) {
            throw InvalidInputException.of(
                    "Mark/WellKnownName", "there is no mark " + name.of(null), "there are " + MarkShapes.names());
        }
        fill = FillBrush.of(mark.getFill(), binder);
        stroke = StrokePen.of(mark.getStroke(), binder);
        size = binder.pixels(graphic.getSize(), DEFAULT_SIZE);
        rotation = binder.number(graphic.getRotation(), 0);
        opacity = binder.number(graphic.getOpacity(), 1);
        AnchorPoint anchor = graphic.getAnchorPoint();
        anchorX = binder.number(anchor == null ? null : anchor.getAnchorPointX(), MIDDLE);
        anchorY = binder.number(anchor == null ? null : anchor.getAnchorPointY(), MIDDLE);
        Displacement shift = graphic.getDisplacement();
        shiftX = binder.pixels(shift == null ? null : shift.getDisplacementX(), 0);
        shiftY = binder.pixels(shift == null ? null : shift.getDisplacementY(), 0);
        gap = binder.pixels(graphic.getGap(), 0);
        initialGap = binder.pixels(graphic.getInitialGap(), 0);
        sprite = isConstant() && reach(null) <= MarkSprite.MOST_REACH
                ? new MarkSprite(reach(null), (graphics, middle) -> draw(graphics, middle.x, middle.y, 0, null))
                : null;
    }

    static MarkStamp of(Graphic graphic, AttributeBinder binder) {
        for (GraphicalSymbol symbol : graphic.graphicalSymbols()) {
            if (symbol instanceof Mark mark) {
                return new MarkStamp(graphic, mark, binder);
            }
        }
        throw new IllegalArgumentException("the SLD parser gives every graphic a mark");
    }

    /** Height in pixels, the stroke not counted. */
    double size(FeatureValues feature) {
        return Math.max(0, size.of(feature, DEFAULT_SIZE));
    }

    /** Pixels it reaches from its place. */
    double reach(FeatureValues feature) {
        return size(feature) / 2
                + (stroke == null ? 0 : stroke.width(feature) / 2)
                + Math.hypot(offsetX(feature), offsetY(feature));
    }

    /** Pixels between one and the next along a line. */
    double gap(FeatureValues feature) {
        return gap.of(feature, 0.0);
    }

    /** Pixels before the first along a line. */
    double initialGap(FeatureValues feature) {
        return initialGap.of(feature, 0.0);
    }

    /** Columns from the place to the middle of the mark, before it is turned. */
    private double offsetX(FeatureValues feature) {
        return shiftX.of(feature, 0.0) + (MIDDLE - anchorX.of(feature, MIDDLE)) * size(feature);
    }

    /** Rows from the place to the middle of the mark; the standard counts them upward. */
    private double offsetY(FeatureValues feature) {
        return -shiftY.of(feature, 0.0) - (MIDDLE - anchorY.of(feature, MIDDLE)) * size(feature);
    }

    boolean isHatch(FeatureValues feature) {
        return MarkShapes.isHatch(name.of(feature, "square"));
    }

    /** Draws it with its middle at a place of a picture. */
    void draw(PixelCanvas canvas, double column, double row, FeatureValues feature) {
        if (sprite == null) {
            draw(canvas.graphics(), column, row, 0, feature);
        } else {
            sprite.draw(canvas, column, row);
        }
    }

    /** Whether it is the same for all features. */
    boolean isConstant() {
        return name.isConstant()
                && size.isConstant()
                && rotation.isConstant()
                && opacity.isConstant()
                && anchorX.isConstant()
                && anchorY.isConstant()
                && shiftX.isConstant()
                && shiftY.isConstant()
                && (fill == null || fill.isConstant())
                && (stroke == null || stroke.isConstant());
    }

    /** Draws it with its middle at a place, turned by an angle in radians (clockwise) besides its own rotation. */
    void draw(Graphics2D graphics, double column, double row, double angle, FeatureValues feature) {
        draw(graphics, column, row, angle, size(feature), feature);
    }

    /** Draws it so small that its stroke, too, lies within a cell of its size; a hatch goes from edge to edge. */
    void drawInCell(Graphics2D graphics, double column, double row, FeatureValues feature) {
        double side = size(feature);
        double inset = stroke == null || isHatch(feature) ? 0 : stroke.width(feature);
        // a hatch is turned as a whole, by the cells
        double angle = isHatch(feature) ? -rotation(feature) : 0;
        draw(graphics, column, row, angle, Math.max(1, side - inset), feature);
    }

    /** Its own rotation, clockwise, in radians. */
    double rotation(FeatureValues feature) {
        return Math.toRadians(rotation.of(feature, 0.0));
    }

    private void draw(
            Graphics2D graphics, double column, double row, double angle, double side, FeatureValues feature) {
        AffineTransform place = AffineTransform.getTranslateInstance(column, row);
        place.rotate(angle + rotation(feature));
        place.translate(offsetX(feature), offsetY(feature));
        place.scale(side, side);
        Shape shape = place.createTransformedShape(MarkShapes.of(name.of(feature, "square")));
        Composite before = graphics.getComposite();
        double share = opacity.of(feature, 1.0);
        if (share < 1) {
            graphics.setComposite(AlphaComposite.SrcOver.derive((float) Math.max(0, share)));
        }
        if (fill != null) {
            fill.fill(graphics, shape, column, row, feature);
        }
        if (stroke != null) {
            stroke.draw(graphics, shape, feature);
        }
        graphics.setComposite(before);
    }
}
