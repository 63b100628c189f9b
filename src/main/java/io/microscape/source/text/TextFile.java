package io.microscape.source.text;

import io.microscape.source.FeatureReader;
import io.microscape.study.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file under way: its encoding, how far it has been read, and its size. Not thread-safe. */
public final class TextFile implements AutoCloseable {
    private static final int SAMPLE = 1 << 20;

    private final long size;
    private final CountingInputStream bytes;
    private final FeatureReader.TextEncoding encoding;
    private final boolean empty;

    /**
     * @param given encoding that the user names, or null to find it
     * @throws InvalidInputException if there is no such file, or it is a folder
     */
    public TextFile(Path file, String given) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw InvalidInputException.of(
                    file.getFileName().toString(), "there is no such file (" + file + ")", "check the path");
        }
        size = Files.size(file);
        InputStream buffered = new BufferedInputStream(Files.newInputStream(file), SAMPLE);
        buffered.mark(SAMPLE);
        byte[] sample = buffered.readNBytes(SAMPLE);
        buffered.reset();
        encoding = TextEncodings.detect(sample, given);
        bytes = new CountingInputStream(buffered);
        empty = new String(sample, charset()).replace("\uFEFF", "").isBlank() && size <= SAMPLE;
    }

    public FeatureReader.TextEncoding encoding() {
        return encoding;
    }

    Charset charset() {
        return TextEncodings.charset(encoding.charset());
    }

    public boolean isUtf8() {
        return charset().equals(StandardCharsets.UTF_8);
    }

    /** Whether there is nothing but blanks. */
    public boolean isEmpty() {
        return empty;
    }

    /** The bytes, byte order mark included. */
    public InputStream bytes() {
        return bytes;
    }

    /** The text without byte order mark; bytes that are no characters end in a CharacterCodingException. */
    public Reader text() throws IOException {
        Reader reader = new InputStreamReader(
                bytes,
                charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return new BomSkippingReader(reader);
    }

    public long done() {
        return bytes.count;
    }

    public long total() {
        return size;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static final class CountingInputStream extends FilterInputStream {
        private long count;

        CountingInputStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    private static final class BomSkippingReader extends Reader {
        private final Reader reader;
        private boolean started;

        BomSkippingReader(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = reader.read(buffer, offset, length);
            if (!started && read > 0) {
                started = true;
                if (buffer[offset] == '\uFEFF') {
                    System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
                    return read > 1 ? read - 1 : reader.read(buffer, offset, length);
                }
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
