package io.microscape.atlas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.wololo.flatgeobuf.HeaderMeta;

/**
 * A memory-mapped FlatGeobuf file with an index, as {@link FlatGeobufWriter} makes it. Features are read straight from
 * the mapped bytes; only what a scan meets is touched, and nothing of the file is kept on the heap. Thread-safe: the
 * mapped buffers are never moved, each scan works on duplicates. The mapping lives as long as this object, even when the
 * file is deleted meanwhile.
 *
 * <p>A buffer of Java reaches no further than 2 GiB. Larger files are mapped as windows that begin every GiB and overlap
 * by one, so that every feature of up to 1 GiB lies whole in the window that it begins in.
 */
final class FlatGeobufReader {
    private static final long WINDOW_STEP = 1L << 30;
    private static final Envelope EVERYWHERE = new Envelope(
            Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final Path file;
    private final int items;
    private final int geometryType;
    private final int[] columnTypes;
    private final ByteBuffer tree;
    private final ByteBuffer[] windows;

    private FlatGeobufReader(Path file, HeaderMeta header, ByteBuffer tree, ByteBuffer[] windows) {
        this.file = file;
        this.items = Math.toIntExact(header.featuresCount);
        this.geometryType = header.geometryType;
        this.columnTypes =
                header.columns.stream().mapToInt(column -> column.type).toArray();
        this.tree = tree;
        this.windows = windows;
    }

    /**
     * Maps the file.
     *
     * @throws SnapshotUnavailableException if it is absent, damaged or without an index
     */
    static FlatGeobufReader open(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            HeaderMeta header = HeaderMeta.read(map(channel, 0, Math.min(channel.size(), Integer.MAX_VALUE)));
            if (header.featuresCount > 0 && header.indexNodeSize != PackedHilbertTree.NODE_SIZE) {
                throw new SnapshotUnavailableException(file + " has no index of " + PackedHilbertTree.NODE_SIZE);
            }
            long treeBytes = PackedHilbertTree.bytes(Math.toIntExact(header.featuresCount));
            ByteBuffer tree = map(channel, header.offset, treeBytes);
            return new FlatGeobufReader(file, header, tree, windows(channel, header.offset + treeBytes));
        } catch (IOException e) {
            throw new SnapshotUnavailableException("cannot read " + file + "; publish its study again", e);
        } catch (RuntimeException e) {
            throw asUnavailable(file, e);
        }
    }

    private static ByteBuffer[] windows(FileChannel channel, long start) throws IOException {
        long length = channel.size() - start;
        ByteBuffer[] windows = new ByteBuffer[(int) (Math.max(0, length - 1) / WINDOW_STEP + 1)];
        for (int i = 0; i < windows.length; i++) {
            long from = i * WINDOW_STEP;
            windows[i] = map(channel, start + from, Math.min(length - from, Integer.MAX_VALUE));
        }
        return windows;
    }

    private static ByteBuffer map(FileChannel channel, long start, long length) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, start, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Features in the file. */
    int count() {
        return items;
    }

    /**
     * Passes over the features whose envelopes meet the box, in file order; over all of them when it is null.
     *
     * @param idColumn place of the attribute that identifies a feature
     * @param action sees each feature as long as it runs
     * @throws SnapshotUnavailableException if the file is damaged
     */
    void scan(Envelope box, int idColumn, Consumer<? super FeatureView> action) {
        ByteBuffer[] bytes = new ByteBuffer[windows.length];
        SnapshotCursor cursor = new SnapshotCursor(this, geometryType, columnTypes, idColumn);
        PackedHilbertTree.search(tree, items, box == null ? EVERYWHERE : box, (offset, minX, minY, maxX, maxY) -> {
            int window = (int) (offset / WINDOW_STEP);
            try {
                if (bytes[window] == null) {
                    bytes[window] = windows[window].duplicate().order(ByteOrder.LITTLE_ENDIAN);
                }
                cursor.move(bytes[window], (int) (offset % WINDOW_STEP), offset, minX, minY, maxX, maxY);
            } catch (RuntimeException e) {
                throw damagedAt(offset, e);
            }
            action.accept(cursor);
        });
    }

    /** That the file cannot be read at that many bytes from its first feature. */
    SnapshotUnavailableException damagedAt(long offset, RuntimeException cause) {
        return new SnapshotUnavailableException(
                file + " is damaged at feature byte " + offset + " (" + cause.getMessage()
                        + "); publish its study again",
                cause);
    }

    private static SnapshotUnavailableException asUnavailable(Path file, RuntimeException cause) {
        return cause instanceof SnapshotUnavailableException unavailable
                ? unavailable
                : new SnapshotUnavailableException(
                        file + " is damaged (" + cause.getMessage() + "); publish its study again", cause);
    }
}
