package io.microscape.atlas;

import java.util.List;

/**
 * What a FlatGeobuf file says of its features.
 *
 * @param name name of the layer
 * @param title readable name; may be null
 * @param description what the layer shows; may be null
 * @param geometry kind of geometry; polygons and lines are written as multi-geometries, so that a file is of one type
 * @param epsg EPSG code of the coordinates
 * @param crsName name of that coordinate system
 * @param columns attributes in order
 */
public record FlatGeobufSchema(
        String name,
        String title,
        String description,
        LayerDefinition.GeometryType geometry,
        int epsg,
        String crsName,
        List<Column> columns) {

    public FlatGeobufSchema {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            FlatGeobufTypes.columnType(column.type());
        }
    }

    /** A schema of longitude and latitude in EPSG:4326, as published layers have it. */
    public static FlatGeobufSchema lonLat(
            String name,
            String title,
            String description,
            LayerDefinition.GeometryType geometry,
            List<Column> columns) {
        return new FlatGeobufSchema(name, title, description, geometry, 4326, "WGS 84", columns);
    }

    /**
     * An attribute.
     *
     * @param name column name
     * @param type String, Double, Long, Integer or Boolean
     * @param title readable name; may be null
     * @param description what the value means; may be null
     */
    public record Column(String name, Class<?> type, String title, String description) {}
}
