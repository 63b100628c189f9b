package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import io.microscape.study.InvalidInputException;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The labels of one picture: they are gathered while the features are drawn, as many as can find room, and written last, over
 * all layers, none over another and none twice nearby. In a round every label asks for a place, first for the one it wants, then for the next; it
 * has it unless a label of an earlier round stands there, or one that ranks higher asks for the same room. Higher priority
 * ranks first; between equals a lot decides that hangs on the feature alone. So the choice depends on what lies around and
 * not on where a picture begins, and labels are the same on neighbouring tiles, given all labels within {@link #margin} of
 * the picture. Not thread-safe.
 */
final class LabelPainter {
    /** Labels that may lie over each other are all kept, so there must be an end to them. */
    private static final int MOST_OVERLAPPING = 10_000;

    private final LabelCells<Label> rivals = new LabelCells<>(Label.RANK);
    private final List<Label> overlapping = new ArrayList<>();
    private int gathered;

    /** A label that wants one of its places. */
    private record Label(
            String text,
            List<LabelPlace> places,
            LabelOptions options,
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

        Label at(List<LabelPlace> where) {
            return new Label(text, where, options, color, haloColor, haloRadius, priority, lot, order);
        }
    }

    /** A label at the place that it asks for. */
    private record Request(Label label, LabelPlace place) {
        Envelope neighbourhood() {
            return place.neighbourhood(label.options().minGroupDistance() / 2);
        }

        boolean conflictsWith(Request other) {
            return place.overlaps(other.place)
                    || label.text().equals(other.label.text())
                            && place.distance(other.place) < label.options().minGroupDistance();
        }
    }

    /**
     * How far outside a picture labels can lie that reach into it, or decide which ones do, in pixels.
     *
     * @param symbolScale pixels of the picture for one of 0.28 mm
     */
    static double margin(List<List<PreparedRule>> typeStyles, double symbolScale) {
        double reach = LabelPlacing.REACH_PIXELS * symbolScale;
        double furthest = 0;
        for (List<PreparedRule> rules : typeStyles) {
            for (PreparedRule rule : rules) {
                for (LabelStyle label : rule.labels()) {
                    LabelOptions options = label.options();
                    double neighbour = Math.max(2 * reach, options.minGroupDistance()) + options.maxDisplacement();
                    int rounds = options.maxDisplacement() > 0 ? 3 : 1;
                    furthest = Math.max(furthest, reach + options.maxDisplacement() + (2 * rounds - 1) * neighbour);
                }
            }
        }
        return furthest + LabelCells.side(symbolScale);
    }

    /**
     * Gathers the labels of a feature, if the style gives it any.
     *
     * @throws InvalidInputException if there are too many that may lie over each other
     */
    void add(LabelStyle style, ScreenShape shape, FeatureValues feature) {
        String text = style.text(feature);
        if (text == null) {
            return;
        }
        ScreenShape labelled =
                style.geometry() == null ? shape : GeometryPainter.computed(shape.frame(), style.geometry(), feature);
        if (labelled == null) {
            return;
        }
        Label unplaced = new Label(
                text,
                List.of(),
                style.options(),
                style.color(feature),
                style.haloColor(feature),
                style.haloRadius(feature),
                style.priority(feature),
                lot(feature, text),
                gathered++);
        LabelPlacing placing = new LabelPlacing(style, labelled, feature, text);
        if (style.options().conflictResolution()) {
            Point2D middle = new Point2D.Double(labelled.centreColumn(), labelled.centreRow());
            rivals.add(middle, shape.frame(), unplaced, () -> placed(unplaced, placing.places()));
        } else {
            overlapping.addAll(placed(unplaced, placing.places()));
            if (overlapping.size() > MOST_OVERLAPPING) {
                throw InvalidInputException.of(
                        "map",
                        "has more than " + MOST_OVERLAPPING + " labels that may lie over each other",
                        "ask for a smaller area, or leave out conflictResolution in the style");
            }
        }
    }

    private static List<Label> placed(Label unplaced, List<List<LabelPlace>> places) {
        return places.stream().map(unplaced::at).toList();
    }

    /** Writes all labels that find room. */
    void draw(PixelCanvas canvas, int width, int height) {
        Rectangle2D picture = new Rectangle2D.Double(0, 0, width, height);
        List<Request> written = new ArrayList<>(requests(overlapping, 0));
        Quadtree taken = new Quadtree();
        List<Label> waiting = new ArrayList<>(rivals.kept());
        for (int round = 0; !waiting.isEmpty(); round++) {
            List<Request> accepted = accepted(requests(waiting, round), taken);
            Set<Label> done = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Request request : accepted) {
                done.add(request.label());
                taken.insert(request.neighbourhood(), request);
            }
            written.addAll(accepted);
            int next = round + 1;
            waiting.removeIf(label -> label.places().size() <= next || done.contains(label));
        }
        written.stream()
                .filter(request -> request.place().bounds().intersects(picture))
                .sorted(Comparator.comparing(Request::label, Label.RANK.reversed()))
                .forEach(request -> draw(canvas.graphics(), request));
    }

    private static List<Request> requests(List<Label> labels, int round) {
        return labels.stream()
                .map(label -> new Request(label, label.places().get(round)))
                .toList();
    }

    private static List<Request> accepted(List<Request> requests, Quadtree taken) {
        STRtree asked = new STRtree();
        List<Request> free = new ArrayList<>();
        for (Request request : requests) {
            if (conflicts(taken.query(request.neighbourhood()), request, false)) {
                continue;
            }
            asked.insert(request.neighbourhood(), request);
            free.add(request);
        }
        return free.stream()
                .filter(request -> !conflicts(asked.query(request.neighbourhood()), request, true))
                .toList();
    }

    /** Whether one of the others is in the way of a request; if so told, only of those that rank higher. */
    private static boolean conflicts(List<?> others, Request request, boolean higherOnly) {
        for (Object near : others) {
            Request other = (Request) near;
            boolean counts = !higherOnly || Label.RANK.compare(other.label(), request.label()) < 0;
            if (counts && request.conflictsWith(other)) {
                return true;
            }
        }
        return false;
    }

    /** SplitMix64's finaliser over identifier and text: even and without order, so that no chain of labels forms. */
    private static long lot(FeatureValues feature, String text) {
        long mixed = 31L * feature.id().hashCode() + text.hashCode();
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    private static void draw(Graphics2D graphics, Request request) {
        Label label = request.label();
        Shape outline = request.place().outline();
        if (label.haloColor() != null && label.haloRadius() > 0) {
            graphics.setColor(label.haloColor());
            graphics.setStroke(
                    new BasicStroke((float) (2 * label.haloRadius()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(outline);
        }
        graphics.setColor(label.color());
        graphics.fill(outline);
    }
}
