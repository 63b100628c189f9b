package io.microscape.ogc;

import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.PublishedLayer.Attribute;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.study.LocalizedText;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * Feature information as GeoJSON (RFC 7946: longitude and latitude whatever the map's coordinate system is). Two foreign
 * members let a page show it readably: each feature names its {@code layer}, and the collection's {@code layers} give
 * titles and units in both languages.
 */
final class FeatureInfoGeoJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DECIMALS = 9;

    private FeatureInfoGeoJson() {}

    static byte[] write(FeatureInfo info) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            for (FeatureInfo.LayerHits hits : info.layers()) {
                hits.features().forEach(feature -> writeFeature(json, hits, feature));
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("layers");
            info.layers().forEach(hits -> writeLayer(json, hits.layer()));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeFeature(JsonGenerator json, FeatureInfo.LayerHits hits, SnapshotFeature feature) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", hits.identifier(feature));
        json.writeStringProperty("layer", hits.layer().qualifiedName());
        json.writeName("geometry");
        json.writeRawValue(geometryWriter().write(feature.geometry()));
        json.writeObjectPropertyStart("properties");
        List<Attribute> attributes = hits.layer().attributes();
        for (int i = 0; i < attributes.size(); i++) {
            json.writeName(attributes.get(i).name());
            writeValue(json, feature.values().get(i));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            json.writeNumber(number);
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else {
            json.writeString(value.toString());
        }
    }

    private static void writeLayer(JsonGenerator json, PublishedLayer layer) {
        json.writeStartObject();
        json.writeStringProperty("name", layer.qualifiedName());
        writeText(json, "title", layer.definition().title());
        json.writeArrayPropertyStart("attributes");
        for (Attribute attribute : layer.attributes()) {
            json.writeStartObject();
            json.writeStringProperty("name", attribute.name());
            writeText(json, "title", attribute.title());
            json.writeStringProperty("unit", attribute.unit());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeText(JsonGenerator json, String name, LocalizedText text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("en", TextLanguage.ENGLISH.of(text));
        json.writeStringProperty("zh", TextLanguage.CHINESE.of(text));
        json.writeEndObject();
    }

    private static GeoJsonWriter geometryWriter() {
        GeoJsonWriter writer = new GeoJsonWriter(DECIMALS);
        writer.setEncodeCRS(false);
        writer.setForceCCW(true);
        return writer;
    }
}
