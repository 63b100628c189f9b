package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.List;
import java.util.Locale;
import org.geotools.api.style.Stroke;

/** The stroke of a style, ready to draw outlines and lines with. */
final class StrokePen {
    /** Up to this width the shape of joins and caps is not seen. */
    private static final double THIN_PIXELS = 1.5;

    /** A pattern of dashes that repeats within less looks like a paler line. */
    private static final double UNSEEN_PIXELS = 0.25;

    private final StyleValue<Color> color;
    private final StyleValue<Double> opacity;
    private final StyleValue<Double> width;
    private final StyleValue<String> cap;
    private final StyleValue<String> join;
    private final List<StyleValue<Double>> dashes;
    private final StyleValue<Double> dashOffset;
    private final MarkStamp repeated;
    private final Color constant;
    private final int constantArgb;
    private final boolean solid;
    private final double constantWidth;

    private StrokePen(Stroke stroke, AttributeBinder binder) {
        color = binder.color(stroke.getColor(), Color.BLACK);
        opacity = binder.number(stroke.getOpacity(), 1);
        width = binder.pixels(stroke.getWidth(), 1);
        cap = binder.text(stroke.getLineCap(), "butt");
        join = binder.text(stroke.getLineJoin(), "miter");
        dashes = stroke.dashArray() == null
                ? List.of()
                : stroke.dashArray().stream()
                        .map(dash -> binder.pixels(dash, 0))
                        .toList();
        dashOffset = binder.pixels(stroke.getDashOffset(), 0);
        constant = color.isConstant() && opacity.isConstant()
                ? Paints.withOpacity(color.of(null, Color.BLACK), opacity.of(null, 1.0))
                : null;
        constantArgb = constant == null ? 0 : constant.getRGB();
        repeated = stroke.getGraphicStroke() == null ? null : MarkStamp.of(stroke.getGraphicStroke(), binder);
        solid = repeated == null && dashes.isEmpty();
        constantWidth = width.isConstant() && repeated == null ? width.of(null, 1.0) : Double.NaN;
    }

    /** The pen of a stroke, or null for none. */
    static StrokePen of(Stroke stroke, AttributeBinder binder) {
        return stroke == null ? null : new StrokePen(stroke, binder);
    }

    /** Width in pixels. */
    double width(FeatureValues feature) {
        if (!Double.isNaN(constantWidth)) {
            return constantWidth;
        }
        return repeated == null ? width.of(feature, 1.0) : repeated.size(feature);
    }

    /** Whether it is the same for all features. */
    boolean isConstant() {
        return color.isConstant()
                && opacity.isConstant()
                && width.isConstant()
                && cap.isConstant()
                && join.isConstant()
                && dashes.stream().allMatch(StyleValue::isConstant)
                && dashOffset.isConstant()
                && (repeated == null || repeated.isConstant());
    }

    /** The colour, opacity included. */
    Color color(FeatureValues feature) {
        return constant != null
                ? constant
                : Paints.withOpacity(color.of(feature, Color.BLACK), opacity.of(feature, 1.0));
    }

    /** The same as 0xAARRGGBB. */
    int argb(FeatureValues feature) {
        return constant != null ? constantArgb : color(feature).getRGB();
    }

    /** Whether it draws a line without gaps. */
    boolean isSolid() {
        return solid;
    }

    /** Draws the lines or outlines of a feature's shape. */
    void draw(PixelCanvas canvas, ScreenShape shape, FeatureValues feature) {
        double pixels = width(feature);
        if (solid && pixels > 0 && pixels <= THIN_PIXELS) {
            canvas.stroke(shape, PixelCanvas.premultiplied(argb(feature)), pixels);
        } else {
            draw(canvas.graphics(), shape.path(), feature);
        }
    }

    /** Draws a path of Java2D. */
    void draw(Graphics2D graphics, Shape path, FeatureValues feature) {
        if (repeated != null) {
            stampAlong(graphics, path, feature);
            return;
        }
        double pixels = width.of(feature, 1.0);
        if (pixels <= 0) {
            return;
        }
        float[] pattern = dashes(feature);
        double share = share(pattern);
        if (share < 1) {
            graphics.setColor(Paints.withOpacity(color.of(feature, Color.BLACK), share * opacity.of(feature, 1.0)));
            pattern = null;
        } else {
            graphics.setColor(color(feature));
        }
        graphics.setStroke(
                new BasicStroke((float) pixels, cap(feature), join(feature), 10f, pattern, phase(pattern, feature)));
        graphics.draw(path);
    }

    private int cap(FeatureValues feature) {
        return switch (cap.of(feature, "butt").toLowerCase(Locale.ROOT)) {
            case "round" -> BasicStroke.CAP_ROUND;
            case "square" -> BasicStroke.CAP_SQUARE;
            default -> BasicStroke.CAP_BUTT;
        };
    }

    /** How lines turn, as in {@link BasicStroke}. */
    int join(FeatureValues feature) {
        return switch (join.of(feature, "miter").toLowerCase(Locale.ROOT)) {
            case "round" -> BasicStroke.JOIN_ROUND;
            case "bevel" -> BasicStroke.JOIN_BEVEL;
            default -> BasicStroke.JOIN_MITER;
        };
    }

    /** Dash lengths, or null for a solid line; Java2D takes no all-zero pattern. */
    private float[] dashes(FeatureValues feature) {
        float[] lengths = new float[dashes.size()];
        float sum = 0;
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.max(0, dashes.get(i).of(feature, 0.0).floatValue());
            sum += lengths[i];
        }
        return sum > 0 ? lengths : null;
    }

    /** Share of a line that dashes cover, where they are so short that nobody sees them; else 1. */
    private static double share(float[] pattern) {
        double drawn = 0;
        double period = 0;
        for (int i = 0; pattern != null && i < pattern.length; i++) {
            drawn += i % 2 == 0 ? pattern[i] : 0;
            period += pattern[i];
        }
        boolean alternates = pattern != null && pattern.length % 2 == 0;
        return period > 0 && period < UNSEEN_PIXELS ? alternates ? drawn / period : 0.5 : 1;
    }

    /** Where in the pattern a line begins: Java2D takes no negative place. A pattern of odd length repeats after two turns. */
    private float phase(float[] pattern, FeatureValues feature) {
        if (pattern == null) {
            return 0;
        }
        double period = 0;
        for (float length : pattern) {
            period += pattern.length % 2 == 0 ? length : 2 * length;
        }
        double offset = dashOffset.of(feature, 0.0);
        return (float) (offset - period * Math.floor(offset / period));
    }

    /** Marks one beside the other, with gaps, or one in the middle of each first dash of the pattern. */
    private void stampAlong(Graphics2D graphics, Shape path, FeatureValues feature) {
        double size = repeated.size(feature);
        double step = size + repeated.gap(feature);
        double first = repeated.initialGap(feature) + size / 2;
        float[] pattern = dashes(feature);
        if (pattern != null) {
            step = 0;
            for (float length : pattern) {
                step += length;
            }
            first = pattern[0] / 2 - dashOffset.of(feature, 0.0);
            first -= step * Math.floor(first / step);
        }
        new MarkTrain(repeated, Math.max(1, step), first).draw(graphics, path, feature);
    }
}
