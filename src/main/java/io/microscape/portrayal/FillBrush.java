package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import io.microscape.study.InvalidInputException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.geotools.api.style.Fill;

/** The fill of a style: a colour, or a pattern of marks that joins over neighbouring tiles. */
final class FillBrush {
    private static final int MOST_CELL_PIXELS = 2048;
    private static final Color DEFAULT = new Color(0x808080);

    private final StyleValue<Color> color;
    private final StyleValue<Double> opacity;
    private final MarkStamp pattern;
    private final PatternMargin margin;
    private final Color constant;
    private final int constantArgb;
    private volatile BufferedImage constantCell;

    private FillBrush(Fill fill, AttributeBinder binder, PatternMargin margin) {
        this.margin = margin;
        color = binder.color(fill.getColor(), DEFAULT);
        opacity = binder.number(fill.getOpacity(), 1);
        constant = color.isConstant() && opacity.isConstant()
                ? Paints.withOpacity(color.of(null, DEFAULT), opacity.of(null, 1.0))
                : null;
        constantArgb = constant == null ? 0 : constant.getRGB();
        pattern = fill.getGraphicFill() == null ? null : MarkStamp.of(fill.getGraphicFill(), binder);
    }

    /** The brush of a fill, or null for none. */
    static FillBrush of(Fill fill, AttributeBinder binder) {
        return of(fill, binder, PatternMargin.NONE);
    }

    /** The brush of a fill whose pattern's marks have a margin. */
    static FillBrush of(Fill fill, AttributeBinder binder, PatternMargin margin) {
        return fill == null ? null : new FillBrush(fill, binder, margin);
    }

    /** The colour, opacity included. */
    Color color(FeatureValues feature) {
        return constant != null ? constant : Paints.withOpacity(color.of(feature, DEFAULT), opacity.of(feature, 1.0));
    }

    /** The same as 0xAARRGGBB. */
    int argb(FeatureValues feature) {
        return constant != null ? constantArgb : color(feature).getRGB();
    }

    /** Whether it is the same for all features. */
    boolean isConstant() {
        return color.isConstant() && opacity.isConstant() && (pattern == null || pattern.isConstant());
    }

    boolean isPattern() {
        return pattern != null;
    }

    /** Fills the shape of a feature. */
    void fill(PixelCanvas canvas, ScreenShape shape, MapFrame frame, FeatureValues feature) {
        if (pattern == null) {
            canvas.fill(shape, PixelCanvas.premultiplied(argb(feature)));
        } else {
            fill(canvas.graphics(), shape.path(), frame.originColumn(), frame.originRow(), feature);
        }
    }

    /**
     * Fills a shape of Java2D.
     *
     * @param originColumn where a pattern begins
     * @param originRow where a pattern begins
     */
    void fill(Graphics2D graphics, Shape shape, double originColumn, double originRow, FeatureValues feature) {
        double angle = pattern == null || !pattern.isHatch(feature) ? 0 : pattern.rotation(feature);
        if (angle != 0) {
            fillTurned(graphics, shape, originColumn, originRow, angle, feature);
            return;
        }
        graphics.setPaint(pattern == null ? color(feature) : patternPaint(originColumn, originRow, feature));
        graphics.fill(shape);
    }

    /** A hatch turned by an angle: its cells are turned about the origin, so that the lines of neighbours join. */
    private void fillTurned(
            Graphics2D graphics,
            Shape shape,
            double originColumn,
            double originRow,
            double angle,
            FeatureValues feature) {
        AffineTransform back = AffineTransform.getRotateInstance(-angle);
        Point2D origin = back.transform(new Point2D.Double(originColumn, originRow), null);
        BufferedImage cell = cellOf(feature);
        double left = origin.getX() - Math.floor(origin.getX() / cell.getWidth()) * cell.getWidth();
        double top = origin.getY() - Math.floor(origin.getY() / cell.getHeight()) * cell.getHeight();
        AffineTransform before = graphics.getTransform();
        graphics.rotate(angle);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setPaint(new TexturePaint(cell, new Rectangle2D.Double(left, top, cell.getWidth(), cell.getHeight())));
        graphics.fill(back.createTransformedShape(shape));
        graphics.setTransform(before);
    }

    private Paint patternPaint(double originColumn, double originRow, FeatureValues feature) {
        BufferedImage cell = cellOf(feature);
        int width = cell.getWidth();
        int height = cell.getHeight();
        return new TexturePaint(
                cell, new Rectangle2D.Double(phase(originColumn, width), phase(originRow, height), width, height));
    }

    private BufferedImage cellOf(FeatureValues feature) {
        BufferedImage cell = constantCell;
        if (cell == null) {
            cell = cell(feature);
            constantCell = pattern.isConstant() ? cell : null;
        }
        return cell;
    }

    private BufferedImage cell(FeatureValues feature) {
        double size = pattern.size(feature);
        double largest = size + Math.max(margin.left() + margin.right(), margin.top() + margin.bottom());
        if (largest > MOST_CELL_PIXELS) {
            throw InvalidInputException.of(
                    "style", "a pattern of " + largest + " pixels", "give at most " + MOST_CELL_PIXELS);
        }
        int width = Math.max(1, (int) Math.round(size + margin.left() + margin.right()));
        int height = Math.max(1, (int) Math.round(size + margin.top() + margin.bottom()));
        BufferedImage cell = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = cell.createGraphics();
        MapDrawing.smooth(graphics);
        // lines of a hatch run on into the next cell: its neighbours' ends belong into this one
        int reach = pattern.isHatch(feature) ? 1 : 0;
        double middleX = margin.left() + (width - margin.left() - margin.right()) / 2;
        double middleY = margin.top() + (height - margin.top() - margin.bottom()) / 2;
        for (int column = -reach; column <= reach; column++) {
            for (int row = -reach; row <= reach; row++) {
                pattern.drawInCell(graphics, column * width + middleX, row * height + middleY, feature);
            }
        }
        graphics.dispose();
        return cell;
    }

    /** Whole pixels, for a cell drawn between two pixels would blur. */
    private static double phase(double origin, int side) {
        return Math.rint(origin - Math.floor(origin / side) * side);
    }
}
