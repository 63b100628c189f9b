package io.microscape.ogc;

import io.microscape.study.LocalizedText;
import java.util.List;
import java.util.Locale;

/** The language in which a service speaks to a client. */
public enum TextLanguage {
    ENGLISH("en"),
    CHINESE("zh"),
    /** "English 中文", for clients that ask for neither. */
    BOTH(null);

    private final String code;

    TextLanguage(String code) {
        this.code = code;
    }

    /** "en", "zh" or null for both. */
    public String code() {
        return code;
    }

    /** The text in this language. */
    public String of(LocalizedText text) {
        if (text == null) {
            return "";
        }
        return this == BOTH ? text.both() : text.in(code);
    }

    /**
     * The language of a request.
     *
     * @param parameter value of LANGUAGE; it wins. May be null
     * @param acceptLanguage the header of that name; may be null or malformed
     */
    public static TextLanguage of(String parameter, String acceptLanguage) {
        if (parameter != null) {
            return ofTag(parameter);
        }
        return ranges(acceptLanguage).stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> ofTag(range.getRange()))
                .filter(language -> language != BOTH)
                .findFirst()
                .orElse(BOTH);
    }

    private static TextLanguage ofTag(String tag) {
        String language = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return switch (language) {
            case "en" -> ENGLISH;
            case "zh" -> CHINESE;
            default -> BOTH;
        };
    }

    private static List<Locale.LanguageRange> ranges(String acceptLanguage) {
        try {
            return acceptLanguage == null ? List.of() : Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
