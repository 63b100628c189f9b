package io.microscape.pipeline;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.landscape.CanopyGrid;
import io.microscape.study.CanopyRaster;
import io.microscape.study.CanopyTile;
import io.microscape.study.InvalidInputException;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** A canopy raster read from the store: two bits a cell. */
final class StoredCanopyGrid implements CanopyGrid {
    private static final int SIZE = CanopyRaster.TILE_SIZE;

    private final CanopyRaster raster;
    private final CoordinateTransform toRasterCrs;
    private final AffineTransform crsToGrid;
    private final Map<Long, CanopyTile> tiles = new HashMap<>();

    StoredCanopyGrid(CanopyRaster raster, CoordinateSystem metric) {
        this.raster = raster;
        this.toRasterCrs = CoordinateTransform.between(metric, CoordinateSystem.of(raster.crs()));
        double[] a = raster.gridToCrs();
        try {
            this.crsToGrid = new AffineTransform(a[1], a[4], a[2], a[5], a[0], a[3]).createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new InvalidInputException("canopy raster: its cells have no area; import it again", e);
        }
    }

    void add(CanopyTile tile) {
        tiles.put(key(tile.tileColumn(), tile.tileRow()), tile);
    }

    @Override
    public Geometry toGrid(Geometry metric) {
        Geometry grid = toRasterCrs.apply(metric).copy();
        grid.apply(new CoordinateSequenceFilter() {
            private final double[] point = new double[2];

            @Override
            public void filter(CoordinateSequence sequence, int i) {
                point[0] = sequence.getX(i);
                point[1] = sequence.getY(i);
                crsToGrid.transform(point, 0, point, 0, 1);
                sequence.setOrdinate(i, 0, point[0]);
                sequence.setOrdinate(i, 1, point[1]);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return grid;
    }

    @Override
    public boolean covered(int column, int row) {
        CanopyTile tile = tileAt(column, row);
        return tile != null && bit(tile.covered(), column, row);
    }

    @Override
    public boolean known(int column, int row) {
        CanopyTile tile = tileAt(column, row);
        return tile != null && bit(tile.known(), column, row);
    }

    private CanopyTile tileAt(int column, int row) {
        if (column < 0 || row < 0 || column >= raster.width() || row >= raster.height()) {
            return null;
        }
        return tiles.get(key(column / SIZE, row / SIZE));
    }

    private static boolean bit(byte[] mask, int column, int row) {
        int index = (row % SIZE) * SIZE + column % SIZE;
        return (mask[index >> 3] >> (index & 7) & 1) != 0;
    }

    private static long key(int tileColumn, int tileRow) {
        return (long) tileRow << 32 | tileColumn;
    }
}
