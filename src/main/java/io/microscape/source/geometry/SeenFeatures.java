package io.microscape.source.geometry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * Remembers features by 128 bits of a SHA-256 digest and their number, 20 bytes in a table that is 3/8 to 3/4 full, so
 * that a file of millions can be searched for doubles while it streams. Two different features share 128 bits with a
 * probability below 1e-22 for ten million of them.
 */
public final class SeenFeatures {
    private static final int INITIAL = 1 << 10;

    private final WKBWriter writer = new WKBWriter();
    private final MessageDigest digest = sha256();
    private long[] high = new long[INITIAL];
    private long[] low = new long[INITIAL];
    private int[] numbers = new int[INITIAL];
    private int size;

    /**
     * Remembers a feature.
     *
     * @param number its number, at least 1
     * @param geometry compared after normalising: neither the start of a ring nor the direction of a line counts; may be
     *     null
     * @param attributes compared by their text
     * @return the number of the first feature that is the same, or 0 if there was none
     */
    public long add(long number, Geometry geometry, Object... attributes) {
        for (Object attribute : attributes) {
            digest.update(Objects.toString(attribute, "").getBytes(StandardCharsets.UTF_8));
            digest.update((byte) (attribute == null ? 1 : 0));
        }
        if (geometry != null) {
            digest.update(writer.write(geometry.norm()));
        }
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        if (size >= numbers.length / 4 * 3) {
            grow();
        }
        return put(bytes.getLong(), bytes.getLong(), Math.toIntExact(number));
    }

    private int put(long first, long second, int number) {
        int slot = (int) first & (numbers.length - 1);
        while (numbers[slot] != 0) {
            if (high[slot] == first && low[slot] == second) {
                return numbers[slot];
            }
            slot = (slot + 1) & (numbers.length - 1);
        }
        high[slot] = first;
        low[slot] = second;
        numbers[slot] = number;
        size++;
        return 0;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldNumbers = numbers;
        high = new long[2 * oldHigh.length];
        low = new long[high.length];
        numbers = new int[high.length];
        size = 0;
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                put(oldHigh[i], oldLow[i], oldNumbers[i]);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
