package io.microscape.portrayal;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.FeatureValues;
import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.study.LocalizedText;
import io.microscape.study.ScaleRange;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Draws published layers: each by a {@link LayerDrawing}, the labels of all of them last. Thread-safe.
 */
public final class MapDrawing implements Portrayal {
    private final Atlas atlas;
    private final Duration longest;
    private final StyleCache styles;

    /** A portrayal of that atlas' layers that takes the time it needs. */
    public MapDrawing(Atlas atlas) {
        this(atlas, null);
    }

    /**
     * A portrayal of that atlas' layers.
     *
     * @param longest time after which the scan of a map's layers is given up; null for no limit
     */
    public MapDrawing(Atlas atlas, Duration longest) {
        this.atlas = atlas;
        this.longest = longest;
        this.styles = new StyleCache(atlas);
    }

    /**
     * {@inheritDoc}
     *
     * @throws io.microscape.study.InvalidInputException if a style or the CRS does not exist, or the drawing takes too long
     */
    @Override
    public BufferedImage draw(MapImage map) {
        DrawingDeadline deadline = DrawingDeadline.startingNow(longest);
        MapFrame frame = new MapFrame(map);
        BufferedImage image = new BufferedImage(
                map.width(),
                map.height(),
                map.transparent() ? BufferedImage.TYPE_INT_ARGB_PRE : BufferedImage.TYPE_INT_RGB);
        PixelCanvas canvas = new PixelCanvas(image);
        if (!map.transparent()) {
            canvas.clear(map.background());
        }
        LabelPainter labels = new LabelPainter();
        for (MapImage.StyledLayer styled : map.layers()) {
            draw(canvas, styled, frame, map, labels, deadline);
        }
        labels.draw(canvas, map.width(), map.height());
        canvas.dispose();
        return image;
    }

    /** The layers are drawn one by one, each with a sheet for every feature type style but the undermost. */
    @Override
    public long bytesToDraw(MapImage map) {
        MapFrame frame = new MapFrame(map);
        int sheets = map.layers().stream()
                .mapToInt(styled -> styles.prepared(styled, map.symbolScale(), frame.scaleDenominator())
                        .atScale(frame.scaleDenominator())
                        .size())
                .max()
                .orElse(1);
        return (long) Integer.BYTES * map.width() * map.height() * Math.max(1, sheets);
    }

    @Override
    public List<SnapshotFeature> featuresAt(
            MapImage map, PublishedLayer layer, double column, double row, double tolerance, int limit) {
        MapFrame frame = new MapFrame(map);
        if (!layer.definition().traits().scales().contains(frame.scaleDenominator())) {
            return List.of();
        }
        MapImage.StyledLayer shown = map.layers().stream()
                .filter(styled -> styled.layer().qualifiedName().equals(layer.qualifiedName()))
                .findFirst()
                .orElseGet(() -> new MapImage.StyledLayer(
                        layer, layer.definition().styles().get(0)));
        List<List<PreparedRule>> typeStyles = styles.prepared(shown, map.symbolScale(), frame.scaleDenominator())
                .atScale(frame.scaleDenominator());
        double reach = PreparedStyle.reach(typeStyles) + tolerance;
        Envelope box = frame.lonLatBox(column, row, 0, 0, reach);
        List<Deque<SnapshotFeature>> hits = new ArrayList<>();
        typeStyles.forEach(rules -> hits.add(new ArrayDeque<>()));
        DrawingDeadline deadline = DrawingDeadline.startingNow(longest);
        int[] scanned = {0};
        ScreenShape shape = new ScreenShape(frame);
        atlas.scan(layer, box, feature -> {
            deadline.checkNowAndThen(scanned[0]++);
            boolean taken = shown.filter() == null || shown.filter().takes(feature);
            if (taken && shape.show(feature, false)) {
                topmost(typeStyles, shape, feature, column, row, tolerance)
                        .ifPresent(sheet -> keepLast(hits.get(sheet), feature.feature(), limit));
            }
        });
        List<SnapshotFeature> found = new ArrayList<>();
        for (int sheet = hits.size() - 1; sheet >= 0; sheet--) {
            hits.get(sheet).descendingIterator().forEachRemaining(found::add);
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    /** What is drawn later lies on top, and only the topmost are asked for. */
    private static void keepLast(Deque<SnapshotFeature> hits, SnapshotFeature feature, int limit) {
        hits.addLast(feature);
        if (hits.size() > limit) {
            hits.removeFirst();
        }
    }

    @Override
    public BufferedImage legend(LegendSubject subject, LegendLook look) {
        List<List<LegendRule>> rules = new LegendRules(atlas, styles).of(subject, DrawingDeadline.startingNow(longest));
        return new LegendPainter(subject.styled().layer(), rules, look, subject.symbolScale()).draw();
    }

    @Override
    public List<LegendRule> legendRules(LegendSubject subject) {
        return new LegendRules(atlas, styles)
                .of(subject, DrawingDeadline.startingNow(longest)).stream()
                        .flatMap(List::stream)
                        .toList();
    }

    @Override
    public ScaleRange styleScales(PublishedLayer layer, String style) {
        return styles.parsed(new MapImage.StyledLayer(layer, style)).scales();
    }

    @Override
    public LocalizedText styleTitle(MapImage.StyledLayer styled) {
        return styles.prepared(styled, 1, StyleCache.LEGEND_SCALE)
                .title()
                .map(BilingualLabel::parse)
                .orElse(styled.layer().definition().title());
    }

    /** Smooth lines and texts, drawn at their exact places. */
    static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private void draw(
            PixelCanvas canvas,
            MapImage.StyledLayer styled,
            MapFrame frame,
            MapImage map,
            LabelPainter labels,
            DrawingDeadline deadline) {
        if (!styled.layer().definition().traits().scales().contains(frame.scaleDenominator())) {
            return;
        }
        PreparedStyle style = styles.prepared(styled, map.symbolScale(), frame.scaleDenominator());
        if (style.background() != null) {
            Rectangle2D picture = new Rectangle2D.Double(0, 0, frame.width(), frame.height());
            style.background().fill(canvas.graphics(), picture, frame.originColumn(), frame.originRow(), null);
        }
        List<List<PreparedRule>> typeStyles = style.atScale(frame.scaleDenominator());
        if (!typeStyles.isEmpty()) {
            new LayerDrawing(atlas, styled, typeStyles, frame, deadline, map.buffer()).draw(canvas, labels);
        }
    }

    private static Optional<Integer> topmost(
            List<List<PreparedRule>> typeStyles,
            ScreenShape shape,
            FeatureValues feature,
            double column,
            double row,
            double tolerance) {
        for (int sheet = typeStyles.size() - 1; sheet >= 0; sheet--) {
            for (PreparedRule rule : PreparedStyle.matching(typeStyles.get(sheet), feature)) {
                if (rule.covers(shape, feature, column, row, tolerance)) {
                    return Optional.of(sheet);
                }
            }
        }
        return Optional.empty();
    }
}
