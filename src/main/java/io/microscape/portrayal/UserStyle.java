package io.microscape.portrayal;

/** A style that a request brings along, checked and parsed. Immutable. */
public final class UserStyle {
    private final String key;
    private final ParsedStyle parsed;

    UserStyle(String key, ParsedStyle parsed) {
        this.key = key;
        this.parsed = parsed;
    }

    /** Text that is the same exactly for the same style of the same document: a digest of it, and its place there. */
    public String key() {
        return key;
    }

    ParsedStyle parsed() {
        return parsed;
    }
}
