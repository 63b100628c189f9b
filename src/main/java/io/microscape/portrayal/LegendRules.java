package io.microscape.portrayal;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.FeatureView;
import io.microscape.study.InvalidInputException;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;

/** Chooses the rules that a legend explains, and counts the features that each draws in the map beside it. */
final class LegendRules {
    private final Atlas atlas;
    private final StyleCache styles;

    LegendRules(Atlas atlas, StyleCache styles) {
        this.atlas = atlas;
        this.styles = styles;
    }

    /**
     * The rules of each feature type style, the undermost first.
     *
     * @throws InvalidInputException if there is no style or rule of that name, or counting takes longer than the deadline
     */
    List<List<LegendRule>> of(LegendSubject subject, DrawingDeadline deadline) {
        Double scale = subject.scaleDenominator();
        PreparedStyle prepared = styles.prepared(
                subject.styled(), subject.symbolScale(), scale == null ? StyleCache.LEGEND_SCALE : scale);
        List<List<LegendRule>> all = paired(styles.parsed(subject.styled()), prepared);
        checkRule(subject, all);
        if (scale != null) {
            all = chosen(all, rule -> rule.prepared().appliesAt(scale));
        }
        if (subject.view() != null) {
            all = counted(subject, all, deadline);
        }
        if (subject.hideEmpty() && subject.view() != null) {
            all = chosen(all, rule -> rule.count().orElse(0L) > 0);
        }
        return subject.rule() == null ? all : chosen(all, rule -> rule.isCalled(subject.rule()));
    }

    private static List<List<LegendRule>> paired(ParsedStyle parsed, PreparedStyle prepared) {
        List<List<LegendRule>> all = new ArrayList<>();
        for (List<PreparedRule> rules : prepared.typeStyles()) {
            FeatureTypeStyle typeStyle = parsed.style().featureTypeStyles().get(all.size());
            List<LegendRule> pairs = new ArrayList<>();
            for (Rule rule : typeStyle.rules()) {
                pairs.add(new LegendRule(rule, rules.get(pairs.size()), null));
            }
            all.add(pairs);
        }
        return all;
    }

    private static void checkRule(LegendSubject subject, List<List<LegendRule>> all) {
        String wanted = subject.rule();
        if (wanted != null && all.stream().flatMap(List::stream).noneMatch(rule -> rule.isCalled(wanted))) {
            throw InvalidInputException.of(
                    "RULE",
                    "style " + subject.styled().style() + " has no rule " + wanted,
                    "it has "
                            + all.stream()
                                    .flatMap(List::stream)
                                    .map(LegendRule::label)
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static List<List<LegendRule>> chosen(List<List<LegendRule>> all, Predicate<LegendRule> which) {
        return all.stream().map(rules -> rules.stream().filter(which).toList()).toList();
    }

    private List<List<LegendRule>> counted(
            LegendSubject subject, List<List<LegendRule>> all, DrawingDeadline deadline) {
        MapImage view = subject.view();
        MapFrame frame = new MapFrame(view);
        List<long[]> counts = all.stream().map(rules -> new long[rules.size()]).toList();
        List<List<PreparedRule>> drawing = drawing(subject, frame, all);
        boolean shown = subject.styled().layer().definition().traits().scales().contains(frame.scaleDenominator());
        if (shown) {
            Rectangle2D picture = new Rectangle2D.Double(0, 0, view.width(), view.height());
            ScreenShape shape = new ScreenShape(frame);
            int[] scanned = {0};
            atlas.scan(subject.styled().layer(), frame.lonLatBox(0, 0, view.width(), view.height(), 1), feature -> {
                deadline.checkNowAndThen(scanned[0]++);
                FeatureFilter filter = subject.styled().filter();
                if ((filter == null || filter.takes(feature)) && shape.show(feature, false) && isSeen(shape, picture)) {
                    count(feature, drawing, counts);
                }
            });
        }
        List<List<LegendRule>> counted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<LegendRule> rules = new ArrayList<>();
            for (LegendRule rule : all.get(i)) {
                rules.add(rule.counted(counts.get(i)[rules.size()]));
            }
            counted.add(rules);
        }
        return counted;
    }

    /** The rules as the map draws them, in the places of those that are counted; without a scale, as if all applied. */
    private List<List<PreparedRule>> drawing(LegendSubject subject, MapFrame frame, List<List<LegendRule>> all) {
        Double scale = subject.scaleDenominator();
        if (scale == null) {
            return all.stream()
                    .map(rules -> rules.stream()
                            .map(rule -> rule.prepared().at(frame.scaleDenominator()))
                            .toList())
                    .toList();
        }
        List<List<PreparedRule>> atScale = new ArrayList<>(
                styles.prepared(subject.styled(), subject.symbolScale(), scale).atScale(scale));
        return all.stream()
                .map(rules -> rules.isEmpty() ? List.<PreparedRule>of() : atScale.remove(0))
                .toList();
    }

    private static void count(FeatureView feature, List<List<PreparedRule>> drawing, List<long[]> counts) {
        for (int i = 0; i < drawing.size(); i++) {
            List<PreparedRule> rules = drawing.get(i);
            for (PreparedRule rule : PreparedStyle.matching(rules, feature)) {
                counts.get(i)[rules.indexOf(rule)]++;
            }
        }
    }

    private static boolean isSeen(ScreenShape shape, Rectangle2D picture) {
        if (shape.isArea()) {
            return shape.path().intersects(picture);
        }
        if (!shape.hasLines()) {
            return shape.symbolPoints().stream().anyMatch(picture::contains);
        }
        return crosses(shape.path(), picture);
    }

    private static boolean crosses(Path2D lines, Rectangle2D picture) {
        double[] xy = new double[6];
        double lastX = 0;
        double lastY = 0;
        for (PathIterator segments = lines.getPathIterator(null); !segments.isDone(); segments.next()) {
            boolean draws = segments.currentSegment(xy) != PathIterator.SEG_MOVETO;
            if (draws && picture.intersectsLine(lastX, lastY, xy[0], xy[1])) {
                return true;
            }
            lastX = xy[0];
            lastY = xy[1];
        }
        return false;
    }
}
