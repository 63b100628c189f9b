package io.microscape.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * A decoded text and how well it decoded.
 *
 * @param text the text, U+FFFD where bytes are no characters
 * @param malformed number of such places; a character that is cut at the end of the bytes is left out and not counted
 * @param tailLost whether a character was cut at the end
 */
record StrictText(String text, int malformed, boolean tailLost) {
    /** The longest character of any encoding, less one byte. */
    private static final int LONGEST_TAIL = 3;

    /**
     * Decodes bytes.
     *
     * @param cut whether the bytes may end amid a character, whose part is then left out
     */
    static StrictText decode(byte[] bytes, int offset, int length, Charset charset, boolean cut) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(length * (double) decoder.maxCharsPerByte()) + 2);
        int malformed = 0;
        boolean tailLost = false;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                break;
            }
            if (cut && in.remaining() <= LONGEST_TAIL && in.get(in.position()) < 0) {
                tailLost = true;
                break;
            }
            malformed++;
            // One byte at a time: the rest of a bad sequence may begin a good character.
            in.get();
            if (!out.hasRemaining()) {
                break;
            }
            out.put('\uFFFD');
        }
        return new StrictText(out.flip().toString(), malformed, tailLost);
    }
}
