package io.microscape.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as they are printed: thousands apart by a comma, a true minus, "–" where there is none. */
final class Numbers {
    /** Stands for a value that there is not. */
    static final String NONE = "–";

    private Numbers() {}

    /** At most so many decimals. */
    static String of(Number value, int decimals) {
        return value == null
                ? NONE
                : format("#,##0" + (decimals == 0 ? "" : "." + "#".repeat(decimals)))
                        .format(value.doubleValue());
    }

    /** Exactly so many decimals. */
    static String fixed(Number value, int decimals) {
        return value == null
                ? NONE
                : format("#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals)))
                        .format(value.doubleValue());
    }

    /** A probability. */
    static String p(Double p) {
        return p == null ? NONE : p < 0.001 ? "< 0.001" : fixed(p, 3);
    }

    /** The format of axes. */
    static DecimalFormat ofAxis() {
        return format("#,##0.##");
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setMinusSign('−');
        return new DecimalFormat(pattern, symbols);
    }
}
