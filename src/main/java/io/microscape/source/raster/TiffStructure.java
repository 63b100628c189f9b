package io.microscape.source.raster;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks the directories of a TIFF file and refuses those that point beyond the file or in a circle. The TIFF reader does
 * not: it allocates what a directory states before it finds that the file has no such data.
 */
final class TiffStructure {
    private static final int CLASSIC = 42;
    private static final int BIG = 43;
    /** Bytes of a value by TIFF type number; 0 where there is no such type. */
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private static final int MAX_DIRECTORIES = 1000;
    private static final Set<Integer> BLOCK_OFFSETS = Set.of(273, 324);
    private static final Set<Integer> BLOCK_SIZES = Set.of(279, 325);

    private final RandomAccessFile file;
    private final long length;
    private ByteOrder order;
    private boolean big;

    private TiffStructure(RandomAccessFile file) throws IOException {
        this.file = file;
        this.length = file.length();
    }

    /**
     * Checks all directories of the file.
     *
     * @return for each directory how many strips or tiles it has
     * @throws IOException if it is no TIFF file, or a directory is damaged; the message says what
     */
    static List<Long> check(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            return new TiffStructure(file).checkDirectories();
        }
    }

    private List<Long> checkDirectories() throws IOException {
        long offset = firstDirectory();
        Set<Long> seen = new HashSet<>();
        List<Long> blocks = new ArrayList<>();
        while (offset != 0) {
            if (!seen.add(offset)) {
                throw new IOException("its directories run in a circle");
            }
            if (seen.size() > MAX_DIRECTORIES) {
                throw new IOException("it has more than " + MAX_DIRECTORIES + " directories");
            }
            offset = checkDirectory(offset, blocks);
        }
        if (seen.isEmpty()) {
            throw new IOException("it has no image");
        }
        return blocks;
    }

    private long firstDirectory() throws IOException {
        if (length < 8) {
            throw new IOException("it is no TIFF file");
        }
        byte[] mark = new byte[2];
        file.readFully(mark);
        if (mark[0] != mark[1] || mark[0] != 'I' && mark[0] != 'M') {
            throw new IOException("it is no TIFF file");
        }
        order = mark[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int version = bytes(2, 2).getShort();
        if (version != CLASSIC && version != BIG) {
            throw new IOException("it is no TIFF file");
        }
        big = version == BIG;
        return big ? bytes(8, 8).getLong() : Integer.toUnsignedLong(bytes(4, 4).getInt());
    }

    /** Checks a directory, adds its number of blocks, and returns the place of the next one, 0 if there is none. */
    private long checkDirectory(long offset, List<Long> blocks) throws IOException {
        long entries = big
                ? bytes(offset, 8).getLong()
                : Short.toUnsignedLong(bytes(offset, 2).getShort());
        int countSize = big ? 8 : 2;
        int entrySize = big ? 20 : 12;
        if (entries < 0 || entries > length / entrySize) {
            throw new IOException("a directory is damaged");
        }
        long at = offset + countSize;
        Entry offsets = null;
        Entry sizes = null;
        for (long i = 0; i < entries; i++, at += entrySize) {
            Entry entry = entry(at, bytes(at, entrySize));
            if (BLOCK_OFFSETS.contains(entry.tag)) {
                offsets = entry;
            } else if (BLOCK_SIZES.contains(entry.tag)) {
                sizes = entry;
            }
        }
        blocks.add(checkBlocks(offsets, sizes));
        return big
                ? bytes(at, 8).getLong()
                : Integer.toUnsignedLong(bytes(at, 4).getInt());
    }

    private Entry entry(long at, ByteBuffer bytes) throws IOException {
        int tag = Short.toUnsignedInt(bytes.getShort());
        int type = Short.toUnsignedInt(bytes.getShort());
        long count = big ? bytes.getLong() : Integer.toUnsignedLong(bytes.getInt());
        if (type >= TYPE_SIZES.length || TYPE_SIZES[type] == 0) {
            throw new IOException("its tag " + tag + " has the unknown type " + type);
        }
        if (count < 0 || count > length) {
            throw new IOException("its tag " + tag + " states " + count + " values");
        }
        long size = count * TYPE_SIZES[type];
        long place = at + bytes.position();
        if (size > (big ? 8 : 4)) {
            place = big ? bytes.getLong() : Integer.toUnsignedLong(bytes.getInt());
        }
        if (place < 0 || place > length - size) {
            throw new IOException("its tag " + tag + " points beyond the file's end");
        }
        return new Entry(tag, type, count, place);
    }

    /** Number of strips or tiles, each of them within the file. */
    private long checkBlocks(Entry offsets, Entry sizes) throws IOException {
        if (offsets == null || sizes == null || sizes.count < offsets.count) {
            throw new IOException("it does not say where its strips or tiles are");
        }
        for (long i = 0; i < offsets.count; i++) {
            long size = number(sizes, i);
            if (size < 0 || size > length || number(offsets, i) > length - size) {
                throw new IOException("it is cut off: a strip or tile points beyond the file's end");
            }
        }
        return offsets.count;
    }

    private long number(Entry entry, long index) throws IOException {
        int size = TYPE_SIZES[entry.type];
        ByteBuffer bytes = bytes(entry.place + index * size, size);
        return switch (size) {
            case 2 -> Short.toUnsignedLong(bytes.getShort());
            case 4 -> Integer.toUnsignedLong(bytes.getInt());
            case 8 -> bytes.getLong();
            default -> throw new IOException("its tag " + entry.tag + " has the wrong type " + entry.type);
        };
    }

    /** A field of a directory and where its values stand. */
    private record Entry(int tag, int type, long count, long place) {}

    private ByteBuffer bytes(long offset, int count) throws IOException {
        if (offset < 0 || offset > length - count) {
            throw new IOException("it is cut off");
        }
        byte[] bytes = new byte[count];
        file.seek(offset);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(order);
    }
}
