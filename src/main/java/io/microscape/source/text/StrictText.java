package io.microscape.source.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A decoded text and how well it decoded.
 *
 * @param text the text, U+FFFD where bytes are no characters
 * @param malformed number of such places; a character that is cut at the end of the bytes is left out and not counted
 * @param tailLost whether a character was cut at the end
 */
public record StrictText(String text, int malformed, boolean tailLost) {
    private static final char REPLACEMENT = '\uFFFD';

    /**
     * Decodes bytes.
     *
     * @param cut whether the bytes may end amid a character, whose part is then left out
     */
    public static StrictText decode(byte[] bytes, int offset, int length, Charset charset, boolean cut) {
        if (TextSample.isAscii(bytes, offset, length) && isAsciiSuperset(charset)) {
            return new StrictText(new String(bytes, offset, length, StandardCharsets.US_ASCII), 0, false);
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(length * Math.max(1.0, decoder.maxCharsPerByte())) + 2);
        int malformed = 0;
        // Not told that the input ends, the decoder leaves the beginning of a character that is not whole.
        while (decoder.decode(in, out, false).isError()) {
            malformed++;
            replaceByte(in, out);
        }
        boolean tail = in.hasRemaining();
        if (tail && !cut) {
            malformed++;
            out.put(REPLACEMENT);
        }
        return new StrictText(out.flip().toString(), malformed, tail && cut);
    }

    private static boolean isAsciiSuperset(Charset charset) {
        return charset.contains(StandardCharsets.US_ASCII) && !TextEncodings.isWide(charset);
    }

    /** One byte at a time: the rest of a bad sequence may begin a good character. */
    private static void replaceByte(ByteBuffer in, CharBuffer out) {
        in.get();
        out.put(REPLACEMENT);
    }
}
