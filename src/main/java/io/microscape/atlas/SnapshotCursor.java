package io.microscape.atlas;

import com.google.flatbuffers.Constants;
import com.google.flatbuffers.IntVector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.GeometryCollection;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * The one {@link FeatureView} of a scan, moved from feature to feature over the mapped bytes of a FlatGeobuf file. Not
 * thread-safe: each scan has its own.
 */
final class SnapshotCursor implements FeatureView {
    private static final int ABSENT = -1;

    private final FlatGeobufReader file;
    private final int geometryType;
    private final int[] columnTypes;
    private final int idColumn;
    private final Feature table = new Feature();
    private final Geometry geometry = new Geometry();
    private final Geometry part = new Geometry();
    private final IntVector ends = new IntVector();
    private final int[] positions;
    /** Where the properties begin that were not looked for yet; {@link #ABSENT} before any were. */
    private int unread;

    private int propertiesEnd;
    private ByteBuffer bytes;
    private ByteBuffer properties;
    private ByteBuffer vertices;
    /** The window as doubles that begin so many bytes after its start: numbers of a geometry are copied in one go. */
    private final DoubleBuffer[] doubles = new DoubleBuffer[Double.BYTES];

    private long offset;
    private double minX;
    private double minY;
    private double maxX;
    private double maxY;

    SnapshotCursor(FlatGeobufReader file, int geometryType, int[] columnTypes, int idColumn) {
        this.file = file;
        this.geometryType = geometryType;
        this.columnTypes = columnTypes;
        this.idColumn = idColumn;
        this.positions = new int[columnTypes.length];
    }

    /**
     * Moves it to a feature.
     *
     * @param window the part of the file that holds the feature whole
     * @param start where it begins there
     * @param featureOffset bytes from the first feature, for messages
     */
    void move(ByteBuffer window, int start, long featureOffset, double west, double south, double east, double north) {
        if (window != bytes) {
            bytes = window;
            properties = window.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            vertices = window.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            Arrays.fill(doubles, null);
        }
        int root = start + Constants.SIZE_PREFIX_LENGTH;
        table.__init(bytes.getInt(root) + root, bytes);
        unread = ABSENT;
        offset = featureOffset;
        minX = west;
        minY = south;
        maxX = east;
        maxY = north;
    }

    @Override
    public String id() {
        return String.valueOf(value(idColumn));
    }

    @Override
    public double minX() {
        return minX;
    }

    @Override
    public double minY() {
        return minY;
    }

    @Override
    public double maxX() {
        return maxX;
    }

    @Override
    public double maxY() {
        return maxY;
    }

    @Override
    public void read(PackedCoordinates coordinates) {
        try {
            table.geometry(geometry);
            int type = geometryType == GeometryType.Unknown ? geometry.type() : geometryType;
            coordinates.begin(kind(type));
            int parts = geometry.partsLength();
            for (int i = 0; i < parts; i++) {
                addParts(geometry.parts(part, i), coordinates);
            }
            if (parts == 0) {
                addParts(geometry, coordinates);
            }
        } catch (RuntimeException e) {
            throw file.damagedAt(offset, e);
        }
    }

    private static PackedCoordinates.Kind kind(int type) {
        return switch (type) {
            case GeometryType.Polygon, GeometryType.MultiPolygon -> PackedCoordinates.Kind.POLYGONS;
            case GeometryType.LineString, GeometryType.MultiLineString -> PackedCoordinates.Kind.LINES;
            case GeometryType.Point, GeometryType.MultiPoint -> PackedCoordinates.Kind.POINTS;
            default -> throw new IllegalStateException("geometry type " + type + " is none of a snapshot's");
        };
    }

    private void addParts(Geometry from, PackedCoordinates coordinates) {
        if (from.xyInByteBuffer(vertices) == null) {
            return;
        }
        int xy = vertices.position();
        int size = vertices.remaining() / (2 * Double.BYTES);
        vertices.clear();
        if (coordinates.kind() == PackedCoordinates.Kind.POINTS) {
            for (int i = 0; i < size; i++) {
                add(xy, i, i + 1, false, coordinates);
            }
            return;
        }
        int parts = from.endsLength();
        boolean polygon = coordinates.kind() == PackedCoordinates.Kind.POLYGONS;
        if (parts == 0) {
            add(xy, 0, size, polygon, coordinates);
            return;
        }
        from.endsVector(ends);
        int start = 0;
        for (int i = 0; i < parts; i++) {
            int end = ends.get(i);
            add(xy, start, end, polygon && i == 0, coordinates);
            start = end;
        }
    }

    private void add(int xy, int start, int end, boolean shell, PackedCoordinates coordinates) {
        if (end <= start) {
            return;
        }
        int at = coordinates.addPart(end - start, shell);
        doublesFrom(xy % Double.BYTES)
                .get(xy / Double.BYTES + 2 * start, coordinates.ordinates(), at, 2 * (end - start));
    }

    private DoubleBuffer doublesFrom(int first) {
        DoubleBuffer view = doubles[first];
        if (view == null) {
            view = bytes.slice(first, bytes.capacity() - first)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer();
            doubles[first] = view;
        }
        return view;
    }

    @Override
    public Object value(int attribute) {
        int at = position(attribute);
        if (at == ABSENT) {
            return null;
        }
        return switch (columnTypes[attribute]) {
            case ColumnType.Bool -> properties.get(at) != 0;
            case ColumnType.Int -> properties.getInt(at);
            case ColumnType.Long -> properties.getLong(at);
            case ColumnType.Double -> properties.getDouble(at);
            default -> text(at);
        };
    }

    @Override
    public double number(int attribute) {
        int at = position(attribute);
        if (at == ABSENT) {
            return Double.NaN;
        }
        return switch (columnTypes[attribute]) {
            case ColumnType.Int -> properties.getInt(at);
            case ColumnType.Long -> properties.getLong(at);
            case ColumnType.Double -> properties.getDouble(at);
            default -> Double.NaN;
        };
    }

    private String text(int at) {
        try {
            byte[] text = new byte[properties.getInt(at)];
            properties.get(at + Integer.BYTES, text);
            return new String(text, StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            throw file.damagedAt(offset, e);
        }
    }

    /** Where the value of an attribute begins; the properties are passed over as far as needed, and once. */
    private int position(int attribute) {
        try {
            if (unread == ABSENT) {
                beginProperties();
            }
            while (positions[attribute] == ABSENT && unread < propertiesEnd) {
                int column = Short.toUnsignedInt(properties.getShort(unread));
                unread += Short.BYTES;
                positions[column] = unread;
                unread += length(columnTypes[column], unread);
            }
        } catch (RuntimeException e) {
            throw file.damagedAt(offset, e);
        }
        return positions[attribute];
    }

    private void beginProperties() {
        Arrays.fill(positions, ABSENT);
        boolean has = table.propertiesInByteBuffer(properties) != null;
        unread = has ? properties.position() : 0;
        propertiesEnd = has ? properties.limit() : 0;
        properties.clear();
    }

    private int length(int type, int at) {
        return switch (type) {
            case ColumnType.Bool -> Byte.BYTES;
            case ColumnType.Int -> Integer.BYTES;
            case ColumnType.Long -> Long.BYTES;
            case ColumnType.Double -> Double.BYTES;
            case ColumnType.String -> Integer.BYTES + properties.getInt(at);
            default -> throw new IllegalStateException("column type " + type + " is none of a snapshot's");
        };
    }

    @Override
    public List<Object> values() {
        Object[] values = new Object[columnTypes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i);
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** Single-part multi-geometries come as their only part. */
    @Override
    public org.locationtech.jts.geom.Geometry geometry() {
        try {
            org.locationtech.jts.geom.Geometry whole =
                    GeometryConversions.deserialize(table.geometry(geometry), geometryType);
            return whole instanceof GeometryCollection && whole.getNumGeometries() == 1 ? whole.getGeometryN(0) : whole;
        } catch (RuntimeException e) {
            throw file.damagedAt(offset, e);
        }
    }

    @Override
    public SnapshotFeature feature() {
        return new SnapshotFeature(id(), geometry(), values());
    }
}
