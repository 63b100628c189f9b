package io.microscape.source.geojson;

import io.microscape.source.DamagedFeatureException;
import io.microscape.source.ReaderNotes;
import io.microscape.source.geometry.PlanarGeometry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * The nested arrays of GeoJSON's "coordinates" before the type is known (it may stand behind them): positions are packed,
 * arrays of arrays are branches.
 */
final class CoordinateNest {
    private static final int RING_POINTS = 4;

    private double[] xy = new double[2];
    private int points;
    private boolean position;
    private final List<CoordinateNest> branches = new ArrayList<>();

    /** This array is itself a position. */
    void setPosition(double x, double y) {
        position = true;
        append(x, y);
    }

    /** A nested array that is no position. */
    void addBranch(CoordinateNest nested) {
        branches.add(nested);
    }

    /** A nested position. */
    void append(double x, double y) {
        if (2 * points == xy.length) {
            xy = Arrays.copyOf(xy, 2 * xy.length);
        }
        xy[2 * points] = x;
        xy[2 * points + 1] = y;
        points++;
    }

    /**
     * The geometry of that GeoJSON type.
     *
     * @param notes takes the rings that had to be closed
     * @param label the feature, for notes
     * @throws DamagedFeatureException if the arrays are nested in another way than the type wants, or there is no such type
     */
    Geometry geometry(String type, ReaderNotes notes, String label) {
        return switch (type) {
            case "Point" -> point(label);
            case "MultiPoint" -> PlanarGeometry.FACTORY.createMultiPoint(path(type, label));
            case "LineString" -> line(type, label);
            case "MultiLineString" ->
                PlanarGeometry.FACTORY.createMultiLineString(nested(type, label).stream()
                        .map(branch -> branch.line(type, label))
                        .toArray(LineString[]::new));
            case "Polygon" -> polygon(type, notes, label);
            case "MultiPolygon" ->
                PlanarGeometry.FACTORY.createMultiPolygon(nested(type, label).stream()
                        .map(branch -> branch.polygon(type, notes, label))
                        .toArray(Polygon[]::new));
            default -> throw new DamagedFeatureException(label, "GeoJSON has no geometry type \"" + type + "\"");
        };
    }

    private Geometry point(String label) {
        if (!position && (points > 0 || !branches.isEmpty())) {
            throw wrongNesting("Point", label);
        }
        return position
                ? PlanarGeometry.FACTORY.createPoint(path("Point", label))
                : PlanarGeometry.FACTORY.createPoint();
    }

    private LineString line(String type, String label) {
        CoordinateSequence path = path(type, label);
        if (path.size() == 1 || position) {
            throw new DamagedFeatureException(label, "a line of its " + type + " has one point");
        }
        return PlanarGeometry.FACTORY.createLineString(path);
    }

    private Polygon polygon(String type, ReaderNotes notes, String label) {
        List<LinearRing> rings = new ArrayList<>();
        for (CoordinateNest ring : nested(type, label)) {
            if (ring.position) {
                throw wrongNesting(type, label);
            }
            rings.add(ring.ring(type, notes, label));
        }
        return rings.isEmpty()
                ? PlanarGeometry.FACTORY.createPolygon()
                : PlanarGeometry.FACTORY.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    /** A closed ring; one of too few points is filled up with its first, so that it is seen as collapsed later. */
    private LinearRing ring(String type, ReaderNotes notes, String label) {
        CoordinateSequence path = path(type, label);
        if (path.size() > 0) {
            boolean open = xy[0] != xy[2 * points - 2] || xy[1] != xy[2 * points - 1];
            if (open) {
                notes.count("rings that were not closed were closed", label);
            }
            if (open || points < RING_POINTS) {
                do {
                    append(xy[0], xy[1]);
                } while (points < RING_POINTS);
            }
        }
        return PlanarGeometry.FACTORY.createLinearRing(path(type, label));
    }

    private CoordinateSequence path(String type, String label) {
        if (!branches.isEmpty()) {
            throw wrongNesting(type, label);
        }
        return new PackedCoordinateSequence.Double(Arrays.copyOf(xy, 2 * points), 2, 0);
    }

    private List<CoordinateNest> nested(String type, String label) {
        if (points > 0) {
            throw wrongNesting(type, label);
        }
        return branches;
    }

    private static DamagedFeatureException wrongNesting(String type, String label) {
        return new DamagedFeatureException(label, "the coordinates are not nested as a " + type + " wants them");
    }
}
