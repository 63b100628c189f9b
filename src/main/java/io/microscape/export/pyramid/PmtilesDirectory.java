package io.microscape.export.pyramid;

import io.microscape.tiles.Gzip;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The entries of a PMTiles archive in order, 24 bytes each, and how directories write them (PMTiles 3, 4). */
final class PmtilesDirectory {
    private long[] ids = new long[1024];
    private long[] offsets = new long[1024];
    private int[] lengths = new int[1024];
    private int[] runs = new int[1024];
    private int size;

    int size() {
        return size;
    }

    long id(int entry) {
        return ids[entry];
    }

    /** Adds a tile, or prolongs the run of tiles with the same content that it follows. */
    void addTile(long id, long offset, int length) {
        int last = size - 1;
        if (last >= 0 && offsets[last] == offset && lengths[last] == length && ids[last] + runs[last] == id) {
            runs[last]++;
        } else {
            add(id, offset, length, 1);
        }
    }

    /** Adds a leaf directory, which is told from a tile by a run of 0. */
    void addLeaf(long firstId, long offset, int length) {
        add(firstId, offset, length, 0);
    }

    /** The entries from one to before another as a directory, zipped. */
    byte[] encode(int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, to - from);
        for (int i = from; i < to; i++) {
            varint(out, i == from ? ids[i] : ids[i] - ids[i - 1]);
        }
        for (int i = from; i < to; i++) {
            varint(out, runs[i]);
        }
        for (int i = from; i < to; i++) {
            varint(out, lengths[i]);
        }
        for (int i = from; i < to; i++) {
            boolean follows = i > from && offsets[i] == offsets[i - 1] + lengths[i - 1];
            varint(out, follows ? 0 : offsets[i] + 1);
        }
        return Gzip.zip(out.toByteArray());
    }

    private void add(long id, long offset, int length, int run) {
        if (size == ids.length) {
            int capacity = size + size / 2;
            ids = Arrays.copyOf(ids, capacity);
            offsets = Arrays.copyOf(offsets, capacity);
            lengths = Arrays.copyOf(lengths, capacity);
            runs = Arrays.copyOf(runs, capacity);
        }
        ids[size] = id;
        offsets[size] = offset;
        lengths[size] = length;
        runs[size] = run;
        size++;
    }

    /** Seven bits a byte, the lowest first, the top bit set on all but the last. */
    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
