package io.microscape.statistics;

import io.microscape.study.LocalizedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Samples for tests: the published table of 27 spaces, and columns made by hand. */
final class PublishedSpaces {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private PublishedSpaces() {}

    /** The table under the column names of the joined result; percentages as fractions; spaces in a row, 10 m apart. */
    static Sample sample() {
        Map<String, List<Double>> columns = new LinkedHashMap<>();
        Map<String, String> names = Map.of(
                "green_area_percent", "green_ratio",
                "road_network_density", "road_density_15m",
                "connectivity", "connectivity",
                "species_richness", "species_richness",
                "canopy_density_percent", "canopy_cover",
                "vegetation_sink_kg_50y", "vegetation_sink_kg",
                "net_carbon_kg", "net_carbon_kg");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(
                Path.of("sample-data", "published", "microspaces.csv"), StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : parser) {
                names.forEach((published, name) -> columns.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(Double.parseDouble(row.get(published)) / (published.endsWith("percent") ? 100 : 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, double[]> values = new LinkedHashMap<>();
        columns.forEach((name, list) ->
                values.put(name, list.stream().mapToDouble(Double::doubleValue).toArray()));
        return of(values);
    }

    /** A sample of columns; accounts are those whose names end in kg. Titles are the names with spaces, and 中 + name. */
    static Sample of(Map<String, double[]> columns) {
        int n = columns.values().iterator().next().length;
        List<String> codes = new ArrayList<>();
        List<Geometry> geometries = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            codes.add("S" + i);
            geometries.add(GEOMETRIES.createPoint(new Coordinate(10.0 * i, 0)));
        }
        Map<String, Variable> variables = new LinkedHashMap<>();
        columns.forEach((name, values) -> variables.put(
                name,
                new Variable(
                        name,
                        new LocalizedText(name.replace('_', ' '), "中" + name),
                        name.endsWith("kg") ? "kg CO2" : "",
                        values)));
        return new Sample(codes, geometries, variables);
    }
}
