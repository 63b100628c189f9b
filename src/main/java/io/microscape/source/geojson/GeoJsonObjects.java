package io.microscape.source.geojson;

import io.microscape.source.DamagedFeatureException;
import io.microscape.source.ImportLimits;
import io.microscape.source.ReaderNotes;
import io.microscape.source.SourceFeature;
import io.microscape.source.geometry.PlanarGeometry;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The objects of GeoJSON as a stream of tokens brings them, members in any order. What is damaged within one feature is
 * read past, so that the next can be read, and then thrown as {@link DamagedFeatureException}.
 */
final class GeoJsonObjects {
    private static final JsonFactory TEXT = new JsonFactory();

    private final JsonParser parser;
    private final ImportLimits limits;
    private final ReaderNotes notes;
    private Members root = new Members();
    private String crs;
    private String label = "feature 1";
    private String damage;
    private long coordinates;
    private double x;
    private double y;

    /** Members of one object, those that mean something. */
    private static final class Members {
        private String type;
        private CoordinateNest coordinates;
        private Members geometry;
        private List<Members> geometries;
        private Map<String, Object> properties;
        private Object id;
        private boolean esri;
        private boolean topology;
    }

    GeoJsonObjects(JsonParser parser, ImportLimits limits, ReaderNotes notes) {
        this.parser = parser;
        this.limits = limits;
        this.notes = notes;
    }

    /** Name of the coordinate system that a "crs" member stated, or null. */
    String crs() {
        return crs;
    }

    /** A new object begins at the top level. */
    void begin() {
        root = new Members();
        damage = null;
        coordinates = 0;
    }

    /**
     * Reads members of the top-level object.
     *
     * @return true when the array of its features has just begun, false when the object has ended
     */
    boolean readMembersUpToFeatures() {
        return readMembers(root, true);
    }

    /** The feature whose object has just begun. */
    SourceFeature feature(String name) {
        label = name;
        damage = null;
        coordinates = 0;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new NotGeoJsonException(name + " is no object" + place());
        }
        Members members = new Members();
        readMembers(members, false);
        if (members.esri) {
            throw new NotGeoJsonException(
                    "it is Esri JSON, not GeoJSON (features with attributes instead of properties)");
        }
        if (!"Feature".equals(members.type)) {
            throw new NotGeoJsonException(name + " has the type " + members.type + " instead of Feature" + place());
        }
        return build(name, damage, members.geometry, members);
    }

    /**
     * What the ended top-level object is: one feature, or for a bare geometry collection one for each member.
     *
     * @param before features read before
     */
    List<Supplier<SourceFeature>> rootFeatures(long before) {
        Members object = root;
        String problem = damage;
        if (object.topology || "Topology".equals(object.type)) {
            throw new NotGeoJsonException("it is TopoJSON, not GeoJSON");
        }
        if (object.type == null || "FeatureCollection".equals(object.type)) {
            throw new NotGeoJsonException(
                    object.type == null
                            ? "is not GeoJSON: the object has no type" + place()
                            : "the FeatureCollection has no features");
        }
        if ("Feature".equals(object.type)) {
            String name = "feature " + (before + 1);
            return List.of(() -> build(name, problem, object.geometry, object));
        }
        List<Members> parts = "GeometryCollection".equals(object.type) && object.geometries != null
                ? object.geometries
                : List.of(object);
        List<Supplier<SourceFeature>> features = new ArrayList<>();
        for (Members part : parts) {
            String name = "feature " + (before + features.size() + 1);
            features.add(() -> build(name, problem, part, part));
        }
        return features;
    }

    private SourceFeature build(String name, String problem, Members geometry, Members feature) {
        if (problem != null) {
            throw new DamagedFeatureException(name, problem);
        }
        Map<String, Object> attributes = feature.properties == null ? new LinkedHashMap<>() : feature.properties;
        if (feature.id != null) {
            attributes.putIfAbsent("id", feature.id);
        }
        return new SourceFeature(name, geometry == null ? null : geometry(geometry, name), attributes);
    }

    private Geometry geometry(Members members, String name) {
        if (members.type == null) {
            throw new DamagedFeatureException(name, "its geometry has no type");
        }
        if ("GeometryCollection".equals(members.type)) {
            List<Members> parts = members.geometries == null ? List.of() : members.geometries;
            return PlanarGeometry.FACTORY.createGeometryCollection(
                    parts.stream().map(part -> geometry(part, name)).toArray(Geometry[]::new));
        }
        if (members.coordinates == null) {
            throw new DamagedFeatureException(name, "its " + members.type + " has no coordinates");
        }
        return members.coordinates.geometry(members.type, notes, name);
    }

    private boolean readMembers(Members into, boolean top) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "type" -> into.type = value == JsonToken.VALUE_STRING ? parser.getString() : null;
                case "id" -> into.id = value.isScalarValue() ? scalar(value) : structureAsText();
                case "properties" -> into.properties = properties(value);
                case "coordinates" -> into.coordinates = coordinates(value);
                case "geometry" -> into.geometry = nested(value);
                case "geometries" -> into.geometries = geometries(value);
                case "attributes", "rings", "spatialReference" -> {
                    into.esri = true;
                    parser.skipChildren();
                }
                case "crs" -> {
                    String stated = crs(parser);
                    crs = stated == null ? crs : stated;
                }
                case "features" -> {
                    if (top && value == JsonToken.START_ARRAY) {
                        return true;
                    }
                    parser.skipChildren();
                }
                default -> {
                    into.topology |= "arcs".equals(name);
                    parser.skipChildren();
                }
            }
        }
        return false;
    }

    /** The geometry whose first token is given; null when it is no object. */
    private Members nested(JsonToken first) {
        if (first != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        Members members = new Members();
        readMembers(members, false);
        return members;
    }

    private List<Members> geometries(JsonToken first) {
        if (first != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return List.of();
        }
        List<Members> parts = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            count();
            if (token == JsonToken.START_OBJECT) {
                parts.add(nested(token));
            } else {
                damage("a member of its GeometryCollection is no geometry");
                parser.skipChildren();
            }
        }
        return parts;
    }

    private CoordinateNest coordinates(JsonToken value) {
        if (value == JsonToken.START_ARRAY) {
            return nest(parser.nextToken());
        }
        parser.skipChildren();
        damage("its coordinates are no array");
        return null;
    }

    /** An array of coordinates whose first token is given. */
    private CoordinateNest nest(JsonToken first) {
        CoordinateNest nest = new CoordinateNest();
        count();
        if (first == JsonToken.END_ARRAY) {
            return nest;
        }
        if (first != JsonToken.START_ARRAY) {
            position(first);
            nest.setPosition(x, y);
            return nest;
        }
        for (JsonToken token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_ARRAY) {
                damage("its coordinates mix numbers and arrays");
                parser.skipChildren();
                continue;
            }
            JsonToken inner = parser.nextToken();
            if (inner == JsonToken.START_ARRAY || inner == JsonToken.END_ARRAY) {
                nest.addBranch(nest(inner));
            } else {
                position(inner);
                nest.append(x, y);
            }
        }
        return nest;
    }

    /** A position whose first token is given; what stands behind x and y is dropped. */
    private void position(JsonToken first) {
        count();
        int numbers = 0;
        for (JsonToken token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            double value = Double.NaN;
            if (token.isNumeric()) {
                value = parser.getDoubleValue();
            } else {
                damage("a coordinate is " + (token.isScalarValue() ? "the text or value " + shown() : "no number"));
                parser.skipChildren();
            }
            if (numbers == 0) {
                x = value;
            } else if (numbers == 1) {
                y = value;
            } else if (numbers == 2) {
                notes.count("third coordinates (Z) were dropped", label);
            }
            numbers++;
        }
        if (numbers < 2) {
            damage("a position has fewer than two numbers");
        }
    }

    private String shown() {
        String text = parser.getString();
        return '"' + (text.length() > 30 ? text.substring(0, 30) + "…" : text) + '"';
    }

    private void damage(String problem) {
        if (damage == null) {
            damage = problem + place();
        }
    }

    private String place() {
        return " (line " + parser.currentTokenLocation().getLineNr() + ", column "
                + Math.max(1, parser.currentTokenLocation().getColumnNr()) + ")";
    }

    private void count() {
        if (++coordinates > limits.maxCoordinates()) {
            throw new NotGeoJsonException(label + " has more than " + limits.maxCoordinates()
                    + " coordinates (the limit MICROSCAPE_MAX_COORDINATES)");
        }
    }

    private Map<String, Object> properties(JsonToken first) {
        if (first != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            properties.put(name, value.isScalarValue() ? scalar(value) : structureAsText());
        }
        return properties;
    }

    private Object scalar(JsonToken value) {
        return switch (value) {
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            // identifiers of more than 18 digits keep all of them as text
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getString()
                        : (Object) parser.getLongValue();
            default -> null;
        };
    }

    private String structureAsText() {
        StringWriter text = new LimitedWriter(limits.maxTextLength());
        try (JsonGenerator generator = TEXT.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private static final class LimitedWriter extends StringWriter {
        private final int limit;

        LimitedWriter(int limit) {
            this.limit = limit;
        }

        @Override
        public void write(char[] buffer, int offset, int length) {
            super.write(buffer, offset, length);
            if (getBuffer().length() > limit) {
                throw new NotGeoJsonException("a nested property is longer than " + limit
                        + " characters (the limit MICROSCAPE_MAX_TEXT_LENGTH)");
            }
        }
    }

    /** The "crs" member of the object that the parser is at, past everything else; null when there is none. */
    static String topLevelCrs(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        String found = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if ("crs".equals(name)) {
                found = crs(parser);
            } else {
                parser.skipChildren();
            }
        }
        return found;
    }

    /** Name or code of a "crs" member (GeoJSON 2008, section 3); null when it is null or has neither. */
    private static String crs(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        String found = null;
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return found;
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isScalarValue() && "name".equals(parser.currentName())) {
                found = parser.getString();
            } else if (token.isScalarValue() && "code".equals(parser.currentName())) {
                found = "EPSG:" + parser.getString();
            } else if (token.isScalarValue() && "href".equals(parser.currentName())) {
                throw new NotGeoJsonException(
                        "its coordinate system is a link (" + parser.getString() + "): name it with --crs (crs:)");
            }
        }
        return found;
    }
}
