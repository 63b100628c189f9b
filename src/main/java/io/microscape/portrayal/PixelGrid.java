package io.microscape.portrayal;

import io.microscape.study.InvalidInputException;
import org.locationtech.jts.geom.Envelope;

/**
 * A transform from longitude and latitude to pixels, known at the nodes of a grid and interpolated between them. Projecting
 * every vertex exactly takes longer than drawing it, and nobody sees a fiftieth of a pixel. Thread-safe.
 */
final class PixelGrid {
    private static final int CELLS = 16;
    private static final int NODES = CELLS + 1;
    private static final double TOLERANCE_PIXELS = 0.02;
    /** Between nodes the scale differs a little from that between them. */
    private static final double SCALE_RESERVE = 1.05;

    private final double west;
    private final double south;
    private final double cellsPerLongitude;
    private final double cellsPerLatitude;
    private final double[] pixels;
    private final boolean exactEnough;

    private PixelGrid(Envelope lonLat, double[] pixels, boolean exactEnough) {
        this.west = lonLat.getMinX();
        this.south = lonLat.getMinY();
        this.cellsPerLongitude = CELLS / lonLat.getWidth();
        this.cellsPerLatitude = CELLS / lonLat.getHeight();
        this.pixels = pixels;
        this.exactEnough = exactEnough;
    }

    /** Takes places of EPSG:4326 to pixels, in place. */
    interface Placing {
        void place(double[] xy, int points);
    }

    /**
     * The grid over a box, or null when the transform has no place for some of it.
     *
     * @param exact the transform itself
     */
    static PixelGrid over(Envelope lonLat, Placing exact) {
        if (lonLat == null || !(lonLat.getWidth() > 0) || !(lonLat.getHeight() > 0)) {
            return null;
        }
        double[] nodes = lattice(lonLat, NODES, 0);
        double[] centres = lattice(lonLat, CELLS, 0.5);
        double[] interpolated = centres.clone();
        try {
            exact.place(nodes, NODES * NODES);
            exact.place(centres, CELLS * CELLS);
        } catch (InvalidInputException e) {
            return null;
        }
        PixelGrid grid = new PixelGrid(lonLat, nodes, true);
        boolean exactEnough = true;
        for (int i = 0; i < CELLS * CELLS && exactEnough; i++) {
            exactEnough = grid.interpolate(interpolated, i)
                    && Math.abs(interpolated[2 * i] - centres[2 * i]) < TOLERANCE_PIXELS
                    && Math.abs(interpolated[2 * i + 1] - centres[2 * i + 1]) < TOLERANCE_PIXELS;
        }
        return exactEnough ? grid : new PixelGrid(lonLat, nodes, false);
    }

    private static double[] lattice(Envelope box, int side, double shift) {
        double[] xy = new double[2 * side * side];
        for (int i = 0; i < side * side; i++) {
            xy[2 * i] = box.getMinX() + (i % side + shift) / CELLS * box.getWidth();
            xy[2 * i + 1] = box.getMinY() + ((double) (i / side) + shift) / CELLS * box.getHeight();
        }
        return xy;
    }

    /** Whether it is as good as the transform. */
    boolean isExactEnough() {
        return exactEnough;
    }

    /**
     * Puts one place onto the picture.
     *
     * @param xy longitude and latitude, which become column and row
     * @param point which of the places
     * @return false when it lies outside of the grid, and nothing was done
     */
    boolean interpolate(double[] xy, int point) {
        double u = (xy[2 * point] - west) * cellsPerLongitude;
        double v = (xy[2 * point + 1] - south) * cellsPerLatitude;
        if (!(u >= 0 && v >= 0 && u <= CELLS && v <= CELLS)) {
            return false;
        }
        int column = Math.min(CELLS - 1, (int) u);
        int row = Math.min(CELLS - 1, (int) v);
        u -= column;
        v -= row;
        int at = 2 * (row * NODES + column);
        int above = at + 2 * NODES;
        double x = (pixels[at] * (1 - u) + pixels[at + 2] * u) * (1 - v)
                + (pixels[above] * (1 - u) + pixels[above + 2] * u) * v;
        double y = (pixels[at + 1] * (1 - u) + pixels[at + 3] * u) * (1 - v)
                + (pixels[above + 1] * (1 - u) + pixels[above + 3] * u) * v;
        xy[2 * point] = x;
        xy[2 * point + 1] = y;
        return true;
    }

    /**
     * The tangent of the interpolation at a place.
     *
     * @param affine takes what {@link MapFrame#affineAt} tells
     * @return false when the place lies outside of the grid, and nothing was done
     */
    boolean affineAt(double longitude, double latitude, double[] affine) {
        double u = (longitude - west) * cellsPerLongitude;
        double v = (latitude - south) * cellsPerLatitude;
        if (!(u >= 0 && v >= 0 && u <= CELLS && v <= CELLS)) {
            return false;
        }
        int column = Math.min(CELLS - 1, (int) u);
        int row = Math.min(CELLS - 1, (int) v);
        u -= column;
        v -= row;
        int at = 2 * (row * NODES + column);
        int above = at + 2 * NODES;
        for (int axis = 0; axis < 2; axis++) {
            double below = pixels[at + axis];
            double acrossBelow = pixels[at + 2 + axis] - below;
            double acrossAbove = pixels[above + 2 + axis] - pixels[above + axis];
            double up = pixels[above + axis] - below;
            double perU = acrossBelow + (acrossAbove - acrossBelow) * v;
            double perV = up + (acrossAbove - acrossBelow) * u;
            double place = below + acrossBelow * u + up * v + (acrossAbove - acrossBelow) * u * v;
            affine[3 * axis + 1] = perU * cellsPerLongitude;
            affine[3 * axis + 2] = perV * cellsPerLatitude;
            affine[3 * axis] = place - affine[3 * axis + 1] * longitude - affine[3 * axis + 2] * latitude;
        }
        return true;
    }

    /** Most pixels that a degree takes up anywhere in the grid: columns or rows, of longitude or latitude. */
    Scale mostPerDegree() {
        double[] most = new double[4];
        for (int row = 0; row < NODES; row++) {
            for (int column = 0; column < NODES; column++) {
                int at = 2 * (row * NODES + column);
                for (int axis = 0; axis < 2; axis++) {
                    if (column < CELLS) {
                        most[axis] = Math.max(most[axis], Math.abs(pixels[at + 2 + axis] - pixels[at + axis]));
                    }
                    if (row < CELLS) {
                        most[2 + axis] =
                                Math.max(most[2 + axis], Math.abs(pixels[at + 2 * NODES + axis] - pixels[at + axis]));
                    }
                }
            }
        }
        return new Scale(
                most[0] * cellsPerLongitude * SCALE_RESERVE,
                most[2] * cellsPerLatitude * SCALE_RESERVE,
                most[1] * cellsPerLongitude * SCALE_RESERVE,
                most[3] * cellsPerLatitude * SCALE_RESERVE);
    }

    /**
     * Pixels per degree.
     *
     * @param columnsPerLongitude columns of a degree of longitude
     * @param columnsPerLatitude columns of a degree of latitude, where the map is turned
     * @param rowsPerLongitude rows of a degree of longitude, where the map is turned
     * @param rowsPerLatitude rows of a degree of latitude
     */
    record Scale(
            double columnsPerLongitude, double columnsPerLatitude, double rowsPerLongitude, double rowsPerLatitude) {
        /** Where nothing is known of the scale, everything can be large. */
        static final Scale UNKNOWN = new Scale(
                Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        double columns(double longitudes, double latitudes) {
            return columnsPerLongitude * longitudes + columnsPerLatitude * latitudes;
        }

        double rows(double longitudes, double latitudes) {
            return rowsPerLongitude * longitudes + rowsPerLatitude * latitudes;
        }
    }
}
