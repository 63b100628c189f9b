package io.microscape.ogc;

import io.microscape.atlas.PublishedLayer.Attribute;
import io.microscape.study.LocalizedText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Attribute values as people read them. Programs get them in full from the other formats. */
final class AttributeValues {
    private static final LocalizedText ABSENT = new LocalizedText("no value", "无数据");
    private static final LocalizedText YES = new LocalizedText("yes", "是");
    private static final LocalizedText NO = new LocalizedText("no", "否");
    private static final MathContext FIVE_DIGITS = new MathContext(5);

    private AttributeValues() {}

    /** The value with its unit, numbers rounded to five significant digits or whole units, whichever is finer. */
    static String readable(Attribute attribute, Object value, TextLanguage language) {
        if (value == null) {
            return language.of(ABSENT);
        }
        if (value instanceof Boolean yes) {
            return language.of(yes ? YES : NO);
        }
        String text = value instanceof Double number ? rounded(number) : value.toString();
        return attribute.unit().isEmpty() ? text : text + " " + attribute.unit();
    }

    /** The readable name of the attribute; its column name if it has none. */
    static String title(Attribute attribute, TextLanguage language) {
        String title = language.of(attribute.title());
        return title.isEmpty() ? attribute.name() : title;
    }

    private static String rounded(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        BigDecimal rounded = Math.abs(number) >= 100_000
                ? exact.setScale(0, java.math.RoundingMode.HALF_UP)
                : exact.round(FIVE_DIGITS);
        DecimalFormat format = new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(rounded);
    }
}
