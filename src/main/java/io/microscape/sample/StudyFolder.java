package io.microscape.sample;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.study.Community;
import io.microscape.study.Crown;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Writes the files of the sample study. GeoJSON is written by own code: one feature a line and nine decimals (0.1 mm), so
 * that the committed files are small, readable in a diff and the same on every machine.
 */
final class StudyFolder {
    private static final String METHOD = "life-cycle assessment, 50 years, as published";
    private static final String SOURCE =
            "Table 1 of a study of the nature-education building of community micro-spaces in Beibei, Chongqing";

    private static final int DECIMALS = 9;
    private static final PrecisionModel GRID = new PrecisionModel(Math.pow(10, DECIMALS));

    private final Path folder;
    private final long seed;
    private final CoordinateTransform toLonLat = CoordinateTransform.between(
            CoordinateSystem.of(SampleStudyGenerator.CRS), CoordinateSystem.of("EPSG:4326"));

    StudyFolder(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    void write(List<Community> communities, List<SampleSpace> spaces, List<Road> roads) throws IOException {
        Files.createDirectories(folder);
        text("study.yml", STUDY);
        text("README.md", README.formatted(seed));
        features(
                "communities.geojson",
                communities.stream()
                        .map(community -> feature(
                                inDegrees(community.geometry()),
                                "\"code\": %s, \"name\": %s",
                                quoted(community.code()),
                                quoted(community.name())))
                        .toList());
        features(
                "spaces.geojson",
                spaces.stream()
                        .map(space -> feature(
                                inDegrees(space.outline),
                                "\"code\": %s, \"name\": %s, \"community\": %s, \"sampled\": %s",
                                quoted(space.code),
                                quoted(space.name),
                                quoted(space.community),
                                space.published != null))
                        .toList());
        List<String> surfaces = new ArrayList<>();
        for (SampleSpace space : spaces) {
            for (Surface surface : space.surfaces) {
                Geometry parts = inDegrees(surface.geometry());
                for (int i = 0; i < parts.getNumGeometries(); i++) {
                    surfaces.add(feature(
                            parts.getGeometryN(i),
                            "\"cover\": %s",
                            quoted(surface.cover().key())));
                }
            }
        }
        features("surfaces.geojson", surfaces);
        features(
                "roads.geojson",
                roads.stream()
                        .map(road -> feature(
                                inDegrees(road.geometry()),
                                "\"name\": %s, \"highway\": %s",
                                quoted(road.name()),
                                quoted(road.highway())))
                        .toList());
        trees(spaces);
        plants(spaces);
        carbon(spaces);
    }

    private void trees(List<SampleSpace> spaces) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (SampleSpace space : spaces) {
            for (Crown crown : space.crowns) {
                Coordinate tree = lonLat(crown.geometry().getCoordinate());
                rows.add(List.of(number(tree.x), number(tree.y), fixed(crown.diameterM(), 3), crown.species()));
            }
        }
        table("trees.csv", List.of("lon", "lat", "crown", "species"), rows);
    }

    private void plants(List<SampleSpace> spaces) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (SampleSpace space : spaces) {
            for (Planting planting : space.plantings) {
                rows.add(List.of(planting.code(), planting.taxon(), fixed(planting.count(), 0)));
            }
        }
        table("plants.csv", List.of("code", "species", "count"), rows);
    }

    private void carbon(List<SampleSpace> spaces) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (SampleSpace space : spaces) {
            if (space.published != null) {
                List<Object> row = new ArrayList<>();
                row.add(space.code);
                row.addAll(space.published.carbon());
                row.addAll(List.of(METHOD, SOURCE));
                rows.add(row);
            }
        }
        table(
                "carbon.csv",
                List.of(
                        "code",
                        "soil_sink_kg",
                        "vegetation_sink_kg",
                        "material_emission_kg",
                        "construction_emission_kg",
                        "operation_emission_kg",
                        "net_carbon_kg",
                        "method",
                        "source"),
                rows);
    }

    private void table(String name, List<String> header, List<List<Object>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(header);
            printer.printRecords(rows);
        }
        text(name, text.toString());
    }

    private void features(String name, List<String> features) throws IOException {
        text(name, "{\"type\": \"FeatureCollection\", \"features\": [\n" + String.join(",\n", features) + "\n]}\n");
    }

    private void text(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private static String feature(Geometry geometry, String properties, Object... values) {
        return "{\"type\": \"Feature\", \"properties\": {" + properties.formatted(values) + "}, \"geometry\": "
                + geometry(geometry) + "}";
    }

    private static String geometry(Geometry geometry) {
        if (geometry instanceof LineString line) {
            return "{\"type\": \"LineString\", \"coordinates\": " + positions(line) + "}";
        }
        Polygon polygon = (Polygon) geometry.norm();
        List<String> rings = new ArrayList<>();
        // norm() turns shells clockwise, RFC 7946 wants them the other way
        rings.add(positions(polygon.getExteriorRing().reverse()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(positions(polygon.getInteriorRingN(i).reverse()));
        }
        return "{\"type\": \"Polygon\", \"coordinates\": [" + String.join(", ", rings) + "]}";
    }

    private static String positions(LineString line) {
        List<String> positions = new ArrayList<>();
        for (Coordinate point : line.getCoordinates()) {
            positions.add("[" + number(point.x) + ", " + number(point.y) + "]");
        }
        return "[" + String.join(", ", positions) + "]";
    }

    /**
     * Longitude and latitude on the grid of the files' decimals. Polygons are noded on it, for one that is valid before
     * the rounding of its coordinates need not be so after it.
     */
    private Geometry inDegrees(Geometry metric) {
        Geometry lonLat = toLonLat.apply(metric);
        return lonLat instanceof Polygonal ? GeometryPrecisionReducer.reduce(lonLat, GRID) : lonLat;
    }

    private Coordinate lonLat(Coordinate metric) {
        double[] point = {metric.x, metric.y};
        toLonLat.apply(point, 0, 1);
        return new Coordinate(point[0], point[1]);
    }

    private static String number(double degrees) {
        return fixed(degrees, DECIMALS);
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String quoted(String text) {
        return text == null ? "null" : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static final String STUDY = """
            study: chongqing
            title: {en: Micro-spaces of Beibei, zh: 北碚社区小微空间}
            crs: EPSG:4544
            parameters: {radius_m: 15, road_density_per: space, period_years: 50}
            sources:
              spaces:   {file: spaces.geojson, fields: {code: code, name: name, community: community, sampled: sampled}}
              surfaces: {file: surfaces.geojson, fields: {cover: cover}}
              roads:    {file: roads.geojson, fields: {name: name, highway: highway}}
              trees:    {file: trees.csv, x: lon, y: lat, crs: EPSG:4326, fields: {crown_diameter_m: crown, species: species}}
              plants:   {file: plants.csv}
              carbon:   {file: carbon.csv}
              communities: {file: communities.geojson, fields: {code: code, name: name}}
            layers: [net_carbon, net_carbon_hot_spots, net_carbon_clusters, green_ratio, road_density_15m, connectivity, canopy_cover, species_richness, roads, crowns, surfaces, communities, community_net_carbon]
            """;

    private static final String README = """
            # Sample study: micro-spaces of Beibei, Chongqing

            **The figures are published, the geometry is illustrative.**

            - Published: the life-cycle carbon accounts in `carbon.csv`, and for each of the 27 sampled spaces the five
              landscape indices (green area, road network density, connectivity, species richness, canopy density). They
              are Table 1 of a study of the nature-education building of community micro-spaces in three communities of
              Beibei, Chongqing (landscape architecture journals, 2020s); the table is in `../published/microspaces.csv`.
              The table gives no year for its accounts, so `carbon.csv` gives none.
            - Made up: every outline, community boundary, surface, street, path, tree, plant list and neighbour space (codes `N-…`), and all
              names but those of the communities. Nothing here shows where or what the real spaces are.

            The geometry comes from the sample study generator of Microscape (package `io.microscape.sample`) with the seed
            %d. It draws a neighbourhood at real scale and solves for what the indices depend on, so that the indices
            that Microscape *computes from this geometry* are the published ones. The road density of the table is length
            of road within 15 m over the area of the space, hence `road_density_per: space`.

            | file | holds |
            |---|---|
            | `study.yml` | the study file |
            | `communities.geojson` | boundaries of the three communities |
            | `spaces.geojson` | 27 sampled spaces and the neighbours that count in connectivity |
            | `surfaces.geojson` | planting (green) and paving (hard) |
            | `roads.geojson` | streets and footpaths |
            | `trees.csv` | trees: longitude, latitude, crown diameter in m, species |
            | `plants.csv` | plant lists of the sampled spaces |
            | `carbon.csv` | carbon accounts, kg CO2 over 50 years |

            Coordinates are WGS 84 longitude and latitude; the computation is in EPSG:4544 (CGCS2000, 105° E).
            """;
}
