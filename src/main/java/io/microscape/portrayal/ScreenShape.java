package io.microscape.portrayal;

import io.microscape.atlas.FeatureView;
import io.microscape.atlas.PackedCoordinates;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * A geometry on the pixels of a picture: its rings and lines, and where a symbol for it stands. Vertices nearer than a
 * fraction of a pixel to the one before are left out; what is smaller than a pixel altogether is a dot, of which not even
 * the vertices are read. Those of a polygon of a few pixels are put onto the picture when somebody asks for them, for a
 * {@link SmallPolygonRaster} does not. One shape serves feature after feature. Not thread-safe.
 */
final class ScreenShape {
    private static final double NEGLIGIBLE_PIXELS = 0.4;
    private static final double DOT_PIXELS = 1;

    private final MapFrame frame;
    private final PackedCoordinates coordinates = new PackedCoordinates();
    private double[] xy = new double[64];
    private int[] partEnds = new int[4];
    private boolean[] shells = new boolean[4];
    private int parts;
    private FeatureView view;
    private boolean area;
    private boolean dot;
    private boolean smallRing;
    private boolean placed;
    private double minColumn;
    private double minRow;
    private double maxColumn;
    private double maxRow;
    private Path2D.Double path;
    private final double[] affine = new double[6];

    /** A shape for the features of a picture. */
    ScreenShape(MapFrame frame) {
        this.frame = frame;
    }

    /**
     * Takes the shape of a feature.
     *
     * @param polygons whether the layer's features are polygons
     * @return false when it has no place in the picture's CRS
     */
    boolean show(FeatureView feature, boolean polygons) {
        view = feature;
        path = null;
        parts = 0;
        dot = false;
        smallRing = false;
        placed = true;
        if (polygons && showDot(feature)) {
            return true;
        }
        feature.read(coordinates);
        area = coordinates.kind() == PackedCoordinates.Kind.POLYGONS;
        return polygons && area && coordinates.parts() == 1 && showSmallRing() || placeAll();
    }

    private boolean showSmallRing() {
        double longitudes = view.maxX() - view.minX();
        double latitudes = view.maxY() - view.minY();
        double longitude = (view.minX() + view.maxX()) / 2;
        double latitude = (view.minY() + view.maxY()) / 2;
        smallRing = frame.scale().columns(longitudes, latitudes) <= SmallPolygonRaster.MOST_PIXELS
                && frame.scale().rows(longitudes, latitudes) <= SmallPolygonRaster.MOST_PIXELS
                && frame.affineAt(longitude, latitude, affine);
        if (smallRing) {
            double column = affine[0] + affine[1] * longitude + affine[2] * latitude;
            double row = affine[3] + affine[4] * longitude + affine[5] * latitude;
            double halfWidth = (Math.abs(affine[1]) * longitudes + Math.abs(affine[2]) * latitudes) / 2;
            double halfHeight = (Math.abs(affine[4]) * longitudes + Math.abs(affine[5]) * latitudes) / 2;
            minColumn = column - halfWidth;
            maxColumn = column + halfWidth;
            minRow = row - halfHeight;
            maxRow = row + halfHeight;
            placed = false;
        }
        return smallRing;
    }

    private boolean showDot(FeatureView feature) {
        double longitudes = feature.maxX() - feature.minX();
        double latitudes = feature.maxY() - feature.minY();
        double width = frame.scale().columns(longitudes, latitudes);
        double height = frame.scale().rows(longitudes, latitudes);
        if (!(width < DOT_PIXELS && height < DOT_PIXELS)) {
            return false;
        }
        xy[0] = (feature.minX() + feature.maxX()) / 2;
        xy[1] = (feature.minY() + feature.maxY()) / 2;
        if (!frame.toPixels(xy, 1)) {
            return false;
        }
        area = true;
        dot = true;
        minColumn = xy[0] - width / 2;
        maxColumn = xy[0] + width / 2;
        minRow = xy[1] - height / 2;
        maxRow = xy[1] + height / 2;
        return true;
    }

    private void placeIfNeeded() {
        if (!placed) {
            placed = true;
            placeAll();
        }
    }

    private boolean placeAll() {
        int size = coordinates.size();
        double[] lonLat = coordinates.ordinates();
        if (!frame.toPixels(lonLat, size)) {
            return false;
        }
        if (xy.length < 2 * size) {
            xy = new double[Math.max(2 * size, 2 * xy.length)];
        }
        if (partEnds.length < coordinates.parts()) {
            partEnds = new int[2 * coordinates.parts()];
            shells = new boolean[2 * coordinates.parts()];
        }
        minColumn = Double.POSITIVE_INFINITY;
        minRow = Double.POSITIVE_INFINITY;
        maxColumn = Double.NEGATIVE_INFINITY;
        maxRow = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int part = 0; part < coordinates.parts(); part++) {
            count = keep(lonLat, coordinates.start(part), coordinates.end(part), count);
            shells[part] = coordinates.isShell(part);
            partEnds[part] = count;
        }
        parts = coordinates.parts();
        return true;
    }

    private int keep(double[] pixels, int start, int end, int already) {
        int count = already;
        double lastColumn = 0;
        double lastRow = 0;
        for (int i = start; i < end; i++) {
            double column = pixels[2 * i];
            double row = pixels[2 * i + 1];
            boolean needed = i == start || !area && i == end - 1;
            if (needed
                    || Math.abs(column - lastColumn) > NEGLIGIBLE_PIXELS
                    || Math.abs(row - lastRow) > NEGLIGIBLE_PIXELS) {
                xy[2 * count] = column;
                xy[2 * count + 1] = row;
                count++;
                lastColumn = column;
                lastRow = row;
                minColumn = Math.min(minColumn, column);
                maxColumn = Math.max(maxColumn, column);
                minRow = Math.min(minRow, row);
                maxRow = Math.max(maxRow, row);
            }
        }
        return count;
    }

    /** The picture that it is on. */
    MapFrame frame() {
        return frame;
    }

    /** Whether it is a polygon smaller than a pixel. */
    boolean isDot() {
        return dot;
    }

    /** Whether it is a polygon of one ring, few pixels large, to draw from {@link #lonLat} by the {@link #affine}. */
    boolean isSmallRing() {
        return smallRing && !placed;
    }

    /** Longitude, latitude … of the vertices of a small ring. */
    double[] lonLat() {
        return coordinates.ordinates();
    }

    /** Vertices of a small ring. */
    int vertices() {
        return coordinates.size();
    }

    /** What takes longitude and latitude at a small ring to pixels, as {@link MapFrame#affineAt} gives it. */
    double[] affine() {
        return affine;
    }

    double centreColumn() {
        return (minColumn + maxColumn) / 2;
    }

    double centreRow() {
        return (minRow + maxRow) / 2;
    }

    double minColumn() {
        return minColumn;
    }

    double minRow() {
        return minRow;
    }

    double maxColumn() {
        return maxColumn;
    }

    double maxRow() {
        return maxRow;
    }

    /** column, row, column, row … of its vertices; those of rings without the closing one repeated for certain. */
    double[] ordinates() {
        placeIfNeeded();
        return xy;
    }

    /** Rings or lines; none for a dot. */
    int parts() {
        placeIfNeeded();
        return parts;
    }

    int start(int part) {
        return part == 0 ? 0 : partEnds[part - 1];
    }

    int end(int part) {
        return partEnds[part];
    }

    /** Whether a ring is the outer one of a polygon. */
    boolean isShell(int part) {
        return shells[part];
    }

    /** The same as a path of Java2D. */
    Path2D path() {
        if (path == null) {
            placeIfNeeded();
            path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            if (dot) {
                path.append(new Rectangle2D.Double(minColumn, minRow, maxColumn - minColumn, maxRow - minRow), false);
            }
            for (int part = 0; part < parts; part++) {
                append(start(part), end(part));
            }
        }
        return path;
    }

    private void append(int start, int end) {
        for (int i = start; i < end; i++) {
            if (i == start) {
                path.moveTo(xy[2 * i], xy[2 * i + 1]);
            } else {
                path.lineTo(xy[2 * i], xy[2 * i + 1]);
            }
        }
        if (area) {
            path.closePath();
        }
    }

    /** Whether it is made of lines. */
    boolean hasLines() {
        return !area && coordinates.kind() == PackedCoordinates.Kind.LINES;
    }

    boolean isArea() {
        return area;
    }

    double width() {
        return maxColumn - minColumn;
    }

    double height() {
        return maxRow - minRow;
    }

    /** Places of point symbols: each point, the middle of each line, a point inside the largest polygon. */
    List<Point2D> symbolPoints() {
        if (area && width() < 2 && height() < 2) {
            return List.of(new Point2D.Double(centreColumn(), centreRow()));
        }
        List<Point2D> points = new ArrayList<>();
        if (coordinates.kind() == PackedCoordinates.Kind.POINTS) {
            for (int part = 0; part < parts; part++) {
                points.add(new Point2D.Double(xy[2 * start(part)], xy[2 * start(part) + 1]));
            }
            return points;
        }
        Geometry geometry = view.geometry();
        if (area) {
            add(points, interior(largest(geometry)));
        } else {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                add(points, middle((LineString) geometry.getGeometryN(i)));
            }
        }
        return points;
    }

    /** The centroid where it lies inside, as people place symbols; else the interior point. */
    private static Coordinate interior(Geometry polygon) {
        Geometry centroid = polygon.getCentroid();
        return polygon.intersects(centroid)
                ? centroid.getCoordinate()
                : polygon.getInteriorPoint().getCoordinate();
    }

    private static Geometry largest(Geometry geometry) {
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
        double[] place = {lonLat.x, lonLat.y};
        if (frame.toPixels(place, 1)) {
            points.add(new Point2D.Double(place[0], place[1]));
        }
    }
}
