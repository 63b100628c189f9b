package io.microscape.source.shapefile;

import io.microscape.source.ReaderNotes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * Geometry of one Shapefile record (ESRI Shapefile Technical Description, 1998). Every count is checked against the
 * record before memory is taken for it. Z and M are passed over.
 */
final class ShapeDecoder {
    /** Numbers below this are "no data" (Technical Description, page 2). */
    private static final double NO_DATA = -1e38;

    private static final int NULL_SHAPE = 0;
    private static final int POINT = 1;
    private static final int POLY_LINE = 3;
    private static final int POLYGON = 5;
    private static final int MULTI_POINT = 8;
    private static final int Z = 10;
    private static final int M = 20;
    private static final int MULTI_PATCH = 31;

    private final GeometryFactory factory = new GeometryFactory();
    private final int shapeType;
    private final int maxCoordinates;
    private final ReaderNotes notes;

    /** A record that cannot be read; the message says why, for people. */
    static final class DamagedRecordException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedRecordException(String problem) {
            super(problem);
        }
    }

    /**
     * @param shapeType the file's shape type, one that {@link #knows}
     * @param maxCoordinates coordinates that one geometry may have
     */
    ShapeDecoder(int shapeType, int maxCoordinates, ReaderNotes notes) {
        this.shapeType = shapeType;
        this.maxCoordinates = maxCoordinates;
        this.notes = notes;
        if (shapeType > M) {
            notes.add("M values are dropped");
        } else if (shapeType > Z) {
            notes.add("Z values, and M values if any, are dropped");
        }
    }

    /** Whether shapes of the type are read: null, point, line, polygon and multi-point with or without Z and M. */
    static boolean knows(int shapeType) {
        return switch (planar(shapeType)) {
            case NULL_SHAPE -> shapeType == NULL_SHAPE;
            case POINT, POLY_LINE, POLYGON, MULTI_POINT -> shapeType < MULTI_PATCH;
            default -> false;
        };
    }

    static boolean isMultiPatch(int shapeType) {
        return shapeType == MULTI_PATCH;
    }

    private static int planar(int shapeType) {
        return shapeType < 0 ? -1 : shapeType % Z;
    }

    /** The longest record that keeps the limit on coordinates, in bytes. */
    long longestRecord() {
        return 128 + 40L * maxCoordinates;
    }

    /**
     * Decodes a record's content.
     *
     * @param place names the record in notes
     * @return the geometry, or null for a null shape
     */
    Geometry decode(byte[] content, String place) throws DamagedRecordException {
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        require(in, 4, "shape type");
        int type = in.getInt();
        if (type == NULL_SHAPE) {
            return null;
        }
        if (type != shapeType) {
            throw new DamagedRecordException("it is of shape type " + type + " in a file of type " + shapeType);
        }
        return switch (planar(type)) {
            case POINT -> point(in, place);
            case MULTI_POINT -> multiPoint(in);
            case POLY_LINE -> lines(in, place);
            default -> polygons(in, place);
        };
    }

    private Geometry point(ByteBuffer in, String place) throws DamagedRecordException {
        require(in, 16, "point");
        double x = in.getDouble();
        double y = in.getDouble();
        if (x < NO_DATA && y < NO_DATA) {
            notes.count("points whose coordinates are \"no data\" are read as empty", place);
            return factory.createPoint();
        }
        return factory.createPoint(new CoordinateXY(x, y));
    }

    private Geometry multiPoint(ByteBuffer in) throws DamagedRecordException {
        require(in, 36, "box and number of points");
        in.position(in.position() + 32);
        int count = pointCount(in.getInt());
        require(in, 16L * count, "points");
        return factory.createMultiPoint(sequence(in, count, false, 0));
    }

    private Geometry lines(ByteBuffer in, String place) throws DamagedRecordException {
        Parts parts = parts(in);
        LineString[] lines = new LineString[parts.filled()];
        int line = 0;
        for (int part = 0; part < parts.starts.length; part++) {
            int length = parts.length(part);
            if (length > 0) {
                if (length == 1) {
                    notes.count("lines of a single point", place);
                }
                lines[line++] = factory.createLineString(sequence(in, length, false, 2));
            }
        }
        return lines.length == 1 ? lines[0] : factory.createMultiLineString(lines);
    }

    private Geometry polygons(ByteBuffer in, String place) throws DamagedRecordException {
        Parts parts = parts(in);
        RingNesting nesting = new RingNesting(factory);
        for (int part = 0; part < parts.starts.length; part++) {
            int length = parts.length(part);
            if (length > 0) {
                int first = in.position();
                int last = first + 16 * (length - 1);
                boolean closed =
                        in.getDouble(first) == in.getDouble(last) && in.getDouble(first + 8) == in.getDouble(last + 8);
                if (!closed) {
                    notes.count("rings that were open are closed", place);
                }
                nesting.add(factory.createLinearRing(sequence(in, length, !closed, 4)));
            }
        }
        Geometry polygons = nesting.build();
        if (nesting.woundWrongly() > 0) {
            notes.count("polygons with rings wound the wrong way: holes are found by where they lie", place);
        }
        return polygons;
    }

    /** Where the parts of a shape start, in points. */
    private record Parts(int[] starts, int points) {
        int length(int part) {
            return (part + 1 < starts.length ? starts[part + 1] : points) - starts[part];
        }

        int filled() {
            int filled = 0;
            for (int part = 0; part < starts.length; part++) {
                filled += length(part) > 0 ? 1 : 0;
            }
            return filled;
        }
    }

    private Parts parts(ByteBuffer in) throws DamagedRecordException {
        require(in, 40, "box and numbers of parts and points");
        in.position(in.position() + 32);
        int count = in.getInt();
        int points = pointCount(in.getInt());
        if (count < 0 || count > points) {
            throw new DamagedRecordException("it states " + (count & 0xFFFFFFFFL) + " parts for " + points + " points");
        }
        require(in, 4L * count + 16L * points, "parts and points");
        if (points > 0 && count == 0) {
            throw new DamagedRecordException("it has points but no part");
        }
        int[] starts = new int[count];
        for (int part = 0; part < count; part++) {
            starts[part] = in.getInt();
            int least = part == 0 ? 0 : starts[part - 1];
            if (starts[part] < least || starts[part] > points || part == 0 && starts[part] != 0) {
                throw new DamagedRecordException("part " + (part + 1) + " starts at point " + starts[part]);
            }
        }
        return new Parts(starts, points);
    }

    private int pointCount(int stated) throws DamagedRecordException {
        if (stated < 0 || stated > maxCoordinates) {
            throw new DamagedRecordException("it states " + (stated & 0xFFFFFFFFL) + " points, more than the limit of "
                    + maxCoordinates + " (MICROSCAPE_MAX_COORDINATES)");
        }
        return stated;
    }

    /**
     * The next points.
     *
     * @param close add the first point at the end
     * @param least repeat the last point until there are so many, for a collapsed line or ring that is to be reported as
     *     such later
     */
    private static CoordinateSequence sequence(ByteBuffer in, int count, boolean close, int least) {
        int size = Math.max(count + (close ? 1 : 0), least);
        double[] ordinates = new double[2 * size];
        for (int i = 0; i < 2 * count; i++) {
            ordinates[i] = in.getDouble();
        }
        int filled = count;
        if (close) {
            ordinates[2 * filled] = ordinates[0];
            ordinates[2 * filled + 1] = ordinates[1];
            filled++;
        }
        for (; filled > 0 && filled < size; filled++) {
            ordinates[2 * filled] = ordinates[2 * filled - 2];
            ordinates[2 * filled + 1] = ordinates[2 * filled - 1];
        }
        return new PackedCoordinateSequence.Double(ordinates, 2, 0);
    }

    private static void require(ByteBuffer in, long bytes, String what) throws DamagedRecordException {
        if (in.remaining() < bytes) {
            throw new DamagedRecordException("it has no room for its " + what);
        }
    }
}
