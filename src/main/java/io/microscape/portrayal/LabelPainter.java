package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The labels of one picture: they are gathered while the features are drawn and written last, over all layers, none over
 * another. Higher priority comes first, then the order of drawing; what has no room is left out, and so is the same text
 * again nearby. Not thread-safe.
 */
final class LabelPainter {
    private static final double ROOM_PIXELS = 2;
    private static final double REPEAT_PIXELS = 180;
    private static final FontRenderContext GLYPHS = new FontRenderContext(null, true, true);

    private final List<Label> labels = new ArrayList<>();

    /** A text with its outline at its place. */
    private record Label(
            String text,
            Shape outline,
            Rectangle2D room,
            Color color,
            Color haloColor,
            double haloRadius,
            double priority) {}

    /** Gathers the label of a feature, if the style gives it one. */
    void add(LabelStyle style, ScreenShape shape, FeatureValues feature) {
        String text = style.text(feature);
        if (text == null) {
            return;
        }
        Font font = style.font(feature, text);
        GlyphVector glyphs = font.createGlyphVector(GLYPHS, text);
        if (style.isAlongLine() && !shape.isArea()) {
            AffineTransform place =
                    alongLine(shape, glyphs.getLogicalBounds().getWidth(), font.getLineMetrics(text, GLYPHS));
            if (place != null) {
                add(style, feature, text, place.createTransformedShape(glyphs.getOutline()));
            }
            return;
        }
        for (Point2D point : shape.symbolPoints()) {
            add(
                    style,
                    feature,
                    text,
                    atPoint(style, feature, point, glyphs).createTransformedShape(glyphs.getOutline()));
        }
    }

    /** Writes all labels that find room. */
    void draw(PixelCanvas canvas, int width, int height) {
        Rectangle2D picture = new Rectangle2D.Double(0, 0, width, height);
        List<Label> written = new ArrayList<>();
        labels.sort(Comparator.comparingDouble(Label::priority).reversed());
        for (Label label : labels) {
            if (label.room().intersects(picture) && written.stream().noneMatch(other -> conflict(label, other))) {
                draw(canvas.graphics(), label);
                written.add(label);
            }
        }
    }

    private void add(LabelStyle style, FeatureValues feature, String text, Shape outline) {
        double halo = style.haloRadius(feature);
        Rectangle2D room = outline.getBounds2D();
        double margin = halo + ROOM_PIXELS;
        room.setRect(
                room.getX() - margin,
                room.getY() - margin,
                room.getWidth() + 2 * margin,
                room.getHeight() + 2 * margin);
        labels.add(new Label(
                text, outline, room, style.color(feature), style.haloColor(feature), halo, style.priority(feature)));
    }

    private static AffineTransform atPoint(LabelStyle style, FeatureValues feature, Point2D point, GlyphVector glyphs) {
        Rectangle2D ink = glyphs.getVisualBounds();
        AffineTransform place = AffineTransform.getTranslateInstance(
                point.getX() + style.shiftX(feature), point.getY() - style.shiftY(feature));
        place.rotate(Math.toRadians(style.rotation(feature)));
        place.translate(
                -ink.getX() - style.anchorX(feature) * ink.getWidth(),
                -ink.getY() - (1 - style.anchorY(feature)) * ink.getHeight());
        return place;
    }

    /** Upright over the middle of the longest straight part that holds the text; null when there is none. */
    private static AffineTransform alongLine(ScreenShape shape, double width, LineMetrics metrics) {
        double[] longest = longestSegment(shape.path());
        double dx = longest[2] - longest[0];
        double dy = longest[3] - longest[1];
        if (Math.hypot(dx, dy) < width) {
            return null;
        }
        double angle = dx < 0 ? Math.atan2(-dy, -dx) : Math.atan2(dy, dx);
        AffineTransform place =
                AffineTransform.getTranslateInstance((longest[0] + longest[2]) / 2, (longest[1] + longest[3]) / 2);
        place.rotate(angle);
        place.translate(-width / 2, (metrics.getAscent() - metrics.getDescent()) / 2);
        return place;
    }

    private static double[] longestSegment(Shape path) {
        double[] longest = new double[4];
        double[] xy = new double[6];
        double lastX = 0;
        double lastY = 0;
        double length = 0;
        for (PathIterator segments = path.getPathIterator(null); !segments.isDone(); segments.next()) {
            if (segments.currentSegment(xy) == PathIterator.SEG_LINETO
                    && Math.hypot(xy[0] - lastX, xy[1] - lastY) > length) {
                length = Math.hypot(xy[0] - lastX, xy[1] - lastY);
                longest = new double[] {lastX, lastY, xy[0], xy[1]};
            }
            lastX = xy[0];
            lastY = xy[1];
        }
        return longest;
    }

    private static boolean conflict(Label label, Label other) {
        return label.room().intersects(other.room())
                || label.text().equals(other.text())
                        && Math.hypot(
                                        label.room().getCenterX() - other.room().getCenterX(),
                                        label.room().getCenterY() - other.room().getCenterY())
                                < REPEAT_PIXELS;
    }

    private static void draw(Graphics2D graphics, Label label) {
        if (label.haloColor() != null && label.haloRadius() > 0) {
            graphics.setColor(label.haloColor());
            graphics.setStroke(
                    new BasicStroke((float) (2 * label.haloRadius()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(label.outline());
        }
        graphics.setColor(label.color());
        graphics.fill(label.outline());
    }
}
