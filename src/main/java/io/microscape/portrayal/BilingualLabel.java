package io.microscape.portrayal;

import io.microscape.study.LocalizedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label in both languages as the styles write it, so that any other reader of the SLD shows something sensible:
 * {@code no value | 无数据} throughout, or in a bracket after something that needs no translation,
 * {@code ≥ 2,000 (sink | 碳汇)}.
 */
final class BilingualLabel {
    private static final Pattern BRACKET = Pattern.compile("(.*)\\(([^()|]*) \\| ([^()|]*)\\)(.*)");
    private static final String SEPARATOR = " | ";

    private BilingualLabel() {}

    /** The label in each language. */
    static LocalizedText parse(String label) {
        return new LocalizedText(in(label, "en"), in(label, "zh"));
    }

    /** The label in a language ("en", "zh"), or in both when it is null. */
    static String in(String label, String language) {
        Matcher bracket = BRACKET.matcher(label);
        if (bracket.matches()) {
            LocalizedText inner = new LocalizedText(bracket.group(2), bracket.group(3));
            return bracket.group(1) + "(" + choose(inner, language) + ")" + bracket.group(4);
        }
        int separator = label.indexOf(SEPARATOR);
        return separator < 0
                ? label
                : choose(
                        new LocalizedText(
                                label.substring(0, separator), label.substring(separator + SEPARATOR.length())),
                        language);
    }

    private static String choose(LocalizedText text, String language) {
        return language == null ? text.both() : text.in(language);
    }
}
