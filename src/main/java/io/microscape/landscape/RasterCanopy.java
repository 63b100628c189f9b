package io.microscape.landscape;

import io.microscape.landscape.geometry.PolygonEdges;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Canopy cover of a space S from canopy rasters: Σ over the covered cells of area(cell ∩ S) / area(S), the exact fraction
 * of each cell, in [0, 1]. Where a part of S has no known cell the value stays the share of the whole of S that is known to
 * be covered, and says so; where no cell is known it is null.
 *
 * <p>The area of every cell in a polygon is the integral over its boundary of how far, from 0 to 1, the boundary lies to
 * the right of the cell's left side: each edge is cut at cell sides and adds to the one cell it is in and, through a
 * running sum from the right, to all cells left of it. One pass over the edges and the cells of S's box, a row at a time.
 *
 * <p>With several rasters the first that knows all of S is taken; if none does, tiles that together know each point of S
 * once are added up. Source: DEFINITIONS, {@code canopy_cover}.
 */
final class RasterCanopy {
    /** Share of a space that may be lost to the rounding of sums and projections. */
    private static final double TOLERANCE = 1e-6;

    private final List<CanopyGrid> grids;

    RasterCanopy(List<CanopyGrid> grids) {
        this.grids = List.copyOf(grids);
    }

    /** Shares of a space in one grid. */
    record Shares(double covered, double known) {}

    /** @param space valid polygon or multi-polygon in the study's metric CRS */
    Measure share(Geometry space) {
        double covered = 0;
        double known = 0;
        for (CanopyGrid grid : grids) {
            Shares shares = shares(grid, space);
            if (shares.known >= 1 - TOLERANCE) {
                return Measure.share(shares.covered, 1);
            }
            covered += shares.covered;
            known += shares.known;
        }
        if (known > 1 + TOLERANCE) {
            return Measure.absent("canopy rasters overlap in the space and none covers all of it");
        }
        if (known <= TOLERANCE) {
            return Measure.absent("the canopy raster has no value in the space");
        }
        if (known < 1 - TOLERANCE) {
            return Measure.share(covered, 1)
                    .but(String.format(
                            Locale.ROOT,
                            "the canopy raster has no value for %.3g %% of the space, which counts as not covered",
                            100 * (1 - known)));
        }
        return Measure.share(covered, 1);
    }

    /** Covered and known share of the space's area in the grid. */
    static Shares shares(CanopyGrid grid, Geometry space) {
        Geometry inGrid = grid.toGrid(space);
        Envelope box = inGrid.getEnvelopeInternal();
        int firstColumn = (int) Math.floor(box.getMinX());
        int firstRow = (int) Math.floor(box.getMinY());
        int columns = (int) Math.floor(box.getMaxX()) - firstColumn + 1;
        int rows = (int) Math.floor(box.getMaxY()) - firstRow + 1;
        PolygonEdges edges = PolygonEdges.of(inGrid, firstColumn, firstRow);
        EdgesByRow byRow = new EdgesByRow(edges, rows);
        CellRow cells = new CellRow(columns);
        double covered = 0;
        double known = 0;
        for (int row = 0; row < rows; row++) {
            cells.clear();
            for (int i = byRow.start(row); i < byRow.start(row + 1); i++) {
                cells.addEdge(edges, byRow.edge(i), row);
            }
            double left = 0;
            for (int column = columns - 1; column >= 0; column--) {
                double area = cells.partial[column] + left;
                left += cells.whole[column];
                if (area != 0 && grid.known(firstColumn + column, firstRow + row)) {
                    known += area;
                    covered += grid.covered(firstColumn + column, firstRow + row) ? area : 0;
                }
            }
        }
        double area = inGrid.getArea();
        return new Shares(covered / area, known / area);
    }

    /** The edges that pass through each row of cells, as one packed array. */
    private static final class EdgesByRow {
        private final int[] starts;
        private final int[] passing;

        EdgesByRow(PolygonEdges edges, int rows) {
            starts = new int[rows + 1];
            for (int edge = 0; edge < edges.count; edge++) {
                for (int row = lowest(edges, edge); row <= highest(edges, edge); row++) {
                    starts[row + 1]++;
                }
            }
            for (int row = 0; row < rows; row++) {
                starts[row + 1] += starts[row];
            }
            passing = new int[starts[rows]];
            int[] next = starts.clone();
            for (int edge = 0; edge < edges.count; edge++) {
                for (int row = lowest(edges, edge); row <= highest(edges, edge); row++) {
                    passing[next[row]++] = edge;
                }
            }
        }

        int start(int row) {
            return starts[row];
        }

        int edge(int place) {
            return passing[place];
        }

        private static int lowest(PolygonEdges edges, int edge) {
            return (int) Math.floor(Math.min(edges.ay[edge], edges.by[edge]));
        }

        private static int highest(PolygonEdges edges, int edge) {
            return (int) Math.floor(Math.max(edges.ay[edge], edges.by[edge]));
        }
    }

    /** Signed areas that edges leave in a row of cells. */
    private static final class CellRow {
        final double[] partial;
        /** Area that an edge in this cell adds to each cell left of it. */
        final double[] whole;

        CellRow(int columns) {
            partial = new double[columns];
            whole = new double[columns];
        }

        void clear() {
            Arrays.fill(partial, 0);
            Arrays.fill(whole, 0);
        }

        void addEdge(PolygonEdges edges, int edge, int row) {
            double ax = edges.ax[edge];
            double ay = edges.ay[edge];
            double bx = edges.bx[edge];
            double by = edges.by[edge];
            if (ay == by) {
                return;
            }
            double from = Math.min(Math.max(ay, row), row + 1);
            double to = Math.min(Math.max(by, row), row + 1);
            double slope = (bx - ax) / (by - ay);
            double x1 = from == ay ? ax : ax + (from - ay) * slope;
            double x2 = to == by ? bx : ax + (to - ay) * slope;
            addPiece(x1, x2, to - from);
        }

        /** Cuts a piece within the row at the sides of cells. */
        private void addPiece(double x1, double x2, double rise) {
            double low = Math.min(x1, x2);
            double high = Math.max(x1, x2);
            int first = column(low);
            int last = column(high);
            if (first == last) {
                addToCell(first, (low + high) / 2, rise);
                return;
            }
            double risePerColumn = rise / (high - low);
            for (int column = first; column <= last; column++) {
                double left = Math.max(low, column);
                double right = Math.min(high, column + 1);
                addToCell(column, (left + right) / 2, (right - left) * risePerColumn);
            }
        }

        private int column(double x) {
            return Math.min(Math.max((int) Math.floor(x), 0), partial.length - 1);
        }

        private void addToCell(int column, double x, double rise) {
            partial[column] += (x - column) * rise;
            whole[column] += rise;
        }
    }
}
