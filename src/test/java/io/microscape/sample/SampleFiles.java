package io.microscape.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.landscape.Landscape;
import io.microscape.study.Community;
import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Reads the files of the sample study into the engine's layers, apart from the import. */
final class SampleFiles {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final CoordinateTransform TO_METRIC =
            CoordinateTransform.between(CoordinateSystem.of("EPSG:4326"), CoordinateSystem.of("EPSG:4544"));

    private SampleFiles() {}

    /** The layers of the sample study in its metric CRS. */
    record Layers(
            List<MicroSpace> spaces,
            List<Surface> surfaces,
            List<Road> roads,
            List<Crown> crowns,
            List<Planting> plantings) {
        Landscape landscape() {
            return Landscape.of(spaces, surfaces, roads, crowns, null, plantings);
        }
    }

    static Layers layers(Path folder) throws IOException {
        List<MicroSpace> spaces = features(
                folder.resolve("spaces.geojson"),
                (properties, geometry) -> new MicroSpace(
                        properties.get("code").asText(),
                        properties.get("name").asText(),
                        properties.get("community").asText(),
                        properties.get("sampled").asBoolean(),
                        geometry));
        List<Surface> surfaces = features(
                folder.resolve("surfaces.geojson"),
                (properties, geometry) ->
                        new Surface(Cover.of(properties.get("cover").asText()).orElseThrow(), geometry));
        List<Road> roads = features(
                folder.resolve("roads.geojson"),
                (properties, geometry) ->
                        new Road(null, properties.get("highway").asText(), false, false, 0, geometry));
        List<Crown> crowns = table(folder.resolve("trees.csv")).stream()
                .map(row -> new Crown(
                        TO_METRIC.apply(FACTORY.createPoint(new Coordinate(
                                Double.parseDouble(row.get("lon")), Double.parseDouble(row.get("lat"))))),
                        Double.valueOf(row.get("crown")),
                        row.get("species")))
                .toList();
        List<Planting> plantings = table(folder.resolve("plants.csv")).stream()
                .map(row -> new Planting(row.get("code"), row.get("species"), Double.valueOf(row.get("count"))))
                .toList();
        return new Layers(spaces, surfaces, roads, crowns, plantings);
    }

    /** The communities with their boundaries in the metric CRS. */
    static List<Community> communities(Path folder) throws IOException {
        return features(
                folder.resolve("communities.geojson"),
                (properties, geometry) -> new Community(
                        properties.get("code").asText(), properties.get("name").asText(), geometry));
    }

    static List<CSVRecord> table(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    /** The geometries of a GeoJSON file as they are written. */
    static List<Geometry> lonLatGeometries(Path file) throws IOException {
        return lonLatFeatures(file, (properties, geometry) -> geometry);
    }

    private static <T> List<T> features(Path file, BiFunction<JsonNode, Geometry, T> make) throws IOException {
        return lonLatFeatures(file, (properties, geometry) -> make.apply(properties, TO_METRIC.apply(geometry)));
    }

    private static <T> List<T> lonLatFeatures(Path file, BiFunction<JsonNode, Geometry, T> make) throws IOException {
        List<T> features = new ArrayList<>();
        for (JsonNode feature : new ObjectMapper().readTree(file.toFile()).get("features")) {
            JsonNode geometry = feature.get("geometry");
            JsonNode coordinates = geometry.get("coordinates");
            Geometry lonLat = geometry.get("type").asText().equals("LineString")
                    ? FACTORY.createLineString(points(coordinates))
                    : polygon(coordinates);
            features.add(make.apply(feature.get("properties"), lonLat));
        }
        return features;
    }

    private static Geometry polygon(JsonNode rings) {
        LinearRing[] holes = new LinearRing[rings.size() - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = FACTORY.createLinearRing(points(rings.get(i + 1)));
        }
        return FACTORY.createPolygon(FACTORY.createLinearRing(points(rings.get(0))), holes);
    }

    private static Coordinate[] points(JsonNode positions) {
        Coordinate[] points = new Coordinate[positions.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(
                    positions.get(i).get(0).asDouble(), positions.get(i).get(1).asDouble());
        }
        return points;
    }
}
