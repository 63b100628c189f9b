package io.microscape.portrayal.png;

/** Symbols of lengths and distances, and how a block tells its codes: RFC 1951, 3.2.5 and 3.2.7. */
final class DeflateTables {
    /** Symbols of literal bytes, the end of a block, and lengths. */
    static final int LITERAL_SYMBOLS = 286;

    private static final int FIRST_LENGTH_SYMBOL = 257;
    private static final int LAST_LENGTH_SYMBOL = LITERAL_SYMBOLS - 1;
    private static final int LONGEST = 258;
    private static final int SHORTEST = 3;

    private static final byte[] LENGTH_SYMBOLS = new byte[LONGEST + 1];
    private static final int[] LENGTH_BASES = new int[LAST_LENGTH_SYMBOL + 1];

    static {
        int base = SHORTEST;
        for (int symbol = FIRST_LENGTH_SYMBOL; symbol < LAST_LENGTH_SYMBOL; symbol++) {
            LENGTH_BASES[symbol] = base;
            for (int i = 0; i < 1 << lengthExtraBits(symbol) && base < LONGEST; i++) {
                LENGTH_SYMBOLS[base++] = (byte) (symbol - FIRST_LENGTH_SYMBOL);
            }
        }
        LENGTH_BASES[LAST_LENGTH_SYMBOL] = LONGEST;
        LENGTH_SYMBOLS[LONGEST] = LAST_LENGTH_SYMBOL - FIRST_LENGTH_SYMBOL;
    }

    /** Order in which the lengths of the codes of code lengths are told. */
    private static final int[] LENGTHS_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final int LONGEST_LENGTH_CODE = 7;
    private static final int LEAST_LENGTHS = 4;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;

    private DeflateTables() {}

    static int lengthSymbol(int length) {
        return FIRST_LENGTH_SYMBOL + LENGTH_SYMBOLS[length];
    }

    static int lengthBase(int symbol) {
        return LENGTH_BASES[symbol];
    }

    static int lengthExtraBits(int symbol) {
        return symbol < 265 || symbol == LAST_LENGTH_SYMBOL ? 0 : (symbol - 261) / 4;
    }

    static int distanceSymbol(int distance) {
        if (distance <= 4) {
            return distance - 1;
        }
        int extraBits = Integer.SIZE - 2 - Integer.numberOfLeadingZeros(distance - 1);
        return 2 * extraBits + (distance - 1 >>> extraBits);
    }

    static int distanceBase(int symbol) {
        int extraBits = distanceExtraBits(symbol);
        return extraBits == 0 ? symbol + 1 : (symbol - 2 * extraBits << extraBits) + 1;
    }

    static int distanceExtraBits(int symbol) {
        return symbol < 4 ? 0 : symbol / 2 - 1;
    }

    /** Tells the lengths of the codes of literals and distances, runs of zeros shortened. */
    static void writeCodes(HuffmanCode literals, HuffmanCode distances, BitSink out) {
        int literalCount = literals.symbols(FIRST_LENGTH_SYMBOL);
        int distanceCount = distances.symbols(1);
        int[] lengths = new int[literalCount + distanceCount];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = HuffmanCode.length(i < literalCount ? literals.code(i) : distances.code(i - literalCount));
        }
        int[] told = new int[lengths.length];
        int[] frequencies = new int[LENGTHS_ORDER.length];
        int size = shorten(lengths, told);
        for (int i = 0; i < size; i++) {
            frequencies[told[i] & 0xFF]++;
        }
        // a code needs two symbols
        frequencies[0]++;
        frequencies[MANY_ZEROS]++;
        HuffmanCode code = HuffmanCode.of(frequencies, LONGEST_LENGTH_CODE);
        int orders = LENGTHS_ORDER.length;
        while (orders > LEAST_LENGTHS && code.code(LENGTHS_ORDER[orders - 1]) == 0) {
            orders--;
        }
        out.bits(literalCount - FIRST_LENGTH_SYMBOL, 5);
        out.bits(distanceCount - 1, 5);
        out.bits(orders - LEAST_LENGTHS, 4);
        for (int i = 0; i < orders; i++) {
            out.bits(HuffmanCode.length(code.code(LENGTHS_ORDER[i])), 3);
        }
        for (int i = 0; i < size; i++) {
            int symbol = told[i] & 0xFF;
            write(code, symbol, out);
            if (symbol == ZEROS) {
                out.bits((told[i] >>> Byte.SIZE) - 3, 3);
            } else if (symbol == MANY_ZEROS) {
                out.bits((told[i] >>> Byte.SIZE) - 11, 7);
            }
        }
    }

    static void write(HuffmanCode code, int symbol, BitSink out) {
        out.bits(HuffmanCode.bits(code.code(symbol)), HuffmanCode.length(code.code(symbol)));
    }

    /** Lengths as symbols, with the length of a run of zeros above the symbol. */
    private static int shorten(int[] lengths, int[] told) {
        int size = 0;
        for (int i = 0; i < lengths.length; ) {
            int run = i;
            while (run < lengths.length && lengths[run] == 0 && run - i < 138) {
                run++;
            }
            int zeros = run - i;
            if (zeros < 3) {
                told[size++] = lengths[i++];
            } else {
                told[size++] = zeros << Byte.SIZE | (zeros < 11 ? ZEROS : MANY_ZEROS);
                i += zeros;
            }
        }
        return size;
    }
}
