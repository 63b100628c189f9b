package io.microscape.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * A piece of ground beside a street, with coordinates of its own: (0, 0) to (1, 0) is its front along the kerb, 1 the
 * depth. What is drawn in them follows the bend of the street.
 *
 * @param start place along the street where it begins, m
 * @param width m along the street
 * @param depth m off the kerb
 * @param side 1 to the left of the street, −1 to the right
 */
record Plot(Street street, double start, double width, double depth, int side) {
    static final GeometryFactory FACTORY = new GeometryFactory();
    /** From the centre line of the street to the kerb, m. */
    static final double KERB = 4.5;

    private static final double STEP = 2.5;

    /** The point of those plot coordinates. */
    Coordinate at(double x, double y) {
        return street.place(start + x * width, side * (KERB + y * depth));
    }

    /** The point of the street's centre line before the plot. */
    Coordinate onStreet(double x) {
        return street.place(start + x * width, 0);
    }

    Plot movedTo(double newStart) {
        return new Plot(street, newStart, width, depth, side);
    }

    /** A polygon of plot coordinates x, y, x, y …, its edges bent with the street. */
    Polygon polygon(double[] shell, double[]... holes) {
        LinearRing[] rings = new LinearRing[holes.length];
        for (int i = 0; i < holes.length; i++) {
            rings[i] = FACTORY.createLinearRing(ring(holes[i]));
        }
        return (Polygon) toMillimetres(FACTORY.createPolygon(FACTORY.createLinearRing(ring(shell)), rings));
    }

    /** Snapped to the millimetre and valid, without slivers thinner than that. */
    static Geometry toMillimetres(Geometry geometry) {
        return GeometryPrecisionReducer.reduce(geometry, new PrecisionModel(1000));
    }

    LineString line(List<Coordinate> points) {
        return FACTORY.createLineString(points.toArray(Coordinate[]::new));
    }

    private Coordinate[] ring(double[] corners) {
        List<Coordinate> points = new ArrayList<>();
        int count = corners.length / 2;
        for (int i = 0; i < count; i++) {
            int next = (i + 1) % count;
            double dx = corners[2 * next] - corners[2 * i];
            double dy = corners[2 * next + 1] - corners[2 * i + 1];
            int steps = Math.max(1, (int) Math.round(Math.abs(dx) * width / STEP));
            for (int step = 0; step < steps; step++) {
                points.add(at(corners[2 * i] + dx * step / steps, corners[2 * i + 1] + dy * step / steps));
            }
        }
        points.add(points.get(0).copy());
        return points.toArray(Coordinate[]::new);
    }
}
