package io.microscape.source.osm;

import io.microscape.source.ImportLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Unpacked bytes, refused as soon as they are more than the limits allow: in all, in proportion to the packed bytes, and
 * between two calls of {@link #tokenDone} (an XML parser gathers a whole attribute in memory before it hands it out).
 */
final class BoundedInputStream extends FilterInputStream {
    private static final long RATIO_COUNTS_FROM = 1 << 20;
    private static final int BYTES_PER_CHARACTER = 4;
    /** A parser reads ahead: bytes it may hold beyond the token it is at. */
    private static final int READ_AHEAD = 64 << 10;

    private final ImportLimits limits;
    private final LongSupplier packedBytes;
    private long unpacked;
    private long sinceToken;

    /** @param packedBytes packed bytes read so far; null when the file is not packed */
    BoundedInputStream(InputStream in, ImportLimits limits, LongSupplier packedBytes) {
        super(in);
        this.limits = limits;
        this.packedBytes = packedBytes;
    }

    /** What was read so far has been taken apart. */
    void tokenDone() {
        sinceToken = 0;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) throws DamagedOsmException {
        unpacked += bytes;
        sinceToken += bytes;
        if (sinceToken > (long) limits.maxTextLength() * BYTES_PER_CHARACTER + READ_AHEAD) {
            throw new DamagedOsmException("a single value is longer than " + limits.maxTextLength()
                    + " characters (limit MICROSCAPE_MAX_TEXT_LENGTH)");
        }
        if (packedBytes == null) {
            return;
        }
        if (unpacked > limits.maxUnzippedBytes()) {
            throw new DamagedOsmException("it unpacks to more than " + limits.maxUnzippedBytes()
                    + " bytes (limit MICROSCAPE_MAX_UNZIPPED_BYTES)");
        }
        if (unpacked > RATIO_COUNTS_FROM
                && unpacked / limits.maxCompressionRatio() > Math.max(1, packedBytes.getAsLong())) {
            throw new DamagedOsmException("it unpacks to more than " + limits.maxCompressionRatio()
                    + " times its size (limit MICROSCAPE_MAX_COMPRESSION_RATIO)");
        }
    }
}
