package io.microscape.portrayal;

import io.microscape.atlas.FeatureView;
import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.study.InvalidInputException;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The legend of a layer: its title and unit, and a swatch and label for each class. Rules of the same title are one class:
 * its symbols are drawn over each other as on the map, in the form they have at the largest scale.
 */
final class LegendPainter {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final FontRenderContext GLYPHS = new FontRenderContext(null, true, true);
    private static final int MOST_PIXELS = 1 << 25;
    private static final int MARGIN = 8;
    private static final int SWATCH_WIDTH = 30;
    private static final int SWATCH_HEIGHT = 16;
    private static final int ROW_HEIGHT = 22;
    private static final int GAP = 8;
    /** What a row is higher than its text, and the title than a label. */
    private static final double LEADING = 10;

    private static final double TITLE_MORE = 2;

    private final String title;
    private final String unit;
    private final List<LegendClass> classes;
    private final LegendLook look;
    private final double scale;
    private final int rowHeight;
    private final int cellWidth;

    /** Rules that are one to the reader, from the undermost, and its label. */
    private record LegendClass(List<PreparedRule> rules, String label) {}

    /**
     * The painter of a legend.
     *
     * @param rules those of each feature type style, the undermost first
     * @param scale pixels of the picture for one of 0.28 mm
     */
    LegendPainter(PublishedLayer layer, List<List<LegendRule>> rules, LegendLook look, double scale) {
        this.look = look;
        this.scale = scale;
        this.title = !look.titled()
                ? ""
                : look.language() == null
                        ? layer.definition().title().both()
                        : layer.definition().title().in(look.language());
        this.unit = !look.titled()
                ? ""
                : layer.attributes().stream()
                        .filter(attribute ->
                                attribute.name().equals(layer.definition().requires()))
                        .map(PublishedLayer.Attribute::unit)
                        .findFirst()
                        .orElse("");
        this.classes = classes(rules, look);
        this.rowHeight = pixels(Math.max(ROW_HEIGHT, look.font().pixels() + LEADING));
        double labels = classes.stream()
                .mapToDouble(one -> textWidth(one.label(), look.font().style(), 0))
                .max()
                .orElse(0);
        this.cellWidth = pixels(SWATCH_WIDTH) + (labels > 0 ? pixels(GAP) + (int) Math.ceil(labels) : 0);
    }

    /**
     * Draws the legend, at least as large as asked.
     *
     * @throws InvalidInputException if it would be larger than a picture may be
     */
    BufferedImage draw() {
        int columns = look.grid().columnsOf(classes.size());
        int rows = (classes.size() + columns - 1) / columns;
        int margin = pixels(MARGIN);
        int header = margin + (title.isEmpty() ? 0 : rowHeight) + (unit.isEmpty() ? 0 : rowHeight - pixels(4));
        long width = Math.max(look.leastWidth(), width(columns));
        long height = Math.max(look.leastHeight(), header + (long) rows * rowHeight + margin);
        if (width * height > MOST_PIXELS) {
            throw InvalidInputException.of(
                    "legend", "would be " + width + " × " + height + " pixels", "ask for fewer or shorter classes");
        }
        BufferedImage image = new BufferedImage(
                (int) width,
                (int) height,
                look.background() == null ? BufferedImage.TYPE_INT_ARGB_PRE : BufferedImage.TYPE_INT_RGB);
        PixelCanvas canvas = new PixelCanvas(image);
        Graphics2D graphics = canvas.graphics();
        drawGround(graphics, image);
        if (!title.isEmpty()) {
            write(graphics, title, Font.BOLD, TITLE_MORE, margin, margin + rowHeight - pixels(LEADING - 2));
        }
        if (!unit.isEmpty()) {
            graphics.setColor(faint());
            drawText(graphics, unit, Font.PLAIN, 0, margin, margin + 2 * rowHeight - pixels(LEADING + 3));
        }
        MapFrame frame = new MapFrame("CRS:84", new Envelope(0, width, -height, 0), (int) width, (int) height);
        for (int i = 0; i < classes.size(); i++) {
            int column = look.grid().horizontal() ? i % columns : i / rows;
            int row = look.grid().horizontal() ? i / columns : i % rows;
            int x = margin + column * (cellWidth + 2 * pixels(GAP));
            int y = header + row * rowHeight;
            drawSwatch(canvas, frame, classes.get(i).rules(), x, y + (rowHeight - pixels(SWATCH_HEIGHT)) / 2);
            int baseline =
                    y + (int) Math.round((rowHeight + 8 * scale * look.font().pixels() / 12) / 2);
            write(graphics, classes.get(i).label(), look.font().style(), 0, x + pixels(SWATCH_WIDTH + GAP), baseline);
        }
        canvas.dispose();
        return image;
    }

    private void drawGround(Graphics2D graphics, BufferedImage image) {
        if (look.background() != null) {
            graphics.setColor(look.background());
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        }
        if (look.border() != null) {
            graphics.setColor(look.border());
            int right = image.getWidth() - 1;
            int bottom = image.getHeight() - 1;
            graphics.fillRect(0, 0, right, 1);
            graphics.fillRect(0, bottom, right, 1);
            graphics.fillRect(0, 0, 1, bottom);
            graphics.fillRect(right, 0, 1, bottom + 1);
        }
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING,
                look.font().smooth()
                        ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON
                        : RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
    }

    private int width(int columns) {
        double grid = columns * cellWidth + (columns - 1.0) * 2 * pixels(GAP);
        double widest =
                Math.max(Math.max(textWidth(title, Font.BOLD, TITLE_MORE), textWidth(unit, Font.PLAIN, 0)), grid);
        return (int) Math.ceil(widest) + 2 * pixels(MARGIN);
    }

    /** The topmost feature type style is what the layer is about: its classes come first. */
    private static List<LegendClass> classes(List<List<LegendRule>> typeStyles, LegendLook look) {
        List<List<LegendRule>> topmostFirst = new ArrayList<>(typeStyles);
        Collections.reverse(topmostFirst);
        Function<LegendRule, String> label = labelling(typeStyles);
        Map<String, List<LegendRule>> classes = new LinkedHashMap<>();
        for (List<LegendRule> rules : topmostFirst) {
            Map<String, LegendRule> largestScale = new LinkedHashMap<>();
            for (LegendRule rule : rules) {
                String text = label.apply(rule);
                if (text != null && !rule.prepared().painters().isEmpty()) {
                    largestScale.merge(
                            text,
                            rule,
                            (one, other) ->
                                    other.prepared().minScale() < one.prepared().minScale() ? other : one);
                }
            }
            largestScale.forEach((text, rule) ->
                    classes.computeIfAbsent(text, key -> new ArrayList<>()).add(0, rule));
        }
        return classes.entrySet().stream()
                .map(entry -> new LegendClass(
                        entry.getValue().stream().map(LegendRule::prepared).toList(),
                        label(entry.getKey(), entry.getValue(), look)))
                .toList();
    }

    /** What a rule is called: its title. Names are for programs, but better than nothing where no rule has a title. */
    private static Function<LegendRule, String> labelling(List<List<LegendRule>> typeStyles) {
        List<LegendRule> all = typeStyles.stream().flatMap(List::stream).toList();
        if (all.stream().anyMatch(rule -> rule.prepared().title() != null)) {
            return rule -> rule.prepared().title();
        }
        return all.stream().anyMatch(rule -> rule.rule().getName() != null)
                ? rule -> rule.rule().getName()
                : rule -> "";
    }

    private static String label(String label, List<LegendRule> rules, LegendLook look) {
        if (!look.labelled()) {
            return "";
        }
        String text = BilingualLabel.in(label, look.language());
        return look.counted()
                ? rules.stream()
                        .flatMap(rule -> rule.count().stream())
                        .max(Long::compare)
                        .map(count -> text + " (" + count + ")")
                        .orElse(text)
                : text;
    }

    private void drawSwatch(PixelCanvas canvas, MapFrame frame, List<PreparedRule> rules, int column, int row) {
        for (PreparedRule rule : rules) {
            ScreenShape shape = new ScreenShape(frame);
            shape.show(FeatureView.of(new SnapshotFeature("sample", sample(rule, column, row), List.of())), false);
            rule.painters().forEach(painter -> painter.paint(canvas, shape, frame, null));
        }
    }

    private Geometry sample(PreparedRule rule, int column, int row) {
        double left = column + 0.5;
        double right = column + pixels(SWATCH_WIDTH) - 0.5;
        double top = -row - 0.5;
        double bottom = -row - pixels(SWATCH_HEIGHT) + 0.5;
        double middle = (top + bottom) / 2;
        if (rule.painters().stream().anyMatch(PolygonPainter.class::isInstance)) {
            return GEOMETRIES.toGeometry(new Envelope(left, right, bottom, top));
        } else if (rule.painters().stream().anyMatch(LinePainter.class::isInstance)) {
            return GEOMETRIES.createLineString(
                    new Coordinate[] {new Coordinate(left, middle), new Coordinate(right, middle)});
        }
        return GEOMETRIES.createPoint(new Coordinate((left + right) / 2, middle));
    }

    private void write(Graphics2D graphics, String text, int style, double more, int column, int baseline) {
        graphics.setColor(look.font().color());
        drawText(graphics, text, style, more, column, baseline);
    }

    private void drawText(Graphics2D graphics, String text, int style, double more, int column, int baseline) {
        graphics.setFont(font(text, style, more));
        graphics.drawString(text, column, baseline);
    }

    /** Halfway from the colour of the labels to middle grey. */
    private Color faint() {
        Color ink = look.font().color();
        return new Color((ink.getRed() + 0xAA) / 2, (ink.getGreen() + 0xAA) / 2, (ink.getBlue() + 0xAA) / 2);
    }

    private double textWidth(String text, int style, double more) {
        return text.isEmpty()
                ? 0
                : font(text, style, more).getStringBounds(text, GLYPHS).getWidth();
    }

    private Font font(String text, int style, double more) {
        List<String> families =
                look.font().family() == null ? List.of() : List.of(look.font().family());
        return MapFonts.font(families, style, scale * (look.font().pixels() + more), text);
    }

    private int pixels(double ofStyle) {
        return (int) Math.round(ofStyle * scale);
    }
}
