package io.microscape.store.postgis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Rows in PostgreSQL's binary COPY format. Own code, because the driver has no writer for the format and the libraries that
 * have one do not know PostGIS's EWKB; six types are all that is needed. Numbers arrive bit by bit as they are.
 */
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int HEADER_BYTES = SIGNATURE.length + 2 * Integer.BYTES;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    BinaryCopy() {
        reset();
    }

    void row(Object... values) {
        try {
            out.writeShort(values.length);
            for (Object value : values) {
                write(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return bytes.size();
    }

    boolean isEmpty() {
        return bytes.size() == HEADER_BYTES;
    }

    /** The rows as COPY reads them; no row may be added after. */
    InputStream stream() throws IOException {
        out.writeShort(-1);
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** Begins anew without rows. */
    void reset() {
        bytes.reset();
        try {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Object value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else if (value instanceof Boolean flag) {
            out.writeInt(Byte.BYTES);
            out.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            out.writeInt(Integer.BYTES);
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeInt(Long.BYTES);
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeInt(Double.BYTES);
            out.writeDouble(number);
        } else if (value instanceof String text) {
            writeBytes(text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof byte[] blob) {
            writeBytes(blob);
        } else {
            throw new IllegalArgumentException("not a column value: " + value.getClass());
        }
    }

    private void writeBytes(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }
}
