package io.microscape.source.flatgeobuf;

import io.microscape.source.FeatureReader;
import io.microscape.source.ImportLimits;
import io.microscape.source.ReaderNotes;
import io.microscape.source.SourceFeature;
import io.microscape.source.file.ByteSource;
import io.microscape.source.file.SourceFile;
import io.microscape.source.geometry.PlanarGeometry;
import io.microscape.study.InvalidInputException;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.Header;

/**
 * Features of a FlatGeobuf file in file order; its index is passed over. Tables and geometry are decoded by the
 * flatgeobuf library, after their counts were checked against the bytes that are there, which the library does not do.
 */
public final class FlatGeobufReader implements FeatureReader {
    private static final int SIZE_FIELD = 4;
    private static final int NODE = 40;
    private static final int MAX_HEADER = 1 << 26;
    private static final int MAX_DEPTH = 16;

    private final SourceFile file;
    private final ImportLimits limits;
    private final ReaderNotes notes = new ReaderNotes();
    private final ByteSource bytes;
    private final String layer;
    private final int geometryType;
    private final List<ColumnInfo> columns;
    private final DeclaredCrs crs;
    private final long stated;
    private long read;

    private record ColumnInfo(String name, int type) {}

    /** Counts within a feature that its bytes cannot hold. */
    private static final class ImplausibleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ImplausibleException(String problem) {
            super(problem);
        }
    }

    private FlatGeobufReader(SourceFile file, ImportLimits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        this.bytes = new ByteSource(file.path());
        try {
            byte[] magic = bytes.read(Constants.MAGIC_BYTES.length);
            if (!Arrays.equals(magic, 0, 4, Constants.MAGIC_BYTES, 0, 4)) {
                throw file.invalid("is no FlatGeobuf file of version 3", "check that the file is what its name says");
            }
            Header header = Header.getRootAsHeader(sized(MAX_HEADER));
            layer = header.name() == null ? file.layerName() : header.name();
            geometryType = header.geometryType();
            stated = header.featuresCount();
            columns = columns(header);
            crs = crs(header.crs());
            if (header.hasZ() || header.hasM()) {
                notes.add("Z and M values are dropped");
            }
            long index = indexSize(stated, header.indexNodeSize());
            if (stated < 0 || index > bytes.remaining()) {
                throw damaged("its index does not fit into the file");
            }
            bytes.seek(bytes.position() + index);
        } catch (InvalidInputException e) {
            bytes.close();
            throw e;
        } catch (EOFException | RuntimeException e) {
            bytes.close();
            throw damaged("its header cannot be read");
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * Opens a file.
     *
     * @throws InvalidInputException if it is no FlatGeobuf file or is damaged
     */
    public static FlatGeobufReader open(SourceFile file, ImportLimits limits) throws IOException {
        return new FlatGeobufReader(file, limits);
    }

    private ByteBuffer sized(long most) throws IOException {
        long size = bytes.read(SIZE_FIELD, ByteOrder.LITTLE_ENDIAN).getInt() & 0xFFFFFFFFL;
        if (size > most || size > bytes.remaining() || size < SIZE_FIELD) {
            throw new EOFException();
        }
        return bytes.read((int) size, ByteOrder.LITTLE_ENDIAN);
    }

    private static List<ColumnInfo> columns(Header header) {
        int count = plausible(header.columnsLength(), SIZE_FIELD, header.getByteBuffer());
        List<ColumnInfo> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(column(header.columns(i)));
        }
        return columns;
    }

    private static ColumnInfo column(Column column) {
        if (column.name() == null || column.type() < 0 || column.type() > ColumnType.Binary) {
            throw new ImplausibleException("a column has no name or an unknown type");
        }
        return new ColumnInfo(column.name(), column.type());
    }

    private static DeclaredCrs crs(Crs crs) {
        if (crs == null) {
            return null;
        }
        if (crs.code() > 0) {
            return new DeclaredCrs((crs.org() == null ? "EPSG" : crs.org()) + ":" + crs.code(), "file");
        }
        if (crs.org() != null && crs.codeString() != null) {
            return new DeclaredCrs(crs.org() + ":" + crs.codeString(), "file");
        }
        return crs.wkt() == null || crs.wkt().isBlank() ? null : new DeclaredCrs(crs.wkt(), "file");
    }

    /** Bytes of the packed Hilbert R-tree: 40 a node, with so many nodes a level. */
    private static long indexSize(long features, int nodeSize) {
        if (features <= 0 || nodeSize == 0) {
            return 0;
        }
        if (nodeSize < 2) {
            throw new ImplausibleException("index nodes of size " + nodeSize);
        }
        long nodes = features;
        long level = features;
        // A single feature still has a root above it.
        do {
            level = (level + nodeSize - 1) / nodeSize;
            nodes += level;
        } while (level > 1);
        return nodes > Long.MAX_VALUE / NODE ? Long.MAX_VALUE : nodes * NODE;
    }

    /** The count, if the buffer can hold so many elements of that size. */
    private static int plausible(int count, int size, ByteBuffer buffer) {
        if (count < 0 || (long) count * size > buffer.limit()) {
            throw new ImplausibleException("it states more values than it has bytes for");
        }
        return count;
    }

    @Override
    public String format() {
        return "FlatGeobuf";
    }

    @Override
    public String layer() {
        return layer;
    }

    @Override
    public List<String> columns() {
        return columns.stream().map(ColumnInfo::name).toList();
    }

    @Override
    public DeclaredCrs crs() {
        return crs;
    }

    @Override
    public SourceFeature next() throws IOException {
        if (bytes.remaining() == 0) {
            if (read < stated) {
                throw damaged("it states " + stated + " features but ends after " + read);
            }
            return null;
        }
        if (stated > 0 && read == stated) {
            notes.add(bytes.remaining() + " bytes behind the last feature are not read");
            return null;
        }
        String label = "feature " + (read + 1);
        try {
            Feature feature = Feature.getRootAsFeature(sized(longestFeature()));
            Map<String, Object> attributes = attributes(feature, label);
            org.locationtech.jts.geom.Geometry geometry = geometry(feature.geometry());
            read++;
            return new SourceFeature(label, geometry, attributes);
        } catch (EOFException e) {
            throw file.invalid(label, "the file is damaged or ends here", SourceFile.GET_IT_AGAIN);
        } catch (ImplausibleException e) {
            throw file.invalid(label, "damaged: " + e.getMessage(), SourceFile.GET_IT_AGAIN);
        } catch (RuntimeException e) {
            // The library answers damage with whatever its arithmetic runs into.
            throw new InvalidInputException(file.shown() + ", " + label + ": damaged; " + SourceFile.GET_IT_AGAIN, e);
        }
    }

    private long longestFeature() {
        return Math.min(Integer.MAX_VALUE - 8L, 64L * limits.maxCoordinates() + limits.maxTextLength());
    }

    private org.locationtech.jts.geom.Geometry geometry(Geometry geometry) {
        if (geometry == null) {
            return null;
        }
        check(geometry, new int[1], 0);
        int type = geometryType == 0 ? geometry.type() : geometryType;
        return PlanarGeometry.of(GeometryConversions.deserialize(geometry, type));
    }

    private void check(Geometry geometry, int[] coordinates, int depth) {
        ByteBuffer buffer = geometry.getByteBuffer();
        int ordinates = plausible(geometry.xyLength(), Double.BYTES, buffer);
        plausible(geometry.endsLength(), SIZE_FIELD, buffer);
        if (geometry.zLength() != 0 && geometry.zLength() != ordinates / 2) {
            throw new ImplausibleException("it has not as many Z values as points");
        }
        // A part costs at least a coordinate, lest parts that share their bytes multiply without end.
        coordinates[0] = Math.addExact(coordinates[0], Math.max(1, ordinates / 2));
        if (coordinates[0] > limits.maxCoordinates() || coordinates[0] > buffer.limit()) {
            throw new ImplausibleException("it has more coordinates than the limit of " + limits.maxCoordinates()
                    + " (MICROSCAPE_MAX_COORDINATES) or its bytes allow");
        }
        long end = 0;
        for (int i = 0; i < geometry.endsLength(); i++) {
            if (geometry.ends(i) < end || geometry.ends(i) > ordinates / 2) {
                throw new ImplausibleException("its parts are out of order");
            }
            end = geometry.ends(i);
        }
        int parts = plausible(geometry.partsLength(), SIZE_FIELD, buffer);
        if (parts > 0 && depth == MAX_DEPTH) {
            throw new ImplausibleException("its parts are nested too deeply");
        }
        for (int i = 0; i < parts; i++) {
            check(geometry.parts(i), coordinates, depth + 1);
        }
    }

    private Map<String, Object> attributes(Feature feature, String label) {
        List<ColumnInfo> own = columns;
        int ownColumns = plausible(feature.columnsLength(), SIZE_FIELD, feature.getByteBuffer());
        if (columns.isEmpty() && ownColumns > 0) {
            own = new ArrayList<>();
            for (int i = 0; i < ownColumns; i++) {
                own.add(column(feature.columns(i)));
            }
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        own.forEach(column -> attributes.put(column.name(), null));
        ByteBuffer properties = feature.propertiesAsByteBuffer();
        if (properties != null) {
            properties = properties.slice().order(ByteOrder.LITTLE_ENDIAN);
            while (properties.hasRemaining()) {
                int index = properties.getShort() & 0xFFFF;
                if (index >= own.size()) {
                    throw new ImplausibleException("it has a value for a column that there is not");
                }
                ColumnInfo column = own.get(index);
                attributes.put(column.name(), value(column, properties, label));
            }
        }
        return Collections.unmodifiableMap(attributes);
    }

    private Object value(ColumnInfo column, ByteBuffer in, String label) {
        return switch (column.type()) {
            case ColumnType.Byte -> (long) in.get();
            case ColumnType.UByte -> in.get() & 0xFFL;
            case ColumnType.Bool -> in.get() != 0;
            case ColumnType.Short -> (long) in.getShort();
            case ColumnType.UShort -> in.getShort() & 0xFFFFL;
            case ColumnType.Int -> (long) in.getInt();
            case ColumnType.UInt -> in.getInt() & 0xFFFFFFFFL;
            case ColumnType.Long -> in.getLong();
            case ColumnType.ULong -> unsigned(in.getLong());
            case ColumnType.Float -> (double) in.getFloat();
            case ColumnType.Double -> in.getDouble();
            case ColumnType.Binary -> {
                text(in);
                notes.count("column " + column.name() + ": binary values are not read", label);
                yield null;
            }
            default -> text(in);
        };
    }

    private static Number unsigned(long value) {
        return value >= 0 ? (Number) value : (Number) new BigInteger(Long.toUnsignedString(value));
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new ImplausibleException("a text is longer than its feature");
        }
        byte[] text = new byte[length];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private InvalidInputException damaged(String problem) {
        return file.invalid("damaged FlatGeobuf file: " + problem, SourceFile.GET_IT_AGAIN);
    }

    @Override
    public long done() {
        return bytes.position();
    }

    @Override
    public long total() {
        return bytes.size();
    }

    @Override
    public List<String> notes() {
        return notes.list();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
