package io.microscape.portrayal;

import io.microscape.atlas.FeatureView;
import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotFeature;
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
    private static final int SIDE = 4000;
    /** Legends are drawn where longitude is the column and minus latitude the row. */
    private static final MapFrame FRAME = new MapFrame("CRS:84", new Envelope(0, SIDE, -SIDE, 0), SIDE, SIDE);

    private static final FontRenderContext GLYPHS = new FontRenderContext(null, true, true);
    private static final Color INK = new Color(0x222222);
    private static final Color FAINT_INK = new Color(0x666666);
    private static final int MARGIN = 8;
    private static final int SWATCH_WIDTH = 30;
    private static final int SWATCH_HEIGHT = 16;
    private static final int ROW_HEIGHT = 22;
    private static final int GAP = 8;
    private static final float TITLE_PIXELS = 14;
    private static final float TEXT_PIXELS = 12;

    private final String title;
    private final String unit;
    private final Map<String, List<PreparedRule>> classes;
    private final String language;

    /** @param language "en", "zh", or null for both */
    LegendPainter(PublishedLayer layer, PreparedStyle style, String language) {
        this.language = language;
        this.title = language == null
                ? layer.definition().title().both()
                : layer.definition().title().in(language);
        this.unit = layer.attributes().stream()
                .filter(attribute -> attribute.name().equals(layer.definition().requires()))
                .map(PublishedLayer.Attribute::unit)
                .findFirst()
                .orElse("");
        this.classes = classes(style);
    }

    /** Draws the legend on white, at least as large as asked. */
    BufferedImage draw(int leastWidth, int leastHeight) {
        int header = MARGIN + ROW_HEIGHT + (unit.isEmpty() ? 0 : ROW_HEIGHT - 4);
        int height = header + classes.size() * ROW_HEIGHT + MARGIN;
        BufferedImage image = new BufferedImage(
                Math.max(width(), leastWidth), Math.max(height, leastHeight), BufferedImage.TYPE_INT_RGB);
        PixelCanvas canvas = new PixelCanvas(image);
        Graphics2D graphics = canvas.graphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        write(graphics, title, Font.BOLD, TITLE_PIXELS, INK, MARGIN, MARGIN + 14);
        if (!unit.isEmpty()) {
            write(graphics, unit, Font.PLAIN, TEXT_PIXELS, FAINT_INK, MARGIN, MARGIN + 14 + ROW_HEIGHT - 5);
        }
        int row = header;
        for (Map.Entry<String, List<PreparedRule>> entry : classes.entrySet()) {
            drawSwatch(canvas, entry.getValue(), row + (ROW_HEIGHT - SWATCH_HEIGHT) / 2);
            write(
                    graphics,
                    BilingualLabel.in(entry.getKey(), language),
                    Font.PLAIN,
                    TEXT_PIXELS,
                    INK,
                    MARGIN + SWATCH_WIDTH + GAP,
                    row + ROW_HEIGHT / 2 + 4);
            row += ROW_HEIGHT;
        }
        canvas.dispose();
        return image;
    }

    private int width() {
        double labels = classes.keySet().stream()
                .mapToDouble(label -> textWidth(BilingualLabel.in(label, language), Font.PLAIN, TEXT_PIXELS))
                .max()
                .orElse(0);
        double widest = Math.max(
                textWidth(title, Font.BOLD, TITLE_PIXELS),
                Math.max(textWidth(unit, Font.PLAIN, TEXT_PIXELS), SWATCH_WIDTH + GAP + labels));
        return (int) Math.ceil(widest) + 2 * MARGIN;
    }

    /** The topmost feature type style is what the layer is about: its classes come first. */
    private static Map<String, List<PreparedRule>> classes(PreparedStyle style) {
        List<List<PreparedRule>> topmostFirst = new ArrayList<>(style.typeStyles());
        Collections.reverse(topmostFirst);
        Map<String, List<PreparedRule>> classes = new LinkedHashMap<>();
        for (List<PreparedRule> rules : topmostFirst) {
            Map<String, PreparedRule> largestScale = new LinkedHashMap<>();
            for (PreparedRule rule : rules) {
                if (rule.title() != null && !rule.painters().isEmpty()) {
                    largestScale.merge(
                            rule.title(), rule, (one, other) -> other.minScale() < one.minScale() ? other : one);
                }
            }
            largestScale.forEach((title, rule) ->
                    classes.computeIfAbsent(title, key -> new ArrayList<>()).add(0, rule));
        }
        return classes;
    }

    private static void drawSwatch(PixelCanvas canvas, List<PreparedRule> rules, int row) {
        for (PreparedRule rule : rules) {
            ScreenShape shape = new ScreenShape(FRAME);
            shape.show(FeatureView.of(new SnapshotFeature("sample", sample(rule, row), List.of())), false);
            rule.painters().forEach(painter -> painter.paint(canvas, shape, FRAME, null));
        }
    }

    private static Geometry sample(PreparedRule rule, int row) {
        double left = MARGIN + 0.5;
        double right = MARGIN + SWATCH_WIDTH - 0.5;
        double top = -row - 0.5;
        double bottom = -row - SWATCH_HEIGHT + 0.5;
        double middle = (top + bottom) / 2;
        if (rule.painters().stream().anyMatch(PolygonPainter.class::isInstance)) {
            return GEOMETRIES.toGeometry(new Envelope(left, right, bottom, top));
        } else if (rule.painters().stream().anyMatch(LinePainter.class::isInstance)) {
            return GEOMETRIES.createLineString(
                    new Coordinate[] {new Coordinate(left, middle), new Coordinate(right, middle)});
        }
        return GEOMETRIES.createPoint(new Coordinate((left + right) / 2, middle));
    }

    private static void write(
            Graphics2D graphics, String text, int style, float pixels, Color color, int column, int baseline) {
        graphics.setColor(color);
        graphics.setFont(font(text, style, pixels));
        graphics.drawString(text, column, baseline);
    }

    private static double textWidth(String text, int style, float pixels) {
        return font(text, style, pixels).getStringBounds(text, GLYPHS).getWidth();
    }

    private static Font font(String text, int style, float pixels) {
        return MapFonts.font(List.of(), style, pixels, text);
    }
}
