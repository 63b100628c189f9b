package io.microscape.report;

import io.microscape.study.AtlasColumn;
import io.microscape.study.LocalizedText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The report's own words in one language. */
final class ReportWords {
    private final String language;
    private final ResourceBundle bundle;

    /** @param language "en" or "zh" */
    ReportWords(String language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "io.microscape.report.words",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String language() {
        return language;
    }

    String text(String key) {
        return bundle.getString(key);
    }

    /** A title as it begins a line. */
    String capital(LocalizedText title) {
        String text = title.in(language);
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** All words by key, for the template; points in keys become underscores. */
    Map<String, String> all() {
        Map<String, String> words = new HashMap<>();
        bundle.keySet().forEach(key -> words.put(key.replace('.', '_'), bundle.getString(key)));
        return words;
    }

    /** A value of the joined result as it is printed. */
    String value(AtlasColumn column, Object value) {
        if (value == null) {
            return Numbers.NONE;
        } else if (value instanceof Double number) {
            return Numbers.fixed(number, decimals(column));
        }
        return switch (column.name()) {
            case "net_carbon_hot_spot", "net_carbon_cluster" ->
                text(value.toString().replace(' ', '_'));
            default -> value instanceof Integer number ? Numbers.of(number, 0) : value.toString();
        };
    }

    private static int decimals(AtlasColumn column) {
        return switch (column.unit()) {
            case "m²", "m" -> 1;
            case "kg CO2", "kg CO2/m²", "kg CO2/a" -> 2;
            default -> 3;
        };
    }
}
