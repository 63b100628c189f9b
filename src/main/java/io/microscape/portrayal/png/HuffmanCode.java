package io.microscape.portrayal.png;

import java.util.Arrays;

/**
 * A prefix code of least total length for symbols of given frequencies (Huffman, 1952), in the canonical form of RFC 1951,
 * 3.2.2. Where a code would be longer than allowed, the longest ones are shortened and others lengthened until the sum of
 * Kraft and McMillan is one again, which costs next to nothing.
 */
final class HuffmanCode {
    private static final int LENGTH_SHIFT = 16;

    /** Bits of each symbol's code and above them how many they are: one look-up where the time goes. */
    private final int[] codes;

    private HuffmanCode(int[] codes) {
        this.codes = codes;
    }

    /**
     * The code of symbols that occur so often.
     *
     * @param frequencies by symbol, at least two of them more than zero; those of zero have no code
     * @param longest bits that a code may have
     */
    static HuffmanCode of(int[] frequencies, int longest) {
        long[] used = sorted(frequencies);
        int[] depths = depths(used);
        int[] count = counts(depths, longest);
        byte[] lengths = new byte[frequencies.length];
        int next = used.length - 1;
        for (int length = 1; length <= longest; length++) {
            for (int i = 0; i < count[length]; i++) {
                lengths[(int) (used[next--] & 0xFFFF)] = (byte) length;
            }
        }
        return new HuffmanCode(canonical(lengths, count, longest));
    }

    /** A symbol's code, as {@link #bits} and {@link #length} tell it apart. */
    int code(int symbol) {
        return codes[symbol];
    }

    /** The bits of a code, the first one lowest. */
    static int bits(int code) {
        return code & (1 << LENGTH_SHIFT) - 1;
    }

    /** How many bits a code has; none for a symbol that does not occur. */
    static int length(int code) {
        return code >>> LENGTH_SHIFT;
    }

    /** Symbols up to the last that has a code, but at least so many. */
    int symbols(int least) {
        int symbols = codes.length;
        while (symbols > least && codes[symbols - 1] == 0) {
            symbols--;
        }
        return symbols;
    }

    /** Frequency and symbol of those that occur, the rarest first. */
    private static long[] sorted(int[] frequencies) {
        long[] used = new long[frequencies.length];
        int size = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            if (frequencies[symbol] > 0) {
                used[size++] = (long) frequencies[symbol] << Short.SIZE | symbol;
            }
        }
        Arrays.sort(used, 0, size);
        return Arrays.copyOf(used, size);
    }

    /** Depth of each leaf in Huffman's tree: leaves and inner nodes both come in order, so that two queues are enough. */
    private static int[] depths(long[] leaves) {
        int size = leaves.length;
        int[] parents = new int[2 * size];
        long[] weights = new long[size];
        int leaf = 0;
        int inner = 0;
        for (int made = 0; made < size - 1; made++) {
            for (int child = 0; child < 2; child++) {
                boolean takeLeaf = leaf < size && (inner >= made || leaves[leaf] >>> Short.SIZE <= weights[inner]);
                weights[made] += takeLeaf ? leaves[leaf] >>> Short.SIZE : weights[inner];
                parents[takeLeaf ? leaf++ : size + inner++] = size + made;
            }
        }
        int[] depths = new int[2 * size];
        for (int node = 2 * size - 3; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
        }
        return Arrays.copyOf(depths, size);
    }

    /** How many codes there are of each length, none longer than allowed. */
    private static int[] counts(int[] depths, int longest) {
        int[] count = new int[longest + 1];
        long kraft = 0;
        for (int depth : depths) {
            int length = Math.min(depth, longest);
            count[length]++;
            kraft += 1L << longest - length;
        }
        while (kraft > 1L << longest) {
            count[longest]--;
            int length = longest - 1;
            while (count[length] == 0) {
                length--;
            }
            count[length]--;
            count[length + 1] += 2;
            kraft--;
        }
        return count;
    }

    private static int[] canonical(byte[] lengths, int[] count, int longest) {
        int[] next = new int[longest + 1];
        for (int length = 1; length < longest; length++) {
            next[length + 1] = next[length] + count[length] << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                int bits = Integer.reverse(next[length]++) >>> Integer.SIZE - length;
                codes[symbol] = length << LENGTH_SHIFT | bits;
            }
        }
        return codes;
    }
}
