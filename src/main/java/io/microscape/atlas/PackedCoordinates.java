package io.microscape.atlas;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The vertices of one geometry in a row, ring after ring and line after line, in arrays that are used again for the next:
 * drawing a million polygons makes no garbage. Not thread-safe.
 */
public final class PackedCoordinates {
    /** What the vertices make up. */
    public enum Kind {
        POINTS,
        LINES,
        POLYGONS
    }

    private Kind kind = Kind.POINTS;
    private double[] ordinates = new double[64];
    private int[] ends = new int[4];
    private boolean[] shells = new boolean[4];
    private int parts;

    /** Points, lines or polygons. */
    public Kind kind() {
        return kind;
    }

    /** x, y, x, y … of all vertices; longer than what is used. */
    public double[] ordinates() {
        return ordinates;
    }

    /** Rings, lines or points. */
    public int parts() {
        return parts;
    }

    /** Vertices of all parts. */
    public int size() {
        return parts == 0 ? 0 : ends[parts - 1];
    }

    /** First vertex of a part. */
    public int start(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    /** Vertex after the last of a part. */
    public int end(int part) {
        return ends[part];
    }

    /** Whether a ring is the outer one of a polygon. */
    public boolean isShell(int part) {
        return shells[part];
    }

    /** Empties it for a geometry of that kind. */
    void begin(Kind newKind) {
        kind = newKind;
        parts = 0;
    }

    /** Makes room for a part and gives the place of its first ordinate. */
    int addPart(int vertices, boolean shell) {
        int first = size();
        if (parts == ends.length) {
            ends = Arrays.copyOf(ends, 2 * parts);
            shells = Arrays.copyOf(shells, 2 * parts);
        }
        int end = first + vertices;
        if (2 * end > ordinates.length) {
            ordinates = Arrays.copyOf(ordinates, Math.max(2 * end, 2 * ordinates.length));
        }
        ends[parts] = end;
        shells[parts++] = shell;
        return 2 * first;
    }

    /** Takes the vertices of a geometry of one kind of parts. */
    public void set(Geometry geometry) {
        begin(
                switch (geometry.getDimension()) {
                    case 2 -> Kind.POLYGONS;
                    case 1 -> Kind.LINES;
                    default -> Kind.POINTS;
                });
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                add(polygon.getExteriorRing().getCoordinateSequence(), true);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    add(polygon.getInteriorRingN(hole).getCoordinateSequence(), false);
                }
            } else if (part instanceof LineString line) {
                add(line.getCoordinateSequence(), false);
            } else if (part instanceof Point point) {
                add(point.getCoordinateSequence(), false);
            }
        }
    }

    private void add(CoordinateSequence sequence, boolean shell) {
        if (sequence.size() == 0) {
            return;
        }
        int at = addPart(sequence.size(), shell);
        for (int i = 0; i < sequence.size(); i++) {
            ordinates[at++] = sequence.getX(i);
            ordinates[at++] = sequence.getY(i);
        }
    }
}
