package io.microscape.source.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Buffered reading of a file from any position. Nothing is allocated for bytes that the file does not have, so a length
 * field that lies costs nothing. Not thread-safe.
 */
public final class ByteSource implements Closeable {
    private static final int WINDOW = 1 << 16;

    // A RandomAccessFile and not a FileChannel: an interrupted thread would close the channel.
    private final RandomAccessFile file;
    private final long size;
    private final byte[] window = new byte[WINDOW];
    private long windowStart;
    private int windowLength;
    private long position;

    public ByteSource(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        size = file.length();
    }

    public long size() {
        return size;
    }

    public long position() {
        return position;
    }

    public long remaining() {
        return size - position;
    }

    public void seek(long target) {
        position = target;
    }

    /**
     * The next bytes, moved past.
     *
     * @throws EOFException if the file ends before
     */
    public byte[] read(int count) throws IOException {
        if (count < 0 || position < 0 || count > remaining()) {
            throw new EOFException();
        }
        byte[] bytes = new byte[count];
        int done = 0;
        while (done < count) {
            if (position < windowStart || position >= windowStart + windowLength) {
                fill();
            }
            int from = (int) (position - windowStart);
            int length = Math.min(count - done, windowLength - from);
            System.arraycopy(window, from, bytes, done, length);
            done += length;
            position += length;
        }
        return bytes;
    }

    /** The next bytes as a buffer in the byte order given, moved past. */
    public ByteBuffer read(int count, ByteOrder order) throws IOException {
        return ByteBuffer.wrap(read(count)).order(order);
    }

    private void fill() throws IOException {
        file.seek(position);
        int length = file.read(window);
        if (length <= 0) {
            throw new EOFException();
        }
        windowStart = position;
        windowLength = length;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
