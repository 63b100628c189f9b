package io.microscape.portrayal;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text along a line: letter by letter where it may bend, else in one piece where the line is about straight. Of the places
 * that it can have, it takes the one where the line turns least, and of equal ones the nearest to where it is wanted. That is
 * found from the line alone, and not from what a picture shows of it.
 */
final class LineLettering {
    /** Places are tried at such steps. */
    private static final double STEP_PIXELS = 4;

    private static final int MOST_STEPS = 200;
    /** A whole line's length from the wanted place counts as much as so many degrees of a turn. */
    private static final double DEGREES_PER_LENGTH = 15;
    /** A text in one piece may lie so many of its heights beside the line. */
    private static final double STRAIGHT_HEIGHTS = 0.25;

    private final LabelOptions options;
    private final GlyphVector glyphs;
    private final double[] advances;
    private final double width;
    private final double baseline;
    private final double height;
    private final double around;

    /**
     * A text in a font.
     *
     * @param offset pixels that it lies above the line
     * @param around pixels that it keeps free around itself
     */
    LineLettering(String text, Font font, LabelOptions options, double offset, double around) {
        this.options = options;
        this.around = around;
        glyphs = font.createGlyphVector(TextBlock.GLYPHS, text);
        advances = new double[glyphs.getNumGlyphs() + 1];
        for (int i = 0; i < advances.length; i++) {
            advances[i] = glyphs.getGlyphPosition(i).getX();
        }
        width = advances[advances.length - 1];
        height = font.getSize2D();
        LineMetrics metrics = font.getLineMetrics(text, TextBlock.GLYPHS);
        baseline = (metrics.getAscent() - metrics.getDescent()) / 2 - offset;
    }

    /** Pixels that the text is long. */
    double width() {
        return width;
    }

    /**
     * The best place near the middle of a stretch of the line.
     *
     * @param wanted pixels from the line's beginning where its middle is wanted
     * @param reach pixels that it may lie off from there
     */
    Optional<LabelPlace> place(MeasuredLine line, double wanted, double reach) {
        double first = Math.max(width / 2, wanted - reach);
        double last = Math.min(line.length() - width / 2, wanted + reach);
        if (last < first) {
            return Optional.empty();
        }
        double step = Math.max(STEP_PIXELS, (last - first) / MOST_STEPS);
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        // from the wanted place outward, so that rounding does not choose between equal ones
        for (int i = 0; i * step <= last - first; i++) {
            for (int side = -1; side <= 1; side += 2) {
                double middle = wanted + side * i * step;
                if (middle < first || middle > last || i == 0 && side > 0) {
                    continue;
                }
                double turn = options.followLine() ? turn(line, middle) : beside(line, middle);
                double cost = turn + DEGREES_PER_LENGTH * i * step / line.length();
                if (cost < least - 1e-6) {
                    least = cost;
                    best = middle;
                }
            }
        }
        return Double.isInfinite(least) ? Optional.empty() : Optional.of(lettered(line, best));
    }

    /** Most degrees from one letter to the next; infinite where that is too much. */
    private double turn(MeasuredLine line, double middle) {
        double most = 0;
        double before = Double.NaN;
        for (int i = 0; i + 1 < advances.length; i++) {
            double angle = Math.toDegrees(angle(line, middle - width / 2, i));
            if (!Double.isNaN(before)) {
                most = Math.max(most, Math.abs(Math.IEEEremainder(angle - before, 360)));
            }
            before = angle;
        }
        return most > options.maxAngleDelta() ? Double.POSITIVE_INFINITY : most;
    }

    /** How far the line lies beside the text in one piece, as degrees are counted; infinite where that is too much. */
    private double beside(MeasuredLine line, double middle) {
        Point2D start = line.at(middle - width / 2);
        Point2D end = line.at(middle + width / 2);
        double chord = start.distance(end);
        double most = 0;
        for (double along = 0; along < width; along += STEP_PIXELS) {
            Point2D point = line.at(middle - width / 2 + along);
            double aside = (end.getX() - start.getX()) * (point.getY() - start.getY())
                    - (end.getY() - start.getY()) * (point.getX() - start.getX());
            most = Math.max(most, chord == 0 ? Double.POSITIVE_INFINITY : Math.abs(aside) / chord);
        }
        return most > STRAIGHT_HEIGHTS * height ? Double.POSITIVE_INFINITY : most;
    }

    /** Direction of the line below a letter. */
    private double angle(MeasuredLine line, double start, int letter) {
        Point2D from = line.at(start + advances[letter]);
        Point2D to = line.at(start + advances[letter + 1]);
        return Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
    }

    private LabelPlace lettered(MeasuredLine line, double middle) {
        Point2D start = line.at(middle - width / 2);
        Point2D end = line.at(middle + width / 2);
        boolean backwards = options.forceLeftToRight() && end.getX() < start.getX();
        MeasuredLine read = backwards ? line.reversed() : line;
        double begin = (backwards ? line.length() - middle : middle) - width / 2;
        Point2D from = backwards ? end : start;
        Point2D to = backwards ? start : end;
        double straight = Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
        Point2D centre = read.at(begin + width / 2);
        Path2D outline = new Path2D.Double();
        List<Rectangle2D> letters = new ArrayList<>();
        for (int i = 0; i + 1 < advances.length; i++) {
            double half = (advances[i + 1] - advances[i]) / 2;
            AffineTransform place;
            if (options.followLine()) {
                Point2D point = read.at(begin + advances[i] + half);
                place = AffineTransform.getTranslateInstance(point.getX(), point.getY());
                place.rotate(angle(read, begin, i));
                place.translate(-half - advances[i], baseline);
            } else {
                place = AffineTransform.getTranslateInstance(
                        (centre.getX() + (from.getX() + to.getX()) / 2) / 2,
                        (centre.getY() + (from.getY() + to.getY()) / 2) / 2);
                place.rotate(straight);
                place.translate(-width / 2, baseline);
            }
            outline.append(place.createTransformedShape(glyphs.getGlyphOutline(i)), false);
            letters.add(
                    place.createTransformedShape(glyphs.getGlyphVisualBounds(i)).getBounds2D());
        }
        return LabelPlace.of(outline, letters, around);
    }
}
