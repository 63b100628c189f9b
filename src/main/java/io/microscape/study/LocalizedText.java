package io.microscape.study;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text in English, Chinese or both. Either may be null, then the other stands in. */
public record LocalizedText(String en, String zh) {
    /** The text in the language ("zh…" is Chinese, all else English), or in the other one, or empty. */
    public String in(String language) {
        String first =
                language != null && language.toLowerCase(java.util.Locale.ROOT).startsWith("zh") ? zh : en;
        String second = first == zh ? en : zh;
        return first != null ? first : second != null ? second : "";
    }

    /** Both languages, "English 中文"; one if they are equal or one is missing. */
    public String both() {
        return Stream.of(en, zh)
                .filter(text -> text != null && !text.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
