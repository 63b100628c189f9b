package io.microscape.atlas;

import com.google.flatbuffers.Constants;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;

/**
 * A memory-mapped FlatGeobuf file with an index, as {@link FlatGeobufWriter} makes it. Features are decoded straight from
 * the mapped bytes; only what a query meets is touched. Thread-safe: the mapped buffer is never moved, each read works on
 * a duplicate. The mapping lives as long as this object, even when the file is deleted meanwhile.
 */
final class FlatGeobufReader {
    private final Path file;
    private final int items;
    private final int geometryType;
    private final int[] columnTypes;
    private final ByteBuffer tree;
    private final ByteBuffer features;

    private FlatGeobufReader(Path file, HeaderMeta header, ByteBuffer tree, ByteBuffer features) {
        this.file = file;
        this.items = Math.toIntExact(header.featuresCount);
        this.geometryType = header.geometryType;
        this.columnTypes =
                header.columns.stream().mapToInt(column -> column.type).toArray();
        this.tree = tree;
        this.features = features;
    }

    /**
     * Maps the file.
     *
     * @throws SnapshotUnavailableException if it is absent, damaged, without an index, or larger than 2 GiB
     */
    static FlatGeobufReader open(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new SnapshotUnavailableException(file + " is larger than 2 GiB, the most that is served");
            }
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            HeaderMeta header = HeaderMeta.read(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN));
            if (header.featuresCount > 0 && header.indexNodeSize != PackedHilbertTree.NODE_SIZE) {
                throw new SnapshotUnavailableException(file + " has no index of " + PackedHilbertTree.NODE_SIZE);
            }
            int treeBytes = Math.toIntExact(PackedHilbertTree.bytes(Math.toIntExact(header.featuresCount)));
            ByteBuffer tree = bytes.slice(header.offset, treeBytes).order(ByteOrder.LITTLE_ENDIAN);
            int start = header.offset + treeBytes;
            ByteBuffer features = bytes.slice(start, bytes.limit() - start).order(ByteOrder.LITTLE_ENDIAN);
            return new FlatGeobufReader(file, header, tree, features);
        } catch (IOException e) {
            throw new SnapshotUnavailableException("cannot read " + file + "; publish its study again", e);
        } catch (RuntimeException e) {
            throw asUnavailable(file, e);
        }
    }

    /** Features in the file. */
    int count() {
        return items;
    }

    /**
     * Hands over geometry and attribute values of the features whose envelopes meet the box, in file order; all of them
     * when it is null. Single-part multi-geometries come as their only part.
     *
     * @throws SnapshotUnavailableException if the file is damaged
     */
    void query(Envelope box, BiConsumer<Geometry, List<Object>> action) {
        ByteBuffer buffer = features.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        Feature feature = new Feature();
        Envelope everywhere = new Envelope(
                Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        PackedHilbertTree.search(tree, items, box == null ? everywhere : box, offset -> {
            Geometry geometry;
            List<Object> values;
            try {
                locate(feature, buffer, offset);
                geometry = unwrapped(GeometryConversions.deserialize(feature.geometry(), geometryType));
                values = values(feature);
            } catch (RuntimeException e) {
                throw asUnavailable(file, e);
            }
            action.accept(geometry, values);
        });
    }

    private static void locate(Feature feature, ByteBuffer buffer, long offset) {
        int start = Math.toIntExact(offset) + Constants.SIZE_PREFIX_LENGTH;
        buffer.position(start);
        feature.__init(buffer.getInt(start) + start, buffer);
    }

    private List<Object> values(Feature feature) {
        Object[] values = new Object[columnTypes.length];
        ByteBuffer properties = feature.propertiesAsByteBuffer();
        if (properties != null) {
            properties.order(ByteOrder.LITTLE_ENDIAN);
            while (properties.hasRemaining()) {
                int column = Short.toUnsignedInt(properties.getShort());
                values[column] = value(properties, columnTypes[column]);
            }
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    private static Object value(ByteBuffer properties, int type) {
        return switch (type) {
            case ColumnType.Bool -> properties.get() != 0;
            case ColumnType.Int -> properties.getInt();
            case ColumnType.Long -> properties.getLong();
            case ColumnType.Double -> properties.getDouble();
            case ColumnType.String -> {
                byte[] text = new byte[properties.getInt()];
                properties.get(text);
                yield new String(text, StandardCharsets.UTF_8);
            }
            default -> throw new IllegalStateException("column type " + type + " is none of a snapshot's");
        };
    }

    private static Geometry unwrapped(Geometry geometry) {
        return geometry instanceof GeometryCollection && geometry.getNumGeometries() == 1
                ? geometry.getGeometryN(0)
                : geometry;
    }

    private static SnapshotUnavailableException asUnavailable(Path file, RuntimeException cause) {
        return cause instanceof SnapshotUnavailableException unavailable
                ? unavailable
                : new SnapshotUnavailableException(
                        file + " is damaged (" + cause.getMessage() + "); publish its study again", cause);
    }
}
