package io.microscape.atlas;

import com.google.flatbuffers.FlatBufferBuilder;
import io.microscape.atlas.LayerDefinition.GeometryType;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;

/**
 * Writes a FlatGeobuf file with its packed Hilbert R-tree. Own code because the flatgeobuf library serialises geometries
 * but has no feature writer.
 *
 * <p>Features pass through a temporary file beside the target and only their envelopes and lengths stay in memory (36
 * bytes each, twice as much while the file is completed), so that a layer of a million features needs no heap of its size.
 * The same features in the same order give
 * the same bytes. Not thread-safe.
 *
 * <pre>
 * magic | header | index (root … leaves) | features in Hilbert order
 * </pre>
 */
public final class FlatGeobufWriter implements Closeable {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Path target;
    private final Path spool;
    private final FlatGeobufSchema schema;
    private final int geometryType;
    private final FileChannel spoolChannel;
    private final OutputStream spoolStream;
    private final FeatureBoxes boxes;
    private final boolean ownBoxes;
    private final FlatBufferBuilder builder = new FlatBufferBuilder(4096);
    private ByteBuffer properties = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    private int[] lengths = new int[1024];
    private int count;

    /**
     * Begins a file. Nothing is at the target before {@link #finish}.
     *
     * @throws IOException if the temporary file beside the target cannot be written
     */
    public FlatGeobufWriter(Path target, FlatGeobufSchema schema) throws IOException {
        this(target, schema, new FeatureBoxes(), true);
    }

    /**
     * Begins a file of features whose envelopes are kept for several files.
     *
     * @param shared takes the envelopes of the same features in the same order from somebody else, before {@link #finish}
     */
    FlatGeobufWriter(Path target, FlatGeobufSchema schema, FeatureBoxes shared) throws IOException {
        this(target, schema, shared, false);
    }

    private FlatGeobufWriter(Path target, FlatGeobufSchema schema, FeatureBoxes boxes, boolean ownBoxes)
            throws IOException {
        this.boxes = boxes;
        this.ownBoxes = ownBoxes;
        this.target = target;
        this.schema = schema;
        this.geometryType = FlatGeobufTypes.geometryType(schema.geometry());
        this.spool = target.resolveSibling(target.getFileName() + ".spool");
        this.spoolChannel = FileChannel.open(
                spool,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        this.spoolStream = new BufferedOutputStream(Channels.newOutputStream(spoolChannel), 1 << 16);
    }

    /**
     * Adds a feature.
     *
     * @param geometry of the schema's kind, simple or multi; Z and M are not written
     * @param values in the order of the columns, each of its column's type or null
     * @throws IllegalArgumentException if the geometry is empty or of another kind, or a value of another type
     */
    public void add(Geometry geometry, List<?> values) throws IOException {
        if (geometry == null || geometry.isEmpty()) {
            throw new IllegalArgumentException("feature " + count + " of " + schema.name() + " has no geometry");
        }
        builder.clear();
        int geometryOffset =
                GeometryConversions.serialize(builder, ofLayerType(geometry, schema.geometry()), (byte) geometryType);
        int propertiesOffset = Feature.createPropertiesVector(builder, encode(values));
        Feature.finishSizePrefixedFeatureBuffer(
                builder, Feature.createFeature(builder, geometryOffset, propertiesOffset, 0));
        ByteBuffer bytes = builder.dataBuffer();
        int length = bytes.remaining();
        spoolStream.write(bytes.array(), bytes.arrayOffset() + bytes.position(), length);
        if (ownBoxes) {
            boxes.add(geometry.getEnvelopeInternal());
        }
        if (count == lengths.length) {
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        lengths[count++] = length;
    }

    /** Features added so far. */
    public long count() {
        return count;
    }

    /** Envelope of all features added so far; null when there is none. */
    public Envelope extent() {
        return count == 0 ? null : boxes.extent();
    }

    /** Writes header, index and sorted features to the target. */
    public void finish() throws IOException {
        spoolStream.flush();
        PackedHilbertTree tree = boxes.tree();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            out.write(Constants.MAGIC_BYTES);
            writeHeader(out);
            tree.write(out, lengths);
            writeFeatures(out, tree);
        }
    }

    /** Removes the temporary file. */
    @Override
    public void close() throws IOException {
        spoolChannel.close();
    }

    private ByteBuffer encode(List<?> values) {
        if (values.size() != schema.columns().size()) {
            throw new IllegalArgumentException(schema.name() + " has "
                    + schema.columns().size() + " columns, a feature came with " + values.size() + " values");
        }
        properties.clear();
        for (int column = 0; column < values.size(); column++) {
            Object value = values.get(column);
            if (value != null) {
                encode(column, value);
            }
        }
        return properties.flip();
    }

    private void encode(int column, Object value) {
        Class<?> type = schema.columns().get(column).type();
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "column " + schema.columns().get(column).name() + " of " + schema.name() + " holds "
                            + type.getSimpleName() + ", not " + value.getClass().getName());
        }
        byte[] text = value instanceof String string ? string.getBytes(StandardCharsets.UTF_8) : null;
        ensureRoom(Short.BYTES + Long.BYTES + (text == null ? 0 : text.length));
        properties.putShort((short) column);
        if (text != null) {
            properties.putInt(text.length).put(text);
        } else if (value instanceof Double number) {
            properties.putDouble(number);
        } else if (value instanceof Long number) {
            properties.putLong(number);
        } else if (value instanceof Integer number) {
            properties.putInt(number);
        } else {
            properties.put((byte) (Boolean.TRUE.equals(value) ? 1 : 0));
        }
    }

    private void ensureRoom(int bytes) {
        if (properties.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(properties.capacity() * 2, properties.position() + bytes))
                    .order(ByteOrder.LITTLE_ENDIAN);
            larger.put(properties.flip());
            properties = larger;
        }
    }

    private void writeHeader(OutputStream out) throws IOException {
        FlatBufferBuilder header = new FlatBufferBuilder(4096);
        int[] columns = schema.columns().stream()
                .mapToInt(column -> column(header, column))
                .toArray();
        int columnsOffset = Header.createColumnsVector(header, columns);
        Envelope extent = boxes.extent();
        int envelopeOffset = extent.isNull()
                ? 0
                : Header.createEnvelopeVector(
                        header, new double[] {extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()});
        int crsOffset = Crs.createCrs(
                header,
                header.createString("EPSG"),
                schema.epsg(),
                header.createString(schema.crsName()),
                0,
                0,
                header.createString("EPSG:" + schema.epsg()));
        int name = header.createString(schema.name());
        int title = text(header, schema.title());
        int description = text(header, schema.description());
        Header.finishSizePrefixedHeaderBuffer(
                header,
                Header.createHeader(
                        header,
                        name,
                        envelopeOffset,
                        geometryType,
                        false,
                        false,
                        false,
                        false,
                        columnsOffset,
                        count,
                        count == 0 ? 0 : PackedHilbertTree.NODE_SIZE,
                        crsOffset,
                        title,
                        description,
                        0));
        out.write(header.sizedByteArray());
    }

    private static int column(FlatBufferBuilder header, FlatGeobufSchema.Column column) {
        int name = header.createString(column.name());
        int title = text(header, column.title());
        int description = text(header, column.description());
        int type = FlatGeobufTypes.columnType(column.type());
        return Column.createColumn(header, name, type, title, description, -1, -1, -1, true, false, false, 0);
    }

    private static int text(FlatBufferBuilder header, String text) {
        return text == null || text.isEmpty() ? 0 : header.createString(text);
    }

    private void writeFeatures(OutputStream out, PackedHilbertTree tree) throws IOException {
        long[] offsets = new long[count];
        for (int item = 1; item < count; item++) {
            offsets[item] = offsets[item - 1] + lengths[item - 1];
        }
        ByteBuffer feature = ByteBuffer.allocate(1 << 16);
        for (int place = 0; place < count; place++) {
            int item = tree.itemAt(place);
            if (feature.capacity() < lengths[item]) {
                feature = ByteBuffer.allocate(lengths[item]);
            }
            feature.clear().limit(lengths[item]);
            while (feature.hasRemaining()) {
                if (spoolChannel.read(feature, offsets[item] + feature.position()) < 0) {
                    throw new IOException(spool + " ended before its feature " + item);
                }
            }
            out.write(feature.array(), 0, lengths[item]);
        }
    }

    private static Geometry ofLayerType(Geometry geometry, GeometryType layerType) {
        if (layerType == GeometryType.POLYGON) {
            if (geometry instanceof Polygon polygon) {
                return GEOMETRIES.createMultiPolygon(new Polygon[] {polygon});
            } else if (geometry instanceof MultiPolygon) {
                return geometry;
            }
        } else if (layerType == GeometryType.LINE) {
            if (geometry instanceof LineString line) {
                return GEOMETRIES.createMultiLineString(new LineString[] {line});
            } else if (geometry instanceof MultiLineString) {
                return geometry;
            }
        } else if (geometry instanceof Point) {
            return geometry;
        }
        throw new IllegalArgumentException("a " + geometry.getGeometryType() + " cannot be in a layer of " + layerType);
    }
}
