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
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The labels of one picture: they are gathered while the features are drawn and written last, over all layers, none over
 * another and none twice nearby. A label is written unless one that ranks higher wants its room. Higher priority ranks
 * first; between equals a lot decides that hangs on the feature alone. So the choice depends on what lies around and not on
 * where a picture begins, and labels are the same on neighbouring tiles, given all labels within {@link #MARGIN_PIXELS} of
 * the picture. Not thread-safe.
 */
final class LabelPainter {
    /** Pixels allowed from a label's place to the end of its text. */
    private static final double REACH_PIXELS = 120;

    private static final double ROOM_PIXELS = 2;
    private static final double REPEAT_PIXELS = 180;

    /** How far outside a picture labels can lie that reach into it, or take the room of one that does. */
    static final double MARGIN_PIXELS = 3 * REACH_PIXELS;

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
            double priority,
            long lot,
            int order) {
        private static final Comparator<Label> RANK = Comparator.comparingDouble(Label::priority)
                .reversed()
                .thenComparingLong(Label::lot)
                .thenComparingInt(Label::order);

        /** The room, and half the distance that the same text keeps. */
        Envelope neighbourhood() {
            Envelope box = new Envelope(room.getMinX(), room.getMaxX(), room.getMinY(), room.getMaxY());
            box.expandToInclude(room.getCenterX() - REPEAT_PIXELS / 2, room.getCenterY() - REPEAT_PIXELS / 2);
            box.expandToInclude(room.getCenterX() + REPEAT_PIXELS / 2, room.getCenterY() + REPEAT_PIXELS / 2);
            return box;
        }

        /** Whether only one of the two can be written. */
        boolean conflictsWith(Label other) {
            return room.intersects(other.room)
                    || text.equals(other.text)
                            && Math.hypot(
                                            room.getCenterX() - other.room.getCenterX(),
                                            room.getCenterY() - other.room.getCenterY())
                                    < REPEAT_PIXELS;
        }
    }

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
        STRtree places = new STRtree();
        labels.forEach(label -> places.insert(label.neighbourhood(), label));
        labels.stream()
                .filter(label -> label.room().intersects(picture))
                .filter(label -> !isOutranked(label, places))
                .sorted(Label.RANK)
                .forEach(label -> draw(canvas.graphics(), label));
    }

    private static boolean isOutranked(Label label, STRtree places) {
        for (Object near : places.query(label.neighbourhood())) {
            Label other = (Label) near;
            if (Label.RANK.compare(other, label) < 0 && label.conflictsWith(other)) {
                return true;
            }
        }
        return false;
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
                text,
                outline,
                room,
                style.color(feature),
                style.haloColor(feature),
                halo,
                style.priority(feature),
                lot(feature, text),
                labels.size()));
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

    /** SplitMix64's finaliser over identifier and text: even and without order, so that no chain of labels forms. */
    private static long lot(FeatureValues feature, String text) {
        long mixed = 31L * feature.id().hashCode() + text.hashCode();
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
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
