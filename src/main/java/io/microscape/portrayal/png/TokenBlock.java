package io.microscape.portrayal.png;

import java.util.Arrays;

/**
 * Literal bytes and repetitions that make up a block of DEFLATE, gathered to find the block's codes and then written by
 * them. Used for block after block; not thread-safe.
 */
final class TokenBlock {
    static final int LONGEST_MATCH = 258;
    static final int SHORTEST_MATCH = 3;
    static final int FARTHEST_MATCH = 1 << 15;

    private static final int LONGEST_CODE = 15;
    private static final int END_OF_BLOCK = 256;
    private static final int DISTANCES = 30;
    /** Kind of a token in its top bits: so many literal bytes as the kind says, the first lowest; or a match. */
    private static final int KIND_SHIFT = 28;

    private static final int MATCH = 4;
    /** A match is the symbols of its length and distance, and what both are beyond the symbols' least. */
    private static final int LENGTH_EXTRA_SHIFT = 5;

    private static final int DISTANCE_SHIFT = 10;
    private static final int DISTANCE_EXTRA_SHIFT = 15;

    private final BitSink out;
    private final int[] tokens;
    private final int[] literalFrequencies = new int[DeflateTables.LITERAL_SYMBOLS];
    private final int[] distanceFrequencies = new int[DISTANCES];
    private int size;

    /** A block of at most so many tokens. */
    TokenBlock(int capacity, BitSink out) {
        this.tokens = new int[capacity];
        this.out = out;
    }

    /** Adds up to three bytes, the first lowest. */
    void literals(int bytes, int count) {
        literalFrequencies[bytes & 0xFF]++;
        if (count > 1) {
            literalFrequencies[bytes >>> 8 & 0xFF]++;
        }
        if (count > 2) {
            literalFrequencies[bytes >>> 16 & 0xFF]++;
        }
        add(count << KIND_SHIFT | bytes);
    }

    /** Adds the repetition of what stands a distance before; at least {@link #SHORTEST_MATCH} bytes. */
    void match(int bytes, int distance) {
        int rest = bytes;
        while (rest > 0) {
            int length = Math.min(rest, LONGEST_MATCH);
            if (rest > length && rest - length < SHORTEST_MATCH) {
                length -= SHORTEST_MATCH;
            }
            int symbol = DeflateTables.lengthSymbol(length);
            int far = DeflateTables.distanceSymbol(distance);
            literalFrequencies[symbol]++;
            distanceFrequencies[far]++;
            add(MATCH << KIND_SHIFT
                    | distance - DeflateTables.distanceBase(far) << DISTANCE_EXTRA_SHIFT
                    | far << DISTANCE_SHIFT
                    | length - DeflateTables.lengthBase(symbol) << LENGTH_EXTRA_SHIFT
                    | symbol - END_OF_BLOCK);
            rest -= length;
        }
    }

    private void add(int token) {
        tokens[size++] = token;
        if (size == tokens.length) {
            write(false);
        }
    }

    /** Writes what was added since the last block. */
    void write(boolean last) {
        literalFrequencies[END_OF_BLOCK]++;
        // inflaters want complete codes, which takes two symbols, even where none occur
        literalFrequencies[0]++;
        distanceFrequencies[0]++;
        distanceFrequencies[1]++;
        HuffmanCode literals = HuffmanCode.of(literalFrequencies, LONGEST_CODE);
        HuffmanCode distances = HuffmanCode.of(distanceFrequencies, LONGEST_CODE);
        out.bits(last ? 1 : 0, 1);
        // a block with codes of its own
        out.bits(2, 2);
        DeflateTables.writeCodes(literals, distances, out);
        writeTokens(literals, distances);
        DeflateTables.write(literals, END_OF_BLOCK, out);
        Arrays.fill(literalFrequencies, 0);
        Arrays.fill(distanceFrequencies, 0);
        size = 0;
    }

    private void writeTokens(HuffmanCode literals, HuffmanCode distances) {
        for (int i = 0; i < size; i++) {
            int token = tokens[i];
            int kind = token >>> KIND_SHIFT;
            if (kind == MATCH) {
                writeMatch(token, literals, distances);
            } else {
                writeLiterals(token, kind, literals);
            }
        }
    }

    private void writeLiterals(int bytes, int count, HuffmanCode literals) {
        int code = literals.code(bytes & 0xFF);
        long bits = HuffmanCode.bits(code);
        int length = HuffmanCode.length(code);
        for (int i = 1; i < count; i++) {
            code = literals.code(bytes >>> i * Byte.SIZE & 0xFF);
            bits |= (long) HuffmanCode.bits(code) << length;
            length += HuffmanCode.length(code);
        }
        out.bits(bits, length);
    }

    private void writeMatch(int token, HuffmanCode literals, HuffmanCode distances) {
        int symbol = END_OF_BLOCK + (token & 0x1F);
        int code = literals.code(symbol);
        long bits = HuffmanCode.bits(code);
        int count = HuffmanCode.length(code);
        bits |= (long) (token >>> LENGTH_EXTRA_SHIFT & 0x1F) << count;
        count += DeflateTables.lengthExtraBits(symbol);
        int far = token >>> DISTANCE_SHIFT & 0x1F;
        code = distances.code(far);
        bits |= (long) HuffmanCode.bits(code) << count;
        count += HuffmanCode.length(code);
        bits |= (long) (token >>> DISTANCE_EXTRA_SHIFT & 0x1FFF) << count;
        count += DeflateTables.distanceExtraBits(far);
        out.bits(bits, count);
    }
}
