package io.microscape.store.entity;

import io.microscape.study.CanopyRaster;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Frame of a canopy raster; its cells are {@link CanopyTileEntity}s. */
@Entity
@Table(name = "canopy_raster")
public class CanopyRasterEntity extends FeatureEntity implements Stored<CanopyRaster> {
    private String crs;

    @Column(name = "origin_x")
    private double originX;

    @Column(name = "x_per_column")
    private double xPerColumn;

    @Column(name = "x_per_row")
    private double xPerRow;

    @Column(name = "origin_y")
    private double originY;

    @Column(name = "y_per_column")
    private double yPerColumn;

    @Column(name = "y_per_row")
    private double yPerRow;

    private int widthCells;
    private int heightCells;

    protected CanopyRasterEntity() {}

    /** The frame of a raster that an import brings. */
    public CanopyRasterEntity(long studyId, long importId, CanopyRaster raster) {
        super(studyId, importId);
        crs = raster.crs();
        double[] gridToCrs = raster.gridToCrs();
        originX = gridToCrs[0];
        xPerColumn = gridToCrs[1];
        xPerRow = gridToCrs[2];
        originY = gridToCrs[3];
        yPerColumn = gridToCrs[4];
        yPerRow = gridToCrs[5];
        widthCells = raster.width();
        heightCells = raster.height();
    }

    @Override
    public CanopyRaster toDomain() {
        double[] gridToCrs = {originX, xPerColumn, xPerRow, originY, yPerColumn, yPerRow};
        return new CanopyRaster(crs, gridToCrs, widthCells, heightCells);
    }
}
