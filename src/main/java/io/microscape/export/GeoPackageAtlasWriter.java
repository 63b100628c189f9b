package io.microscape.export;

import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasRow;
import io.microscape.study.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import mil.nga.geopackage.BoundingBox;
import mil.nga.geopackage.GeoPackage;
import mil.nga.geopackage.GeoPackageException;
import mil.nga.geopackage.GeoPackageManager;
import mil.nga.geopackage.contents.Contents;
import mil.nga.geopackage.db.GeoPackageDataType;
import mil.nga.geopackage.extension.rtree.RTreeIndexExtension;
import mil.nga.geopackage.extension.schema.SchemaExtension;
import mil.nga.geopackage.extension.schema.columns.DataColumns;
import mil.nga.geopackage.extension.schema.columns.DataColumnsDao;
import mil.nga.geopackage.features.columns.GeometryColumns;
import mil.nga.geopackage.features.user.FeatureColumn;
import mil.nga.geopackage.features.user.FeatureDao;
import mil.nga.geopackage.features.user.FeatureRow;
import mil.nga.geopackage.features.user.FeatureTable;
import mil.nga.geopackage.features.user.FeatureTableMetadata;
import mil.nga.geopackage.geom.GeoPackageGeometryData;
import mil.nga.geopackage.srs.SpatialReferenceSystem;
import mil.nga.sf.GeometryType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;

/**
 * GeoPackage 1.3 with one feature table named for the study: multi-polygons in EPSG:4326, an R-tree index, and titles
 * with units and definitions of the columns in {@code gpkg_data_columns}.
 */
final class GeoPackageAtlasWriter implements AtlasWriter {
    /** The library writes 1.4, of which GDAL before 3.7 (QGIS 3.22) warns; see also {@link #createSpatialIndex}. */
    private static final int VERSION = 10300;

    private static final int WGS84 = 4326;
    private static final String ID = "fid";
    private static final String GEOMETRY = "geom";

    private final List<AtlasColumn> columns;
    private final WKBWriter wkb = new WKBWriter();
    private final Envelope bounds = new Envelope();
    private final GeoPackage geoPackage;
    private final FeatureTable table;
    private final FeatureDao features;

    GeoPackageAtlasWriter(Path file, Study study, List<AtlasColumn> columns) throws IOException {
        this.columns = columns;
        GeoPackageManager.create(file.toFile());
        geoPackage = GeoPackageManager.open(true, file.toFile());
        try {
            geoPackage.getConnection().setUserVersion(VERSION);
            table = createTable(study);
            describeColumns();
            features = geoPackage.getFeatureDao(table);
            features.beginTransaction();
        } catch (SQLException e) {
            geoPackage.close();
            throw new IOException(e.getMessage(), e);
        } catch (GeoPackageException e) {
            geoPackage.close();
            throw e;
        }
    }

    @Override
    public void write(AtlasRow row) throws IOException {
        FeatureRow feature = features.newRow();
        for (AtlasColumn column : columns) {
            feature.setValue(column.name(), column.valueOf(row));
        }
        Geometry geometry = row.space().geometry();
        bounds.expandToInclude(geometry.getEnvelopeInternal());
        feature.setGeometry(
                GeoPackageGeometryData.createFromWkbAndBuildEnvelope(WGS84, wkb.write(multiPolygon(geometry))));
        features.insert(feature);
    }

    @Override
    public List<String> finish() throws IOException {
        features.endTransaction(true);
        try {
            createSpatialIndex();
            Contents contents = table.getContents();
            contents.setLastChange(Date.from(Instant.now()));
            if (!bounds.isNull()) {
                contents.setBoundingBox(
                        new BoundingBox(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()));
            }
            geoPackage.getContentsDao().update(contents);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        geoPackage.close();
        return List.of();
    }

    @Override
    public void close() {
        geoPackage.close();
    }

    private FeatureTable createTable(Study study) throws SQLException {
        SpatialReferenceSystem wgs84 = geoPackage.getSpatialReferenceSystemDao().getOrCreateFromEpsg(WGS84);
        GeometryColumns geometry = new GeometryColumns();
        geometry.setTableName(study.key());
        geometry.setColumnName(GEOMETRY);
        geometry.setGeometryType(GeometryType.MULTIPOLYGON);
        geometry.setZ((byte) 0);
        geometry.setM((byte) 0);
        geometry.setSrs(wgs84);

        List<FeatureColumn> attributes = new ArrayList<>();
        for (AtlasColumn column : columns) {
            attributes.add(FeatureColumn.createColumn(column.name(), dataType(column)));
        }
        FeatureTable created = geoPackage.createFeatureTable(FeatureTableMetadata.create(geometry, ID, attributes));
        Contents contents = created.getContents();
        contents.setDescription(study.title().both());
        geoPackage.getContentsDao().update(contents);
        return created;
    }

    private void describeColumns() throws SQLException {
        SchemaExtension schema = new SchemaExtension(geoPackage);
        schema.getOrCreate();
        DataColumnsDao descriptions = schema.getDataColumnsDao();
        for (AtlasColumn column : columns) {
            DataColumns description = new DataColumns();
            description.setContents(table.getContents());
            description.setColumnName(column.name());
            description.setTitle(AtlasWriter.titleWithUnit(column));
            description.setDescription(column.definition().both());
            descriptions.create(description);
        }
    }

    /** The index with the triggers that version 1.3 asks for; the library makes those of 1.4. */
    private void createSpatialIndex() {
        RTreeIndexExtension index = new RTreeIndexExtension(geoPackage);
        index.create(table);
        String name = table.getTableName();
        index.dropUpdate5Trigger(name, GEOMETRY);
        index.dropUpdate6Trigger(name, GEOMETRY);
        index.dropUpdate7Trigger(name, GEOMETRY);
        index.createUpdate1Trigger(name, GEOMETRY, ID);
        index.createUpdate3Trigger(name, GEOMETRY, ID);
    }

    private static GeoPackageDataType dataType(AtlasColumn column) {
        if (column.type() == Double.class) {
            return GeoPackageDataType.DOUBLE;
        }
        if (column.type() == Integer.class) {
            return GeoPackageDataType.MEDIUMINT;
        }
        if (column.type() == Boolean.class) {
            return GeoPackageDataType.BOOLEAN;
        }
        return GeoPackageDataType.TEXT;
    }

    /** One geometry type for the table, as QGIS and GDAL expect of a layer. */
    private static MultiPolygon multiPolygon(Geometry geometry) {
        return geometry.getFactory()
                .createMultiPolygon(RingDirection.polygons(geometry).toArray(Polygon[]::new));
    }
}
