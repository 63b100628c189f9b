package io.microscape.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Columns of text on a terminal: the first ones flush left, the others flush right. */
final class TextTable {
    private final int textColumns;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param textColumns columns that are flush left */
    TextTable(int textColumns) {
        this.textColumns = textColumns;
    }

    /** Adds a row; all rows have as many cells as the first. */
    void add(List<String> row) {
        rows.add(List.copyOf(row));
    }

    void print(PrintWriter out) {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        });
        rows.forEach(row -> out.println(line(row, widths)));
    }

    /** A number of so many decimals; "-" for null. */
    static String number(Number value, int decimals) {
        return value == null ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value.doubleValue());
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - width(row.get(i)));
            line.append(i < textColumns ? row.get(i) + padding : padding + row.get(i))
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }

    /** Columns on a terminal, where a Chinese character takes two. */
    private static int width(String text) {
        return Ansi.OFF.text(text.replace("@", "@@")).getCJKAdjustedLength();
    }
}
