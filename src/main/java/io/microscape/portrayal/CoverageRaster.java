package io.microscape.portrayal;

import java.util.Arrays;

/**
 * How much of each pixel a shape covers, exactly: every edge adds the signed area that it bounds to the pixels that it
 * crosses, and the sum along a row is the coverage. Own code because maps are made of very many very small polygons, for
 * each of which the rasteriser of Java2D takes longer to be set up than to fill it.
 *
 * <p>The area right of the picture and above and below it is cut off, what lies left of it counts at its left edge. Used
 * again for shape after shape; not thread-safe.
 */
final class CoverageRaster {
    /** Coverage of less than half of one of 255 steps is not seen. */
    private static final float UNSEEN = 1f / 512;

    private final LineBand band = new LineBand();
    private float[] sums = new float[4096];
    private int left;
    private int top;
    private int columns;
    private int rows;

    /** Begins a shape with those bounds in pixels. */
    void begin(PixelCanvas canvas, double minColumn, double minRow, double maxColumn, double maxRow) {
        left = (int) Math.floor(Math.max(0, Math.min(minColumn, canvas.width())));
        top = (int) Math.floor(Math.max(canvas.firstRow(), Math.min(minRow, canvas.endRow())));
        columns = (int) Math.ceil(Math.max(left, Math.min(maxColumn, canvas.width()))) - left;
        rows = (int) Math.ceil(Math.max(top, Math.min(maxRow, canvas.endRow()))) - top;
        int size = (columns + 2) * rows;
        if (sums.length < size) {
            sums = new float[Math.max(size, 2 * sums.length)];
        } else {
            Arrays.fill(sums, 0, size, 0);
        }
    }

    /** Adds the rings of polygons: what lies in an outer ring and in none of its holes, whichever way they turn. */
    void addRings(ScreenShape shape) {
        double[] xy = shape.ordinates();
        for (int part = 0; part < shape.parts(); part++) {
            int start = shape.start(part);
            int end = shape.end(part);
            float sign = shape.isShell(part) == area(xy, start, end) > 0 ? 1 : -1;
            for (int i = start; i < end; i++) {
                int next = i + 1 == end ? start : i + 1;
                addEdge(xy[2 * i], xy[2 * i + 1], xy[2 * next], xy[2 * next + 1], sign);
            }
        }
    }

    /** Adds lines as bands of that width, with mitred joins; where a band lies over itself it counts once. */
    void addLines(ScreenShape shape, double width) {
        for (int part = 0; part < shape.parts(); part++) {
            band.along(shape.ordinates(), shape.start(part), shape.end(part), shape.isArea(), width / 2);
            addBand();
        }
    }

    /** The left side runs one way and the right side the other, so that they bound what lies between them. */
    private void addBand() {
        double[] left = band.left();
        double[] right = band.right();
        int points = band.points();
        for (int i = 1; i < points; i++) {
            addEdge(left[2 * i - 2], left[2 * i - 1], left[2 * i], left[2 * i + 1], 1);
            addEdge(right[2 * i], right[2 * i + 1], right[2 * i - 2], right[2 * i - 1], 1);
        }
        if (points > 1) {
            int end = 2 * points - 2;
            addEdge(left[end], left[end + 1], right[end], right[end + 1], 1);
            addEdge(right[0], right[1], left[0], left[1], 1);
        }
    }

    /** Lays the colour over the canvas, by as much as its pixels are covered. */
    void blend(PixelCanvas canvas, int premultiplied) {
        int stride = columns + 2;
        for (int row = 0; row < rows; row++) {
            float covered = 0;
            int at = (top + row) * canvas.width() + left;
            int sum = row * stride;
            for (int column = 0; column < columns; column++) {
                covered += sums[sum + column];
                float share = Math.abs(covered);
                if (share > UNSEEN) {
                    int source = share >= 1 - UNSEEN
                            ? premultiplied
                            : PixelCanvas.scaled(premultiplied, (int) (share * 255 + 0.5f));
                    canvas.blend(at + column, source);
                }
            }
        }
    }

    private static double area(double[] xy, int start, int end) {
        double twice = 0;
        double x0 = xy[2 * start];
        double y0 = xy[2 * start + 1];
        for (int i = start + 1; i + 1 < end; i++) {
            twice += (xy[2 * i] - x0) * (xy[2 * i + 3] - y0) - (xy[2 * i + 2] - x0) * (xy[2 * i + 1] - y0);
        }
        return twice;
    }

    /** Adds an edge, cut at the sides of the raster. */
    private void addEdge(double x1, double y1, double x2, double y2, float sign) {
        if (y1 == y2) {
            return;
        }
        boolean down = y1 < y2;
        double ax = (down ? x1 : x2) - left;
        double ay = (down ? y1 : y2) - top;
        double bx = (down ? x2 : x1) - left;
        double by = (down ? y2 : y1) - top;
        if (by <= 0 || ay >= rows) {
            return;
        }
        float turn = down ? sign : -sign;
        int row = (int) ay;
        if (ay >= 0 && by <= row + 1 && ax >= 0 && bx >= 0 && ax <= columns && bx <= columns) {
            addRow(row * (columns + 2), Math.min(ax, bx), Math.max(ax, bx), (float) (by - ay) * turn);
            return;
        }
        double slope = (bx - ax) / (by - ay);
        if (ay < 0) {
            ax -= ay * slope;
            ay = 0;
        }
        if (by > rows) {
            bx -= (by - rows) * slope;
            by = rows;
        }
        addBetween(ax, ay, bx, by, slope, turn);
    }

    private void addBetween(double ax, double ay, double bx, double by, double slope, float sign) {
        if (ax < 0 != bx < 0) {
            double at = ay - ax / slope;
            addBetween(ax < 0 ? -0.0 : ax, ay, 0, at, ax < 0 ? 0 : slope, sign);
            addBetween(0, at, bx < 0 ? 0 : bx, by, bx < 0 ? 0 : slope, sign);
        } else if (ax > columns != bx > columns) {
            double at = ay + (columns - ax) / slope;
            addBetween(Math.min(ax, columns), ay, columns, at, ax > columns ? 0 : slope, sign);
            addBetween(columns, at, Math.min(bx, columns), by, bx > columns ? 0 : slope, sign);
        } else if (ax < 0) {
            addWithin(0, ay, by, 0, sign);
        } else if (ax <= columns) {
            addWithin(ax, ay, by, slope, sign);
        }
    }

    /** Adds a downward edge that lies within the raster. */
    private void addWithin(double ax, double ay, double by, double slope, float sign) {
        int stride = columns + 2;
        double x = ax;
        int lastRow = Math.min(rows - 1, (int) by);
        for (int row = (int) ay; row <= lastRow; row++) {
            double upper = Math.max(ay, row);
            double lower = Math.min(by, row + 1);
            double height = lower - upper;
            if (height <= 0) {
                continue;
            }
            double nextX = Math.max(0, Math.min(columns, x + slope * height));
            addRow(row * stride, Math.min(x, nextX), Math.max(x, nextX), (float) (height * sign));
            x = nextX;
        }
    }

    /** Adds an edge within one row, from one column to another, whichever way it leans. */
    private void addRow(int at, double low, double high, float height) {
        int first = (int) low;
        if (high <= first + 1) {
            float share = (float) ((low + high) / 2 - first);
            sums[at + first] += height * (1 - share);
            sums[at + first + 1] += height * share;
            return;
        }
        int last = (int) Math.ceil(high);
        double perColumn = 1 / (high - low);
        double inFirst = first + 1 - low;
        double firstShare = 0.5 * perColumn * inFirst * inFirst;
        double inLast = high - (last - 1);
        double lastShare = 0.5 * perColumn * inLast * inLast;
        sums[at + first] += (float) (height * firstShare);
        if (last == first + 2) {
            sums[at + first + 1] += (float) (height * (1 - firstShare - lastShare));
        } else {
            double second = perColumn * (1.5 - (low - first));
            sums[at + first + 1] += (float) (height * (second - firstShare));
            for (int column = first + 2; column < last - 1; column++) {
                sums[at + column] += (float) (height * perColumn);
            }
            double before = second + (last - first - 3) * perColumn;
            sums[at + last - 1] += (float) (height * (1 - before - lastShare));
        }
        sums[at + last] += (float) (height * lastShare);
    }
}
