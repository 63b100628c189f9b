package io.microscape.sample;

import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A row of the published table.
 *
 * @param greenRatio, canopyCover shares, 0 to 1 (the table gives percent)
 * @param roadDensity m of road within 15 m per m² of the space
 * @param carbon soil sink, vegetation sink, material, construction and operation emission and net, kg over 50 years, as
 *     printed
 */
record PublishedSpace(
        String code,
        String community,
        double greenRatio,
        double roadDensity,
        double connectivity,
        int speciesRichness,
        double canopyCover,
        List<String> carbon) {

    private static final List<String> CARBON_COLUMNS = List.of(
            "soil_sink_kg_50y",
            "vegetation_sink_kg_50y",
            "material_emission_kg",
            "construction_emission_kg",
            "operation_emission_kg",
            "net_carbon_kg");

    /** All rows of the table. */
    static List<PublishedSpace> read(Path table) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(table, StandardCharsets.UTF_8, format)) {
            return parser.stream().map(PublishedSpace::of).toList();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(table + ": " + e.getMessage() + "; give the published table", e);
        }
    }

    private static PublishedSpace of(CSVRecord row) {
        return new PublishedSpace(
                row.get("code"),
                row.get("community"),
                Double.parseDouble(row.get("green_area_percent")) / 100,
                Double.parseDouble(row.get("road_network_density")),
                Double.parseDouble(row.get("connectivity")),
                Integer.parseInt(row.get("species_richness")),
                Double.parseDouble(row.get("canopy_density_percent")) / 100,
                CARBON_COLUMNS.stream().map(row::get).toList());
    }
}
