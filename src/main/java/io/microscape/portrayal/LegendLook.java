package io.microscape.portrayal;

import java.awt.Color;
import java.awt.Font;

/**
 * How a legend looks. Lengths are in pixels of 0.28 mm.
 *
 * @param language "en", "zh" or null for both
 * @param leastWidth least width of the picture in its own pixels, 0 for what it needs
 * @param leastHeight least height
 * @param background colour behind it; null for none
 * @param font family, style, size and colour of its texts
 * @param titled whether the layer's title and unit stand above
 * @param labelled whether the classes have labels
 * @param counted whether labels tell how many features of the view are in a class
 * @param grid how classes are arranged
 * @param border colour of a line around it; null for none
 */
public record LegendLook(
        String language,
        int leastWidth,
        int leastHeight,
        Color background,
        Lettering font,
        boolean titled,
        boolean labelled,
        boolean counted,
        Grid grid,
        Color border) {

    /**
     * The texts of a legend.
     *
     * @param family font family; null for the one that everything can be written in
     * @param style as in {@link java.awt.Font}
     * @param pixels height of the labels
     * @param smooth whether edges are antialiased
     */
    public record Lettering(String family, int style, double pixels, Color color, boolean smooth) {
        /** What legends are written in when nothing is asked for. */
        public static final Lettering PLAIN = new Lettering(null, Font.PLAIN, 12, new Color(0x222222), true);
    }

    /**
     * Classes below each other, or beside each other.
     *
     * @param horizontal whether one follows the other in the row
     * @param columns most columns, 0 for as many as are needed
     * @param rows most rows, 0 for as many as are needed
     */
    public record Grid(boolean horizontal, int columns, int rows) {
        /** One below the other. */
        public static final Grid LIST = new Grid(false, 1, 0);

        /** Columns that so many classes take. */
        int columnsOf(int classes) {
            if (columns > 0) {
                return Math.min(columns, Math.max(1, classes));
            }
            int inRows = rows > 0 ? rows : horizontal ? 1 : classes;
            return Math.max(1, (classes + inRows - 1) / Math.max(1, inRows));
        }
    }

    /** The legend as it is when nothing but language and size is asked for. */
    public static LegendLook plain(String language, int leastWidth, int leastHeight) {
        return new LegendLook(
                language, leastWidth, leastHeight, Color.WHITE, Lettering.PLAIN, true, true, false, Grid.LIST, null);
    }
}
