package io.microscape.source;

import io.microscape.study.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Text encodings by name, and their detection: byte order mark, else UTF-8 where it fits, else GB18030. */
final class TextEncodings {
    private TextEncodings() {}

    /**
     * @throws InvalidInputException if there is no encoding of that name
     */
    static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw InvalidInputException.of(
                    "encoding \"" + name + "\"", "no such text encoding", "name it as UTF-8, GBK, GB18030 or Big5");
        }
    }

    /** The encoding of the text that begins so. */
    static FeatureReader.TextEncoding detect(byte[] sample, String given) {
        if (given != null && !given.isBlank()) {
            return new FeatureReader.TextEncoding(charset(given).name(), "given");
        }
        CharBuffer out = CharBuffer.allocate(sample.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sample), out, false);
        return new FeatureReader.TextEncoding(result.isError() ? "GB18030" : "UTF-8", "detected");
    }
}
