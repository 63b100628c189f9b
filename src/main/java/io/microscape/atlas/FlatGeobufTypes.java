package io.microscape.atlas;

import io.microscape.atlas.LayerDefinition.GeometryType;
import java.util.Map;
import org.wololo.flatgeobuf.generated.ColumnType;

/** How Java classes and kinds of geometry are called in FlatGeobuf. */
final class FlatGeobufTypes {
    private static final Map<Class<?>, Integer> COLUMN_TYPES = Map.of(
            String.class, ColumnType.String,
            Double.class, ColumnType.Double,
            Long.class, ColumnType.Long,
            Integer.class, ColumnType.Int,
            Boolean.class, ColumnType.Bool);

    private FlatGeobufTypes() {}

    /** @throws IllegalArgumentException for a class that has no column type here */
    static int columnType(Class<?> type) {
        Integer columnType = COLUMN_TYPES.get(type);
        if (columnType == null) {
            throw new IllegalArgumentException("no FlatGeobuf column holds a " + type.getName());
        }
        return columnType;
    }

    static int geometryType(GeometryType geometry) {
        return switch (geometry) {
            case POLYGON -> org.wololo.flatgeobuf.generated.GeometryType.MultiPolygon;
            case LINE -> org.wololo.flatgeobuf.generated.GeometryType.MultiLineString;
            case POINT -> org.wololo.flatgeobuf.generated.GeometryType.Point;
        };
    }
}
