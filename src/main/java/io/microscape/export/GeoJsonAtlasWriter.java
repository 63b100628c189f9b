package io.microscape.export;

import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasRow;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * GeoJSON by RFC 7946: longitude and latitude, right-hand rule, feature id {@code study.code}. The coordinates are
 * written here and not by jts-io-common, which rounds them to a fixed count of decimals.
 */
final class GeoJsonAtlasWriter implements AtlasWriter {
    private final List<AtlasColumn> columns;
    private final JsonGenerator json;

    GeoJsonAtlasWriter(Path file, String name, List<AtlasColumn> columns) {
        this.columns = columns;
        json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), file, JsonEncoding.UTF8);
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeStringProperty("name", name);
        json.writeArrayPropertyStart("features");
    }

    @Override
    public void write(AtlasRow row) {
        json.writeRaw("\n");
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", row.study() + "." + row.space().code());
        json.writeName("geometry");
        writeGeometry(row.space().geometry());
        json.writeObjectPropertyStart("properties");
        for (AtlasColumn column : columns) {
            json.writeName(column.name());
            writeValue(column.valueOf(row));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    public List<String> finish() {
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw("\n");
        json.close();
        return List.of();
    }

    @Override
    public void close() {
        json.close();
    }

    private void writeValue(Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Double number) {
            json.writeNumber(DecimalText.of(number));
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value.toString());
        }
    }

    private void writeGeometry(Geometry geometry) {
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        json.writeArrayPropertyStart("coordinates");
        for (Polygon polygon : RingDirection.polygons(geometry)) {
            if (geometry instanceof MultiPolygon) {
                json.writeStartArray();
                writeRings(polygon);
                json.writeEndArray();
            } else {
                writeRings(polygon);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeRings(Polygon polygon) {
        for (Coordinate[] ring : RingDirection.SHELL_COUNTER_CLOCKWISE.rings(polygon)) {
            json.writeStartArray();
            for (Coordinate coordinate : ring) {
                json.writeStartArray();
                json.writeNumber(DecimalText.of(coordinate.x));
                json.writeNumber(DecimalText.of(coordinate.y));
                json.writeEndArray();
            }
            json.writeEndArray();
        }
    }
}
