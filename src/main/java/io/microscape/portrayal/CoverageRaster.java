package io.microscape.portrayal;

import java.util.Arrays;

/**
 * How much of each pixel a shape covers, exactly: every edge adds the signed area that it bounds to the pixels that it
 * crosses, and the sum along a row is the coverage. Own code because maps are made of very many very small polygons, for
 * each of which the rasteriser of Java2D takes longer to be set up than to fill it.
 *
 * <p>Places and areas are whole numbers of 65536th of a pixel, so that what is added on one side of a shape is taken away
 * on the other without a rest. The area right of the picture and above and below it is cut off, what lies left of it
 * counts at its left edge. Used again for shape after shape; not thread-safe.
 */
final class CoverageRaster {
    private static final int BITS = 16;
    private static final int ONE = 1 << BITS;
    private static final int HALF = ONE / 2;
    /** Columns of a shape that is small for the processor. */
    private static final int NARROW = 12;

    private final LineBand band = new LineBand();
    /** Empty between shapes; each row has room for what ends at its right edge. */
    private int[] sums = new int[4096];
    /** A bit for each column of a row to which something was added, and to the one right of it; empty between shapes. */
    private long[] marks = new long[128];

    private int left;
    private int top;
    private int columns;
    private int rows;
    private int stride;
    private int wordsOfRow;
    private boolean narrow;

    /** Begins a shape with those bounds in pixels. */
    void begin(PixelCanvas canvas, double minColumn, double minRow, double maxColumn, double maxRow) {
        left = (int) Math.floor(Math.max(0, Math.min(minColumn, canvas.width())));
        top = (int) Math.floor(Math.max(canvas.firstRow(), Math.min(minRow, canvas.endRow())));
        columns = (int) Math.ceil(Math.max(left, Math.min(maxColumn, canvas.width()))) - left;
        rows = (int) Math.ceil(Math.max(top, Math.min(maxRow, canvas.endRow()))) - top;
        stride = columns + 2;
        int size = stride * (rows + 1);
        if (sums.length < size) {
            sums = new int[Math.max(size, 2 * sums.length)];
        }
        narrow = columns <= NARROW;
        wordsOfRow = (columns + 1) / Long.SIZE + 1;
        if (marks.length < wordsOfRow * (rows + 1)) {
            marks = new long[2 * wordsOfRow * (rows + 1)];
        }
    }

    /** Adds the rings of polygons: what lies in an outer ring and in none of its holes, whichever way they turn. */
    void addRings(ScreenShape shape) {
        double[] xy = shape.ordinates();
        for (int part = 0; part < shape.parts(); part++) {
            int start = shape.start(part);
            int end = shape.end(part);
            boolean down = shape.isShell(part) == area(xy, start, end) > 0;
            for (int i = start; i < end; i++) {
                int next = i + 1 == end ? start : i + 1;
                if (down) {
                    addEdge(xy[2 * i], xy[2 * i + 1], xy[2 * next], xy[2 * next + 1]);
                } else {
                    addEdge(xy[2 * next], xy[2 * next + 1], xy[2 * i], xy[2 * i + 1]);
                }
            }
        }
    }

    /** Adds lines as bands of that width, with mitred joins; where a band lies over itself it counts once. */
    void addLines(ScreenShape shape, double width) {
        for (int part = 0; part < shape.parts(); part++) {
            band.along(shape.ordinates(), shape.start(part), shape.end(part), shape.isArea(), width / 2);
            addBand(shape.isArea());
        }
    }

    /** The left side runs one way and the right side the other, so that they bound what lies between them. */
    private void addBand(boolean closed) {
        double[] left = band.left();
        double[] right = band.right();
        int points = band.points();
        for (int i = 1; i < points; i++) {
            addEdge(left[2 * i - 2], left[2 * i - 1], left[2 * i], left[2 * i + 1]);
            addEdge(right[2 * i], right[2 * i + 1], right[2 * i - 2], right[2 * i - 1]);
        }
        if (points > 1 && !closed) {
            int end = 2 * points - 2;
            addEdge(left[end], left[end + 1], right[end], right[end + 1]);
            addEdge(right[0], right[1], left[0], left[1]);
        }
    }

    /** Lays the colour over the canvas, by as much as its pixels are covered, and empties the raster. */
    void blend(PixelCanvas canvas, int premultiplied) {
        for (int row = 0; row < rows; row++) {
            int at = (top + row) * canvas.width() + left;
            if (narrow) {
                blendNarrow(canvas, at, row * stride, premultiplied);
            } else {
                blendMarked(canvas, at, row, premultiplied);
            }
        }
        if (narrow) {
            Arrays.fill(sums, 0, stride * (rows + 1), 0);
        } else {
            Arrays.fill(sums, rows * stride, stride * (rows + 1), 0);
            Arrays.fill(marks, rows * wordsOfRow, wordsOfRow * (rows + 1), 0);
        }
    }

    /** Every pixel alike: in a shape of a few pixels the processor cannot guess which of them are covered. */
    private void blendNarrow(PixelCanvas canvas, int at, int first, int premultiplied) {
        int covered = 0;
        for (int i = 0; i < columns; i++) {
            covered += sums[first + i];
            canvas.blend(at + i, PixelCanvas.scaled(premultiplied, share(covered)));
        }
    }

    /** From marked column to marked column, between which the coverage stays the same. */
    private void blendMarked(PixelCanvas canvas, int at, int row, int premultiplied) {
        int first = row * stride;
        int covered = 0;
        int done = 0;
        long carried = 0;
        for (int word = 0; word < wordsOfRow; word++) {
            long marked = marks[row * wordsOfRow + word];
            marks[row * wordsOfRow + word] = 0;
            long columnsLeft = marked | marked << 1 | carried;
            carried = marked >>> Long.SIZE - 1;
            while (columnsLeft != 0) {
                int column = word * Long.SIZE + Long.numberOfTrailingZeros(columnsLeft);
                columnsLeft &= columnsLeft - 1;
                if (column >= columns) {
                    break;
                }
                if (column > done) {
                    blendRun(canvas, at + done, at + column, covered, premultiplied);
                }
                covered += sums[first + column];
                sums[first + column] = 0;
                canvas.blend(at + column, PixelCanvas.scaled(premultiplied, share(covered)));
                done = column + 1;
            }
        }
        sums[first + columns] = 0;
        sums[first + columns + 1] = 0;
        if (columns > done) {
            blendRun(canvas, at + done, at + columns, covered, premultiplied);
        }
    }

    private static void blendRun(PixelCanvas canvas, int from, int to, int covered, int premultiplied) {
        int share = share(covered);
        if (share != 0) {
            canvas.blend(from, to, PixelCanvas.scaled(premultiplied, share));
        }
    }

    /** Coverage in steps of 255. */
    private static int share(int covered) {
        return Math.min(ONE, Math.abs(covered)) * 255 + HALF >> BITS;
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
    private void addEdge(double x1, double y1, double x2, double y2) {
        double ax = x1 - left;
        double ay = y1 - top;
        double bx = x2 - left;
        double by = y2 - top;
        if (isWithin(ax, ay) && isWithin(bx, by)) {
            addWithin(ax, ay, bx, by);
        } else if (ay != by && Math.max(ay, by) > 0 && Math.min(ay, by) < rows) {
            double slope = (bx - ax) / (by - ay);
            double fromY = Math.max(0, Math.min(rows, ay));
            double toY = Math.max(0, Math.min(rows, by));
            addBetween(ax + (fromY - ay) * slope, fromY, bx + (toY - by) * slope, toY, slope);
        }
    }

    private boolean isWithin(double x, double y) {
        return x >= 0 && x <= columns && y >= 0 && y <= rows;
    }

    /** Adds an edge that lies between top and bottom: what is left of the raster counts at its edge, what is right not. */
    private void addBetween(double ax, double ay, double bx, double by, double slope) {
        if (ax < 0 != bx < 0) {
            double at = ay - ax / slope;
            addBetween(Math.max(0, ax), ax < 0 ? at : ay, Math.max(0, bx), ax < 0 ? by : at, slope);
            addWithin(0, ax < 0 ? ay : at, 0, ax < 0 ? at : by);
        } else if (ax > columns != bx > columns) {
            double at = ay + (columns - ax) / slope;
            if (ax > columns) {
                addWithin(columns, at, bx, by);
            } else {
                addWithin(ax, ay, columns, at);
            }
        } else if (ax < 0) {
            addWithin(0, ay, 0, by);
        } else if (ax <= columns) {
            addWithin(ax, ay, bx, by);
        }
    }

    /** Adds an edge that lies within the raster, row by row. */
    private void addWithin(double x1, double y1, double x2, double y2) {
        int ax = (int) (x1 * ONE);
        int ay = (int) (y1 * ONE);
        int bx = (int) (x2 * ONE);
        int by = (int) (y2 * ONE);
        int row = ay >> BITS;
        int lastRow = by >> BITS;
        int x = ax;
        int y = ay;
        if (row != lastRow) {
            double slope = (double) (bx - ax) / (by - ay);
            int down = row < lastRow ? 1 : 0;
            for (; row != lastRow; row += 2 * down - 1) {
                int border = row + down << BITS;
                int atBorder = ax + (int) ((border - ay) * slope);
                addRow(row, x, atBorder, border - y);
                x = atBorder;
                y = border;
            }
        }
        addRow(row, x, bx, by - y);
    }

    /** Adds an edge within one row. */
    private void addRow(int row, int ax, int bx, int height) {
        int column = ax >> BITS;
        if (column == bx >> BITS) {
            int at = row * stride + column;
            int inNext = (int) ((long) height * (ax + bx - (column << BITS + 1)) >> BITS + 1);
            sums[at] += height - inNext;
            sums[at + 1] += inNext;
            mark(row, column);
        } else {
            addColumns(row, Math.min(ax, bx), Math.max(ax, bx), height);
        }
    }

    private void mark(int row, int column) {
        if (!narrow) {
            marks[row * wordsOfRow + column / Long.SIZE] |= 1L << column;
        }
    }

    /** Adds an edge within one row from one column to another, whichever way it leans. */
    private void addColumns(int row, int low, int high, int height) {
        int at = row * stride;
        int column = low >> BITS;
        int last = high >> BITS;
        double heightPerColumn = (double) height / (high - low) * ONE;
        int inFirst = (column + 1 << BITS) - low;
        int rest = height - (int) (heightPerColumn * inFirst / ONE);
        int toNext = height - rest - (int) ((long) (height - rest) * inFirst >> BITS + 1);
        sums[at + column] += height - rest - toNext;
        mark(row, column);
        for (column++; column < last; column++) {
            int inColumn = (int) heightPerColumn;
            sums[at + column] += toNext + inColumn - inColumn / 2;
            mark(row, column);
            toNext = inColumn / 2;
            rest -= inColumn;
        }
        int inLast = (int) ((long) rest * (high - (last << BITS)) >> BITS + 1);
        sums[at + last] += toNext + rest - inLast;
        sums[at + last + 1] += inLast;
        mark(row, last);
    }
}
