package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the labels of a feature can stand. The places hang on the feature and the scale alone, not on where a picture
 * begins, and reach no further than {@link #REACH_PIXELS} from the place that the style gives.
 */
final class LabelPlacing {
    /** Standard pixels from a label's place to the end of its text. Longer texts are broken into lines. */
    static final double REACH_PIXELS = 120;

    /** A label that is repeated along a line may lie off its place by so much of the distance between two. */
    private static final double REPEAT_SLACK = 0.25;

    private static final double MIDDLE = 0.5;
    private static final int SAMPLES_ACROSS = 12;
    private static final int SAMPLES_DOWN = 4;

    private final LabelStyle style;
    private final ScreenShape shape;
    private final FeatureValues feature;
    private final String text;
    private final Font font;
    private final double reach;

    LabelPlacing(LabelStyle style, ScreenShape shape, FeatureValues feature, String text) {
        this.style = style;
        this.shape = shape;
        this.feature = feature;
        this.text = text;
        this.font = style.font(feature, text);
        this.reach = REACH_PIXELS * shape.frame().symbolScale();
    }

    /** For each label the places that it can have, the wanted one first. */
    List<List<LabelPlace>> places() {
        if (style.isAlongLine() && !shape.isArea() && shape.hasLines()) {
            return alongLines();
        }
        List<List<LabelPlace>> places = new ArrayList<>();
        for (Point2D point : shape.symbolPoints()) {
            List<LabelPlace> candidates = new ArrayList<>();
            double most = style.options().maxDisplacement();
            for (double down : most > 0 ? new double[] {0, -most, most} : new double[] {0}) {
                LabelPlace place = atPoint(new Point2D.Double(point.getX(), point.getY() + down));
                if (fits(place)) {
                    candidates.add(place);
                }
            }
            if (!candidates.isEmpty()) {
                places.add(candidates);
            }
        }
        return places;
    }

    private LabelPlace atPoint(Point2D point) {
        double anchorX = style.anchorX(feature);
        // anchored at its end, a line is as wide as half of one that is centred
        double widest = reach / Math.max(MIDDLE, Math.max(anchorX, 1 - anchorX));
        double wrap = style.options().autoWrap();
        TextBlock block = TextBlock.of(text, font, wrap > 0 ? Math.min(wrap, widest) : widest, align(anchorX));
        Rectangle2D ink = block.ink();
        AffineTransform place = AffineTransform.getTranslateInstance(
                point.getX() + style.shiftX(feature), point.getY() - style.shiftY(feature));
        place.rotate(Math.toRadians(style.rotation(feature)));
        place.translate(
                -ink.getX() - anchorX * ink.getWidth(), -ink.getY() - (1 - style.anchorY(feature)) * ink.getHeight());
        List<Rectangle2D> lines = block.lines().stream()
                .map(line -> place.createTransformedShape(line).getBounds2D())
                .toList();
        return LabelPlace.of(place.createTransformedShape(block.outline()), lines, around());
    }

    private static double align(double anchorX) {
        return anchorX <= 0 ? 0 : anchorX >= 1 ? 1 : MIDDLE;
    }

    private double around() {
        return style.haloRadius(feature) + style.options().spaceAround();
    }

    /** Whether enough of the label lies in its polygon. */
    private boolean fits(LabelPlace place) {
        double least = style.options().goodnessOfFit();
        if (least <= 0 || !shape.isArea()) {
            return true;
        }
        Shape polygon = shape.path();
        Rectangle2D box = place.outline().getBounds2D();
        int within = 0;
        for (int row = 0; row < SAMPLES_DOWN; row++) {
            for (int column = 0; column < SAMPLES_ACROSS; column++) {
                within += polygon.contains(
                                box.getX() + (column + MIDDLE) / SAMPLES_ACROSS * box.getWidth(),
                                box.getY() + (row + MIDDLE) / SAMPLES_DOWN * box.getHeight())
                        ? 1
                        : 0;
            }
        }
        return within >= least * SAMPLES_ACROSS * SAMPLES_DOWN;
    }

    private List<List<LabelPlace>> alongLines() {
        LineLettering lettering = new LineLettering(
                text.replaceAll("\\s+", " "), font, style.options(), style.lineOffset(feature), around());
        List<List<LabelPlace>> places = new ArrayList<>();
        if (lettering.width() > 2 * reach) {
            return places;
        }
        for (int part = 0; part < shape.parts(); part++) {
            double[] xy = Arrays.copyOfRange(shape.ordinates(), 2 * shape.start(part), 2 * shape.end(part));
            if (xy.length < 4) {
                continue;
            }
            MeasuredLine line = new MeasuredLine(xy);
            double step = step(lettering.width());
            if (step <= 0) {
                lettering
                        .place(line, line.length() / 2, line.length() / 2)
                        .ifPresent(place -> places.add(List.of(place)));
            } else {
                repeat(lettering, line, step).forEach(place -> places.add(List.of(place)));
            }
        }
        return places;
    }

    /** Pixels from one label along a line to the next; 0 for one label a line. */
    private double step(double width) {
        if (style.options().repeat() > 0) {
            return Math.max(width, style.options().repeat());
        }
        return style.isRepeated() ? width + Math.max(style.gap(feature), width) : 0;
    }

    private List<LabelPlace> repeat(LineLettering lettering, MeasuredLine line, double step) {
        List<LabelPlace> places = new ArrayList<>();
        double count = Math.max(1, Math.floor(line.length() / step));
        double first = style.initialGap(feature) > 0
                ? style.initialGap(feature) + lettering.width() / 2
                : (line.length() - (count - 1) * step) / 2;
        Rectangle2D near = near(step);
        for (int vertex = 1; vertex < line.vertices(); vertex++) {
            VisibleStretch seen = line.within(near, vertex);
            double before = line.lengthTo(vertex - 1);
            double length = line.lengthTo(vertex) - before;
            if (seen == null || length == 0) {
                continue;
            }
            double from = before + seen.from() * length;
            double to = Math.min(before + seen.to() * length, line.length());
            long skipped = (long) Math.max(0, Math.ceil((from - first) / step));
            for (double wanted = first + skipped * step; wanted < to; wanted += step) {
                lettering.place(line, wanted, REPEAT_SLACK * step).ifPresent(places::add);
            }
        }
        return places;
    }

    /** Where a label can be seen, or keep one from being seen. */
    private Rectangle2D near(double step) {
        double margin = 8 * reach + step;
        MapFrame frame = shape.frame();
        return new Rectangle2D.Double(-margin, -margin, frame.width() + 2 * margin, frame.height() + 2 * margin);
    }
}
