package io.microscape.portrayal.png;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that are written bit by bit, the least significant bit first, as DEFLATE wants them. Not thread-safe. */
final class BitSink {
    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_ENDIAN = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int length;
    private long pending;
    private int pendingBits;

    /** A sink that has room for so many bytes before it has to grow. */
    BitSink(int capacity) {
        bytes = new byte[Math.max(2 * Long.BYTES, capacity)];
    }

    /** Writes the low bits of a value, at most 56; those above must be zero. */
    void bits(long value, int count) {
        ensure(Long.BYTES);
        pending |= value << pendingBits;
        pendingBits += count;
        // always eight bytes, of which the complete ones count: a branch here would be guessed wrong half of the time
        LITTLE_ENDIAN.set(bytes, length, pending);
        int complete = pendingBits >>> 3;
        length += complete;
        pending >>>= complete << 3;
        pendingBits &= 7;
    }

    /** Fills the byte begun with zeros. */
    void align() {
        bits(0, -pendingBits & 7);
    }

    /** Writes a number of four bytes in network order, after {@link #align}. */
    void bigEndian(int value) {
        ensure(Integer.BYTES);
        BIG_ENDIAN.set(bytes, length, value);
        length += Integer.BYTES;
    }

    /** Puts a number in network order where one was written before. */
    void bigEndianAt(int position, int value) {
        BIG_ENDIAN.set(bytes, position, value);
    }

    /** Writes whole bytes, after {@link #align}. */
    void bytes(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** Bytes that are complete. */
    int length() {
        return length;
    }

    /** The bytes themselves; more than are complete. */
    byte[] buffer() {
        return bytes;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
