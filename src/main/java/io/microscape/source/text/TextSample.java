package io.microscape.source.text;

import java.util.ArrayList;
import java.util.List;

/** Texts of unknown encoding that hold bytes outside ASCII: the evidence for finding it. */
public final class TextSample {
    /** Enough text to tell encodings apart beyond doubt. */
    private static final int ENOUGH = 1 << 15;

    private final List<Text> texts = new ArrayList<>();
    private int bytes;

    /**
     * One text.
     *
     * @param bytes the text
     * @param cut whether it may end amid a character, as a value that fills its field does
     */
    record Text(byte[] bytes, boolean cut) {}

    static TextSample of(byte[] bytes) {
        TextSample sample = new TextSample();
        sample.add(bytes, true);
        return sample;
    }

    /** Keeps the text if it says anything about the encoding. */
    public void add(byte[] text, boolean cut) {
        if (!isAscii(text, 0, text.length)) {
            texts.add(new Text(text, cut));
            bytes += text.length;
        }
    }

    public static boolean isAscii(byte[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] < 0) {
                return false;
            }
        }
        return true;
    }

    public boolean enough() {
        return bytes >= ENOUGH;
    }

    public boolean isAscii() {
        return texts.isEmpty();
    }

    List<Text> texts() {
        return texts;
    }
}
