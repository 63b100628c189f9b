package io.microscape.portrayal;

import java.util.Arrays;

/**
 * Fills and outlines a polygon of a few pixels in one go. Own code because a map of a whole city is made of thousands of
 * them, for each of which two passes over general shapes take longer than its pixels do.
 *
 * <p>Each piece of the ring, two short edges or a part of a long one, counts where its middle is. It leaves its ink there,
 * length times width of the outline, shared between the four pixels about it as a tent: (1 − |x|)(1 − |y|) for distances of
 * up to a pixel from the middle of a pixel. Added up along a straight line a pixel wide, that is the area of the line in each
 * pixel within an eighth, and a fortieth on average, whichever way it runs, at a fraction of the cost of bounding it by sides. With the ink
 * goes the height of the piece, whose sums along the rows are how much the polygon covers, as in {@link CoverageRaster}, but
 * blurred by half a pixel. The outline lies over that blur, so that only outlined polygons are drawn so.
 *
 * <p>What the processor does next hangs on the number of vertices and pixels and hardly on where they lie, for it cannot guess
 * where small shapes lie. Used again for shape after shape; not thread-safe.
 */
final class SmallPolygonRaster {
    /** The narrowest outline that hides the edge of the fill. */
    static final double LEAST_WIDTH = 0.5;
    /** The widest line that tents stand for. */
    static final double MOST_WIDTH = 1.25;
    /** The largest polygon. */
    static final double MOST_PIXELS = 6;

    /** Most vertices: more could leave more ink on a pixel than a number holds. */
    static final int MOST_VERTICES = 80;

    private static final int STRIDE = 16;
    /** Keeps what lies beyond a damaged envelope within the cells. */
    private static final int SIDE_MASK = STRIDE - 1;
    /** Half a pixel for the tents, and what rounding can take. */
    private static final double REACH = 0.501;

    /** Places and lengths are whole numbers of 4096th of a pixel. */
    private static final int BITS = 12;

    private static final int ONE = 1 << BITS;
    private static final int HALF = ONE / 2;
    /** Shares of a tent are 64th in each direction. */
    private static final int TENT_BITS = 6;

    private static final int TENT_MASK = (1 << TENT_BITS) - 1;
    private static final int LONGEST_PIECE = ONE;

    /** Ink in the upper and height in the lower half of each, so that both are shared in one go; empty between shapes. */
    private final long[] cells = new long[STRIDE * (STRIDE + 2)];

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
        left = (int) Math.floor(shape.minColumn() - REACH);
        top = (int) Math.floor(shape.minRow() - REACH);
        columns = (int) Math.floor(shape.maxColumn() + REACH) + 1 - left;
        rows = (int) Math.floor(shape.maxRow() + REACH) + 1 - top;
        int inkShare = addRing(shape.lonLat(), 2 * shape.vertices(), shape.affine(), width);
        blend(canvas, fill, line, inkShare);
        Arrays.fill(cells, 0, STRIDE * (rows + 1), 0);
    }

    /** @return how much of the ink is to be drawn */
    private int addRing(double[] lonLat, int end, double[] affine, double width) {
        double column0 = (affine[0] - left) * ONE;
        double columnsPerLongitude = affine[1] * ONE;
        double columnsPerLatitude = affine[2] * ONE;
        double row0 = (affine[3] - top) * ONE;
        double rowsPerLongitude = affine[4] * ONE;
        double rowsPerLatitude = affine[5] * ONE;
        int x = (int) (column0 + columnsPerLongitude * lonLat[end - 2] + columnsPerLatitude * lonLat[end - 1]);
        int y = (int) (row0 + rowsPerLongitude * lonLat[end - 2] + rowsPerLatitude * lonLat[end - 1]);
        double ink = 0;
        int twiceArea = 0;
        boolean closed = lonLat[0] == lonLat[end - 2] && lonLat[1] == lonLat[end - 1];
        for (int i = closed ? 2 : 0; i < end; i += 4) {
            int after = i + 2 < end ? i + 2 : i;
            int middleX = (int) (column0 + columnsPerLongitude * lonLat[i] + columnsPerLatitude * lonLat[i + 1]);
            int middleY = (int) (row0 + rowsPerLongitude * lonLat[i] + rowsPerLatitude * lonLat[i + 1]);
            int nextX = (int) (column0 + columnsPerLongitude * lonLat[after] + columnsPerLatitude * lonLat[after + 1]);
            int nextY = (int) (row0 + rowsPerLongitude * lonLat[after] + rowsPerLatitude * lonLat[after + 1]);
            double before = length(middleX - x, middleY - y) * width;
            double behind = length(nextX - middleX, nextY - middleY) * width;
            if (before + behind <= LONGEST_PIECE) {
                add(x + 2 * middleX + nextX >> 2, y + 2 * middleY + nextY >> 2, nextY - y, (int) (before + behind));
            } else {
                addPieces(x, y, middleX - x, middleY - y, before);
                addPieces(middleX, middleY, nextX - middleX, nextY - middleY, behind);
            }
            ink += before + behind;
            twiceArea += (x + middleX) * (middleY - y) + (middleX + nextX) * (nextY - middleY);
            x = nextX;
            y = nextY;
        }
        return inkShare(ink / ONE, Math.abs(twiceArea) / 2.0 / ONE / ONE, width);
    }

    private static double length(int across, int down) {
        return Math.sqrt((double) across * across + (double) down * down);
    }

    private void addPieces(int x, int y, int across, int down, double edgeInk) {
        int pieces = 2 * (int) edgeInk / LONGEST_PIECE + 1;
        int fromY = y;
        for (int piece = 1; piece <= pieces; piece++) {
            int toY = y + down * piece / pieces;
            add(x + across * (2 * piece - 1) / (2 * pieces), fromY + toY >> 1, toY - fromY, (int) (edgeInk / pieces));
            fromY = toY;
        }
    }

    /** Adds a piece whose middle is at a place. */
    private void add(int middleX, int middleY, int height, int pieceInk) {
        int x = middleX - HALF >> BITS - TENT_BITS;
        int y = middleY - HALF >> BITS - TENT_BITS;
        long both = ((long) pieceInk << Integer.SIZE) + height;
        long inRight = both * (x & TENT_MASK);
        long inLeft = (both << TENT_BITS) - inRight;
        int down = y & TENT_MASK;
        long leftBelow = inLeft * down;
        long rightBelow = inRight * down;
        int at = (y >> TENT_BITS & SIDE_MASK) * STRIDE + (x >> TENT_BITS & SIDE_MASK);
        cells[at] += (inLeft << TENT_BITS) - leftBelow;
        cells[at + 1] += (inRight << TENT_BITS) - rightBelow;
        cells[at + STRIDE] += leftBelow;
        cells[at + STRIDE + 1] += rightBelow;
    }

    /**
     * How much of the ink is drawn, of 256: in a polygon thinner than its outline that lies over itself, and covers what the
     * polygon and its outline's outer half do, with round joins (Steiner's formula).
     */
    private static int inkShare(double ink, double area, double width) {
        double covered = area + ink / 2 + Math.PI * width * width / 4;
        return covered < ink ? (int) (256 * covered / ink) : 256;
    }

    private void blend(PixelCanvas canvas, int fill, int line, int inkShare) {
        int firstRow = Math.max(0, canvas.firstRow() - top);
        int endRow = Math.min(rows, canvas.endRow() - top);
        int endColumn = Math.min(columns, canvas.width() - left);
        if (left >= 0 && endColumn > 0) {
            blend(canvas, firstRow, endRow, endColumn, new Ink(fill, line, inkShare));
        } else if (left < 0) {
            blendRightOf(canvas, -left, firstRow, endRow, endColumn, new Ink(fill, line, inkShare));
        }
    }

    /** From pixel to pixel and row to row in one loop. */
    private void blend(PixelCanvas canvas, int firstRow, int endRow, int width, Ink inks) {
        int cell = firstRow * STRIDE;
        int at = (top + firstRow) * canvas.width() + left;
        int column = 0;
        int covered = 0;
        for (int rest = width * (endRow - firstRow); rest > 0; rest--) {
            long both = cells[cell];
            inks.mix(canvas, at, covered, both);
            covered += (int) both;
            column++;
            // without a branch: all ones within the row, all zeros at its end
            int within = column - width >> Integer.SIZE - 1;
            covered &= within;
            column &= within;
            cell += 1 + (STRIDE - width & ~within);
            at += 1 + (canvas.width() - width & ~within);
        }
    }

    /** The same for a shape that lies across the left edge of the picture. */
    private void blendRightOf(PixelCanvas canvas, int first, int firstRow, int endRow, int endColumn, Ink inks) {
        for (int row = firstRow; row < endRow; row++) {
            int covered = 0;
            for (int column = 0; column < endColumn; column++) {
                long both = cells[row * STRIDE + column];
                if (column >= first) {
                    inks.mix(canvas, (top + row) * canvas.width() + left + column, covered, both);
                }
                covered += (int) both;
            }
        }
    }

    /** The colours of a polygon and its outline. */
    private record Ink(long fill, long line, int fillAlpha, int lineAlpha, int inkShare) {
        Ink(int fill, int line, int inkShare) {
            this(
                    PixelCanvas.lanes(fill),
                    PixelCanvas.lanes(line),
                    PixelCanvas.alpha(fill),
                    PixelCanvas.alpha(line),
                    inkShare);
        }

        /** @param covered what ends left of the pixel; what ends within it covers half of it */
        void mix(PixelCanvas canvas, int at, int covered, long both) {
            int height = (int) both;
            int inked = (int) (both - height >> Integer.SIZE) >> 2 * TENT_BITS;
            int filled = Math.abs(covered + (height >> 1)) >> 2 * TENT_BITS;
            canvas.mix(
                    at,
                    fill,
                    Math.min(ONE, filled) * fillAlpha >> BITS,
                    line,
                    Math.min(ONE, inked * inkShare >> 8) * lineAlpha >> BITS);
        }
    }
}
