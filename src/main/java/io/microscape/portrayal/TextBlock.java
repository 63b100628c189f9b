package io.microscape.portrayal;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The letters of a label, in one line or several. Lines are broken between words, Chinese between any two characters that
 * may be parted, and made about equally long.
 *
 * @param outline the letters; the first line's baseline is at row 0
 * @param lines bounds of each line's letters
 */
record TextBlock(Path2D outline, List<Rectangle2D> lines) {
    static final FontRenderContext GLYPHS = new FontRenderContext(null, true, true);
    private static final double LINE_HEIGHTS = 1.2;
    private static final double WIDENING = 1.04;

    /**
     * Sets a text.
     *
     * @param most pixels that a line may be wide, where the text can be broken
     * @param align share of the free room of a line that lies before it: 0 left, 0.5 centred, 1 right
     */
    static TextBlock of(String text, Font font, double most, double align) {
        Path2D outline = new Path2D.Double();
        List<Rectangle2D> bounds = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.addAll(broken(line, font, most)));
        double row = 0;
        double widest =
                lines.stream().mapToDouble(line -> width(line, font)).max().orElse(0);
        for (String line : lines) {
            GlyphVector glyphs = font.createGlyphVector(GLYPHS, line);
            AffineTransform place = AffineTransform.getTranslateInstance(align * (widest - width(line, font)), row);
            outline.append(place.createTransformedShape(glyphs.getOutline()), false);
            bounds.add(place.createTransformedShape(glyphs.getVisualBounds()).getBounds2D());
            row += LINE_HEIGHTS * font.getSize2D();
        }
        return new TextBlock(outline, bounds);
    }

    /** Bounds of all letters. */
    Rectangle2D ink() {
        return lines.stream().reduce(Rectangle2D::createUnion).orElseGet(Rectangle2D.Double::new);
    }

    /** Pixels from the beginning of a line to its end. */
    static double width(String line, Font font) {
        return font.createGlyphVector(GLYPHS, line).getLogicalBounds().getWidth();
    }

    private static List<String> broken(String line, Font font, double most) {
        double width = width(line, font);
        if (width <= most) {
            return List.of(line);
        }
        List<String> filled = filled(line, font, most);
        // the same number of lines, none much shorter than the others
        for (double even = width / filled.size(); even < most; even *= WIDENING) {
            List<String> lines = filled(line, font, even);
            if (lines.size() <= filled.size()) {
                return lines;
            }
        }
        return filled;
    }

    /** Lines each as full as can be. */
    private static List<String> filled(String text, Font font, double most) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);
        breaks.setText(text);
        List<String> lines = new ArrayList<>();
        int start = 0;
        int end = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (end > start && width(text.substring(start, next).strip(), font) > most) {
                lines.add(text.substring(start, end).strip());
                start = end;
            }
            end = next;
        }
        lines.add(text.substring(start).strip());
        return lines;
    }
}
