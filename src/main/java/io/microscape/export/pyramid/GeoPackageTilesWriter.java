package io.microscape.export.pyramid;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.study.InvalidInputException;
import io.microscape.tiles.TileLayer;
import io.microscape.tiles.TileMatrixSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import mil.nga.geopackage.BoundingBox;
import mil.nga.geopackage.GeoPackage;
import mil.nga.geopackage.GeoPackageManager;
import mil.nga.geopackage.contents.Contents;
import mil.nga.geopackage.srs.SpatialReferenceSystem;
import mil.nga.geopackage.tiles.matrix.TileMatrix;
import mil.nga.geopackage.tiles.user.TileDao;
import mil.nga.geopackage.tiles.user.TileRow;
import mil.nga.geopackage.tiles.user.TileTable;
import mil.nga.geopackage.tiles.user.TileTableMetadata;
import org.locationtech.jts.geom.Envelope;

/** Writes a GeoPackage 1.3 with one table of PNG tiles named for the study or the layer, EPSG:3857. */
final class GeoPackageTilesWriter implements TileArchive {
    /** The version that GDAL before 3.7 reads without a warning. */
    private static final int VERSION = 10300;

    private static final long WEB_MERCATOR = 3857;

    private final GeoPackage geoPackage;
    private final TileDao tiles;
    private final Path target;
    private final Path written;

    /**
     * Begins a file.
     *
     * @param bounds extent of the data in EPSG:4326, x = longitude
     * @throws InvalidInputException if vector tiles are asked for, which QGIS and GDAL do not read from a GeoPackage
     */
    GeoPackageTilesWriter(Path file, PyramidOptions options, TileLayer layer, Envelope bounds) throws IOException {
        if (!options.pictures()) {
            throw new InvalidInputException("a GeoPackage holds pictures, not vector tiles; add --raster, or write a"
                    + " .pmtiles or .mbtiles file");
        }
        target = file;
        // the library insists on the suffix
        written = file.resolveSibling("tiles.gpkg");
        GeoPackageManager.create(written.toFile());
        geoPackage = GeoPackageManager.open(true, written.toFile());
        try {
            geoPackage.getConnection().setUserVersion(VERSION);
            tiles = createTable(options, layer, bounds);
            tiles.beginTransaction();
        } catch (SQLException e) {
            geoPackage.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void add(int zoom, int column, int row, byte[] tile) {
        TileRow entry = tiles.newRow();
        entry.setZoomLevel(zoom);
        entry.setTileColumn(column);
        entry.setTileRow(row);
        entry.setTileData(tile);
        tiles.insert(entry);
    }

    @Override
    public void finish() throws IOException {
        tiles.endTransaction(true);
        geoPackage.close();
        Files.move(written, target);
    }

    @Override
    public void close() throws IOException {
        geoPackage.close();
        Files.deleteIfExists(written);
    }

    private TileDao createTable(PyramidOptions options, TileLayer layer, Envelope bounds) throws SQLException {
        SpatialReferenceSystem mercator =
                geoPackage.getSpatialReferenceSystemDao().getOrCreateFromEpsg(WEB_MERCATOR);
        TileMatrixSet set = TileMatrixSet.WEB_MERCATOR;
        Envelope data = CoordinateTransform.between(CoordinateSystem.of("CRS:84"), CoordinateSystem.of(set.crs()))
                .apply(bounds.intersection(set.lonLatExtent()));
        String name = layer.name().replace(':', '_');
        TileTable table = geoPackage.createTileTable(
                TileTableMetadata.create(name, box(data), mercator.getSrsId(), box(set.extent()), mercator.getSrsId()));
        Contents contents = geoPackage.getContentsDao().queryForId(name);
        contents.setDescription(layer.title().both());
        geoPackage.getContentsDao().update(contents);
        for (int zoom = options.minZoom(); zoom <= options.maxZoom(); zoom++) {
            var level = set.matrices().get(zoom);
            TileMatrix matrix = new TileMatrix();
            matrix.setContents(contents);
            matrix.setZoomLevel(zoom);
            matrix.setMatrixWidth(level.columns());
            matrix.setMatrixHeight(level.rows());
            matrix.setTileWidth(io.microscape.tiles.TileMatrix.TILE_PIXELS);
            matrix.setTileHeight(io.microscape.tiles.TileMatrix.TILE_PIXELS);
            matrix.setPixelXSize(level.cellSize());
            matrix.setPixelYSize(level.cellSize());
            geoPackage.getTileMatrixDao().create(matrix);
        }
        return geoPackage.getTileDao(table);
    }

    private static BoundingBox box(Envelope envelope) {
        return new BoundingBox(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
    }
}
