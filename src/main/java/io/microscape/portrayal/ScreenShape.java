package io.microscape.portrayal;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * A geometry on the pixels of a picture: one path of its rings and lines, and where a symbol for it stands. Vertices nearer
 * than a fraction of a pixel to the one before are left out.
 */
final class ScreenShape {
    private static final double NEGLIGIBLE_PIXELS = 0.4;

    private final Geometry geometry;
    private final MapFrame frame;
    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    private final boolean area;
    private Rectangle2D bounds;

    private ScreenShape(Geometry geometry, MapFrame frame) {
        this.geometry = geometry;
        this.frame = frame;
        this.area = geometry.getDimension() == 2;
    }

    /** The geometry's shape; empty when it has no place in the picture's CRS. */
    static Optional<ScreenShape> of(Geometry geometry, MapFrame frame) {
        ScreenShape shape = new ScreenShape(geometry, frame);
        return shape.add(geometry) ? Optional.of(shape) : Optional.empty();
    }

    Path2D path() {
        return path;
    }

    boolean isArea() {
        return area;
    }

    /** Bounds in pixels. */
    Rectangle2D bounds() {
        if (bounds == null) {
            bounds = path.getBounds2D();
        }
        return bounds;
    }

    /** Whether it is smaller than so many pixels in both directions. */
    boolean smallerThan(double pixels) {
        return bounds().getWidth() < pixels && bounds().getHeight() < pixels;
    }

    /** Places of point symbols: each point, the middle of each line, a point inside the largest polygon. */
    List<Point2D> symbolPoints() {
        List<Point2D> points = new ArrayList<>();
        if (area) {
            add(points, smallerThan(2) ? geometry.getEnvelopeInternal().centre() : interior(largest()));
        } else {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                Geometry part = geometry.getGeometryN(i);
                add(points, part instanceof LineString line ? middle(line) : part.getCoordinate());
            }
        }
        return points;
    }

    /** The centroid where it lies inside, as people place symbols; else the interior point. */
    private static Coordinate interior(Geometry polygon) {
        Point centroid = polygon.getCentroid();
        return polygon.intersects(centroid)
                ? centroid.getCoordinate()
                : polygon.getInteriorPoint().getCoordinate();
    }

    private Geometry largest() {
        Geometry largest = geometry.getGeometryN(0);
        for (int i = 1; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i).getArea() > largest.getArea()) {
                largest = geometry.getGeometryN(i);
            }
        }
        return largest;
    }

    private static Coordinate middle(LineString line) {
        return new LengthIndexedLine(line).extractPoint(line.getLength() / 2);
    }

    private void add(List<Point2D> points, Coordinate lonLat) {
        double[] xy = {lonLat.x, lonLat.y};
        if (frame.toPixels(xy, 1)) {
            points.add(new Point2D.Double(xy[0], xy[1]));
        }
    }

    private boolean add(Geometry part) {
        if (part instanceof GeometryCollection collection) {
            for (int i = 0; i < collection.getNumGeometries(); i++) {
                if (!add(collection.getGeometryN(i))) {
                    return false;
                }
            }
            return true;
        } else if (part instanceof Polygon polygon) {
            boolean placed = add(polygon.getExteriorRing().getCoordinateSequence(), true);
            for (int i = 0; placed && i < polygon.getNumInteriorRing(); i++) {
                placed = add(polygon.getInteriorRingN(i).getCoordinateSequence(), true);
            }
            return placed;
        } else if (part instanceof LineString line) {
            return add(line.getCoordinateSequence(), false);
        }
        return add(((Point) part).getCoordinateSequence(), false);
    }

    private boolean add(CoordinateSequence sequence, boolean ring) {
        int points = sequence.size();
        double[] xy = new double[2 * points];
        for (int i = 0; i < points; i++) {
            xy[2 * i] = sequence.getX(i);
            xy[2 * i + 1] = sequence.getY(i);
        }
        if (points == 0 || !frame.toPixels(xy, points)) {
            return points == 0;
        }
        path.moveTo(xy[0], xy[1]);
        double lastColumn = xy[0];
        double lastRow = xy[1];
        for (int i = 1; i < points; i++) {
            double column = xy[2 * i];
            double row = xy[2 * i + 1];
            boolean last = i == points - 1;
            if (last && !ring
                    || Math.abs(column - lastColumn) > NEGLIGIBLE_PIXELS
                    || Math.abs(row - lastRow) > NEGLIGIBLE_PIXELS) {
                path.lineTo(column, row);
                lastColumn = column;
                lastRow = row;
            }
        }
        if (ring) {
            path.closePath();
        }
        return true;
    }
}
