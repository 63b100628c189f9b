package io.microscape.portrayal;

import java.util.Arrays;

/**
 * Fills and outlines a polygon of a few pixels in one go. Own code because a map of a whole city is made of thousands of
 * them, for each of which two passes over general shapes take longer than its pixels do.
 *
 * <p>Every edge is added where its middle is, long ones as pieces. The fill covers pixels by the area that the edges bound, as
 * in {@link CoverageRaster}, but as if each piece stood upright: wrong by less than a twentieth of a pixel beside a slanting
 * one. The outline is the sum over its pieces of length times width times a tent about the middle of the piece,
 * (1 − |x|)(1 − |y|) for distances of up to a pixel from the middle of a pixel. Of a straight line a pixel wide that is the
 * area within a thirtieth, whichever way it runs, and its ink is always length times width, at a fraction of the cost of
 * bounding the line by two sides.
 *
 * <p>Places are whole numbers of 4096th of a pixel. Nothing but the number of edges and pixels decides what the processor does
 * next, for it cannot guess where small shapes lie. Used again for shape after shape; not thread-safe.
 */
final class SmallPolygonRaster {
    /** The widest line that tents stand for. */
    static final double MOST_WIDTH = 1.25;
    /** The largest polygon. */
    static final double MOST_PIXELS = 6;

    private static final int STRIDE = 16;
    private static final int BITS = 12;
    private static final int ONE = 1 << BITS;
    private static final int FINE = 6;
    private static final int FINE_MASK = (1 << FINE) - 1;
    private static final int HALF = ONE / 2;
    /** A longer edge is added as pieces. */
    private static final int LONGEST_PIECE = ONE * 5 / 8;

    /** Empty between shapes; each row has room for what ends at its right edge. */
    private final long[] cells = new long[STRIDE * STRIDE];

    private int left;
    private int top;
    private int columns;
    private int rows;

    /**
     * Fills a small ring and draws its outline over it.
     *
     * @param fill colour, 0xAARRGGBB
     * @param line colour of the outline, 0xAARRGGBB
     * @param width of the outline in pixels
     */
    void draw(PixelCanvas canvas, ScreenShape shape, int fill, int line, double width) {
        left = (int) Math.floor(shape.minColumn() - 0.5);
        top = (int) Math.floor(shape.minRow() - 0.5);
        columns = (int) Math.floor(shape.maxColumn() + 0.5) + 1 - left;
        rows = (int) Math.floor(shape.maxRow() + 0.5) + 1 - top;
        addEdges(shape, width);
        blend(canvas, fill, line);
        Arrays.fill(cells, 0, STRIDE * (rows + 1), 0);
    }

    private void addEdges(ScreenShape shape, double width) {
        double[] lonLat = shape.lonLat();
        double[] affine = shape.affine();
        double column0 = (affine[0] - left) * ONE;
        double columnsPerLongitude = affine[1] * ONE;
        double columnsPerLatitude = affine[2] * ONE;
        double row0 = (affine[3] - top) * ONE;
        double rowsPerLongitude = affine[4] * ONE;
        double rowsPerLatitude = affine[5] * ONE;
        int end = 2 * shape.vertices();
        int x = (int) (column0 + columnsPerLongitude * lonLat[end - 2] + columnsPerLatitude * lonLat[end - 1]);
        int y = (int) (row0 + rowsPerLongitude * lonLat[end - 2] + rowsPerLatitude * lonLat[end - 1]);
        for (int i = 0; i < end; i += 2) {
            int nextX = (int) (column0 + columnsPerLongitude * lonLat[i] + columnsPerLatitude * lonLat[i + 1]);
            int nextY = (int) (row0 + rowsPerLongitude * lonLat[i] + rowsPerLatitude * lonLat[i + 1]);
            int across = nextX - x;
            int down = nextY - y;
            double ink = Math.sqrt((double) across * across + (double) down * down) * width;
            int longer = Math.max(Math.abs(across), Math.abs(down));
            if (longer <= LONGEST_PIECE) {
                addPiece(x, y, nextX, nextY, (int) ink);
            } else {
                addPieces(x, y, across, down, longer / LONGEST_PIECE + 1, ink);
            }
            x = nextX;
            y = nextY;
        }
    }

    private void addPieces(int x, int y, int across, int down, int pieces, double ink) {
        int fromX = x;
        int fromY = y;
        for (int piece = 1; piece <= pieces; piece++) {
            int toX = x + across * piece / pieces;
            int toY = y + down * piece / pieces;
            addPiece(fromX, fromY, toX, toY, (int) (ink / pieces));
            fromX = toX;
            fromY = toY;
        }
    }

    private void addPiece(int ax, int ay, int bx, int by, int ink) {
        int x = (ax + bx >> 1) - HALF >> BITS - FINE;
        int y = (ay + by >> 1) - HALF >> BITS - FINE;
        long both = ((long) ink << Integer.SIZE) + (by - ay);
        long right = both * (x & FINE_MASK);
        long leftPart = (both << FINE) - right;
        int down = y & FINE_MASK;
        long leftBelow = leftPart * down;
        long rightBelow = right * down;
        int at = (y >> FINE) * STRIDE + (x >> FINE);
        cells[at] += (leftPart << FINE) - leftBelow;
        cells[at + 1] += (right << FINE) - rightBelow;
        cells[at + STRIDE] += leftBelow;
        cells[at + STRIDE + 1] += rightBelow;
    }

    /** From pixel to pixel and row to row in one loop. */
    private void blend(PixelCanvas canvas, int fill, int line) {
        int firstRow = Math.max(0, canvas.firstRow() - top);
        int endRow = Math.min(rows, canvas.endRow() - top);
        int firstColumn = Math.max(0, -left);
        if (firstRow >= endRow || firstColumn >= columns) {
            return;
        }
        int width = Math.min(columns, canvas.width() - left) - firstColumn;
        sumUpTo(firstColumn);
        long fillLanes = PixelCanvas.lanes(fill);
        long lineLanes = PixelCanvas.lanes(line);
        int fillAlpha = PixelCanvas.alpha(fill);
        int lineAlpha = PixelCanvas.alpha(line);
        int cell = firstRow * STRIDE + firstColumn;
        int at = (top + firstRow) * canvas.width() + left + firstColumn;
        int column = 0;
        int covered = 0;
        for (int rest = width * (endRow - firstRow); rest > 0; rest--) {
            long both = cells[cell];
            int own = (int) both >> 1;
            covered += own;
            int fillShare = Math.min(ONE, Math.abs(covered) >> 2 * FINE) * fillAlpha + HALF >> BITS;
            covered += own;
            int lineShare = Math.min(ONE, (int) (both - (int) both >> Integer.SIZE + 2 * FINE)) * lineAlpha + HALF >> BITS;
            canvas.mix(at, fillLanes, fillShare, lineLanes, lineShare);
            column++;
            int within = column - width >> Integer.SIZE - 1;
            covered &= within;
            column &= within;
            cell += 1 + (STRIDE - width & ~within);
            at += 1 + (canvas.width() - width & ~within);
        }
    }

    /** Where the picture begins right of the shape's left edge, what lies left of it counts there. */
    private void sumUpTo(int firstColumn) {
        for (int row = 0; row < rows && firstColumn > 0; row++) {
            for (int column = 0; column < firstColumn; column++) {
                cells[row * STRIDE + firstColumn] += (int) cells[row * STRIDE + column];
            }
        }
    }
}
