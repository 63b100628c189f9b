package io.microscape.atlas;

import com.google.flatbuffers.Constants;
import com.google.flatbuffers.DoubleVector;
import com.google.flatbuffers.IntVector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    private final DoubleVector xy = new DoubleVector();
    private final IntVector ends = new IntVector();
    private final int[] positions;
    private boolean located;
    private ByteBuffer bytes;
    private ByteBuffer properties;
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
        }
        int root = start + Constants.SIZE_PREFIX_LENGTH;
        table.__init(bytes.getInt(root) + root, bytes);
        located = false;
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
        from.xyVector(xy);
        int vertices = xy.length() / 2;
        if (coordinates.kind() == PackedCoordinates.Kind.POINTS) {
            for (int i = 0; i < vertices; i++) {
                add(i, i + 1, false, coordinates);
            }
            return;
        }
        int parts = from.endsLength();
        boolean polygon = coordinates.kind() == PackedCoordinates.Kind.POLYGONS;
        if (parts == 0) {
            add(0, vertices, polygon, coordinates);
            return;
        }
        from.endsVector(ends);
        int start = 0;
        for (int i = 0; i < parts; i++) {
            int end = ends.get(i);
            add(start, end, polygon && i == 0, coordinates);
            start = end;
        }
    }

    private void add(int start, int end, boolean shell, PackedCoordinates coordinates) {
        if (end <= start) {
            return;
        }
        int at = coordinates.addPart(end - start, shell);
        double[] ordinates = coordinates.ordinates();
        for (int i = 2 * start; i < 2 * end; i++) {
            ordinates[at++] = xy.get(i);
        }
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

    /** Where the value of an attribute begins, looked up for all of them when the first is asked for. */
    private int position(int attribute) {
        if (!located) {
            try {
                locate();
            } catch (RuntimeException e) {
                throw file.damagedAt(offset, e);
            }
        }
        return positions[attribute];
    }

    private void locate() {
        Arrays.fill(positions, ABSENT);
        if (table.propertiesInByteBuffer(properties) != null) {
            int at = properties.position();
            int end = properties.limit();
            properties.clear();
            while (at < end) {
                int column = Short.toUnsignedInt(properties.getShort(at));
                at += Short.BYTES;
                positions[column] = at;
                at += length(columnTypes[column], at);
            }
        }
        located = true;
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
