package io.microscape.study;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text in English, Chinese or both. Either may be null, then the other stands in. */
public record LocalizedText(String en, String zh) {
    /** The text in the language ("zh…" is Chinese, all else English), or in the other one, or empty. */
    public String in(String language) {
        boolean chinese = language != null && language.toLowerCase(Locale.ROOT).startsWith("zh");
        String preferred = chinese ? zh : en;
        String other = chinese ? en : zh;
        return preferred != null ? preferred : other != null ? other : "";
    }

    /** Both languages, "English 中文"; one if they are equal or one is missing. */
    public String both() {
        return Stream.of(en, zh)
                .filter(text -> text != null && !text.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
