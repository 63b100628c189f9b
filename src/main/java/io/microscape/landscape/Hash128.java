package io.microscape.landscape;

import java.util.HexFormat;

/**
 * 128 bits. The sum of the hashes of features stands for the features whatever their order, each as often as it is there.
 *
 * @param high upper half
 * @param low lower half
 */
record Hash128(long high, long low) {
    static final Hash128 ZERO = new Hash128(0, 0);

    Hash128 plus(Hash128 other) {
        return new Hash128(high + other.high, low + other.low);
    }

    /** 32 hexadecimal digits. */
    String text() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
