package io.microscape.portrayal;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.study.InvalidInputException;
import org.locationtech.jts.geom.Envelope;

/**
 * Where places of EPSG:4326 lie on the pixels of a picture, at what scale, and which places the picture shows. Thread-safe once it
 * is prepared.
 */
final class MapFrame {
    private static final CoordinateSystem LON_LAT = CoordinateSystem.of("CRS:84");
    /** Side of the standardised rendering pixel in m (OGC 05-077r4, SE 1.1, 10.2). */
    static final double STANDARD_PIXEL_M = 0.00028;
    /** Length of a degree of the equator, 2π · 6378137 / 360 m, by which degrees count in scale denominators there. */
    static final double DEGREE_M = 111_319.490_793_273_58;

    private final CoordinateSystem crs;
    private final CoordinateTransform fromLonLat;
    private final Envelope box;
    private final int width;
    private final int height;
    private final double pixelsPerStandardPixel;
    private PixelGrid grid;
    private PixelGrid.Scale scale;

    /**
     * The frame of a picture.
     *
     * @param crsCode its CRS
     * @param box its extent in that CRS, x = east
     * @param width pixels
     * @param height pixels
     * @throws InvalidInputException if there is no such CRS
     */
    MapFrame(String crsCode, Envelope box, int width, int height) {
        this(crsCode, box, width, height, 1);
    }

    /** The frame of a map. */
    MapFrame(MapImage map) {
        this(map.crs(), map.box(), map.width(), map.height(), map.symbolScale());
    }

    private MapFrame(String crsCode, Envelope box, int width, int height, double pixelsPerStandardPixel) {
        this.pixelsPerStandardPixel = pixelsPerStandardPixel;
        this.crs = CoordinateSystem.of(crsCode);
        this.fromLonLat = CoordinateTransform.between(LON_LAT, crs);
        this.box = box;
        this.width = width;
        this.height = height;
    }

    /** Pixels of the picture for one of 0.28 mm. */
    double symbolScale() {
        return pixelsPerStandardPixel;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Scale denominator as the OGC defines it: width of a standard pixel on the ground over 0.28 mm. */
    double scaleDenominator() {
        return unitsPerPixel() * pixelsPerStandardPixel * (crs.geographic() ? DEGREE_M : 1) / STANDARD_PIXEL_M;
    }

    /** Column of the CRS's own origin, mostly far outside: what patterns are aligned to, so that tiles join. */
    double originColumn() {
        return -box.getMinX() * width / box.getWidth();
    }

    /** Row of the CRS's own origin. */
    double originRow() {
        return box.getMaxY() * height / box.getHeight();
    }

    /**
     * The box in EPSG:4326 that holds everything that can reach into a part of the picture, or null for everywhere.
     *
     * @param column left edge of the part
     * @param row its upper edge
     * @param columns its width in pixels
     * @param rows its height in pixels
     * @param margin pixels that symbols reach beyond their geometries
     */
    Envelope lonLatBox(double column, double row, double columns, double rows, double margin) {
        double perColumn = box.getWidth() / width;
        double perRow = box.getHeight() / height;
        Envelope part = new Envelope(
                box.getMinX() + (column - margin) * perColumn,
                box.getMinX() + (column + columns + margin) * perColumn,
                box.getMaxY() - (row + rows + margin) * perRow,
                box.getMaxY() - (row - margin) * perRow);
        if (fromLonLat.isIdentity()) {
            return part;
        }
        try {
            Envelope lonLat = CoordinateTransform.between(crs, LON_LAT).apply(part);
            return Double.isFinite(lonLat.getArea()) ? lonLat : null;
        } catch (InvalidInputException e) {
            // corners beyond the world have no longitude: all features are tried, and each is clipped by the picture
            return null;
        }
    }

    /**
     * Puts points of EPSG:4326 onto the picture, in place.
     *
     * @param xy longitude, latitude … becomes column, row …
     * @return false when a point has no place in the picture's CRS
     */
    boolean toPixels(double[] xy, int points) {
        int first = 0;
        if (grid != null) {
            while (first < points && grid.interpolate(xy, first)) {
                first++;
            }
        }
        try {
            place(xy, first, points - first);
        } catch (InvalidInputException e) {
            return false;
        }
        for (int i = 0; i < 2 * points; i++) {
            if (!Double.isFinite(xy[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * The affine transform from EPSG:4326 to pixels about a place, for shapes of a few pixels.
     *
     * @param affine takes six numbers: column = [0] + [1] · longitude + [2] · latitude, row = [3] + [4] · longitude + [5] · latitude
     * @return false where none is known, and nothing was done
     */
    boolean affineAt(double longitude, double latitude, double[] affine) {
        if (fromLonLat.isIdentity()) {
            affine[1] = width / box.getWidth();
            affine[5] = -height / box.getHeight();
            affine[0] = -box.getMinX() * affine[1];
            affine[3] = -box.getMaxY() * affine[5];
            affine[2] = 0;
            affine[4] = 0;
            return true;
        }
        return grid != null && grid.affineAt(longitude, latitude, affine);
    }

    private void place(double[] xy, int points) {
        place(xy, 0, points);
    }

    private void place(double[] xy, int first, int points) {
        if (!fromLonLat.isIdentity()) {
            fromLonLat.apply(xy, 2 * first, points);
        }
        double columnsPerUnit = width / box.getWidth();
        double rowsPerUnit = height / box.getHeight();
        for (int i = 2 * first; i < 2 * (first + points); i += 2) {
            xy[i] = (xy[i] - box.getMinX()) * columnsPerUnit;
            xy[i + 1] = (box.getMaxY() - xy[i + 1]) * rowsPerUnit;
        }
    }

    /** Prepares the frame for drawing many vertices: places between the nodes of a grid are interpolated from then on. */
    void interpolate(double margin) {
        if (fromLonLat.isIdentity()) {
            scale = new PixelGrid.Scale(width / box.getWidth(), 0, 0, height / box.getHeight());
            return;
        }
        PixelGrid over = PixelGrid.over(lonLatBox(0, 0, width, height, margin), this::place);
        scale = over == null ? PixelGrid.Scale.UNKNOWN : over.mostPerDegree();
        grid = over != null && over.isExactEnough() ? over : null;
    }

    /** Most pixels that a degree takes up anywhere in the picture, once it is prepared. */
    PixelGrid.Scale scale() {
        return scale == null ? PixelGrid.Scale.UNKNOWN : scale;
    }

    private double unitsPerPixel() {
        return box.getWidth() / width;
    }
}
