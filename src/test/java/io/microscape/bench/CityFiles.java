package io.microscape.bench;

import io.microscape.sample.SyntheticCity;
import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;

/**
 * Writes a {@link SyntheticCity} as a study: four CSV files with WKT to the millimetre, carbon accounts, and the study file.
 * Arguments: the folder, which must be there, and the number of spaces.
 */
public final class CityFiles implements SyntheticCity.Receiver, Closeable {
    private static final String STUDY = """
            study: city
            title: {en: Synthetic city, zh: 模拟城市}
            crs: EPSG:4544
            sources:
              spaces: {file: spaces.csv, crs: "EPSG:4544"}
              surfaces: {file: surfaces.csv, crs: "EPSG:4544"}
              roads: {file: roads.csv, crs: "EPSG:4544"}
              trees: {file: trees.csv, crs: "EPSG:4544"}
              carbon: {file: carbon.csv}
            """;

    private final WKTWriter wkt = new WKTWriter();
    private final PrintWriter spaces;
    private final PrintWriter surfaces;
    private final PrintWriter roads;
    private final PrintWriter trees;
    private final PrintWriter carbon;
    private int written;

    private CityFiles(Path folder) throws IOException {
        wkt.setPrecisionModel(new PrecisionModel(1000));
        spaces = file(folder, "spaces", "code,wkt");
        surfaces = file(folder, "surfaces", "cover,wkt");
        roads = file(folder, "roads", "highway,wkt");
        trees = file(folder, "trees", "crown_diameter_m,wkt");
        carbon = file(
                folder,
                "carbon",
                "code,soil_sink_kg,vegetation_sink_kg,material_emission_kg,construction_emission_kg,operation_emission_kg");
        Files.writeString(folder.resolve("study.yml"), STUDY);
    }

    public static void main(String[] args) throws IOException {
        try (CityFiles files = new CityFiles(Path.of(args[0]))) {
            new SyntheticCity(Integer.parseInt(args[1]), SyntheticCity.SEED).build(files);
        }
    }

    private static PrintWriter file(Path folder, String name, String header) throws IOException {
        PrintWriter writer =
                new PrintWriter(Files.newBufferedWriter(folder.resolve(name + ".csv"), StandardCharsets.UTF_8));
        writer.println(header);
        return writer;
    }

    @Override
    public void space(MicroSpace space) {
        row(spaces, space.code(), space.geometry());
        int n = written++;
        carbon.printf(Locale.ROOT, "%s,%d,%d,%d,%d,%d%n", space.code(), n % 97, n % 1009, n % 499, n % 53, n % 211);
    }

    @Override
    public void surface(Surface surface) {
        row(surfaces, surface.cover().name(), surface.geometry());
    }

    @Override
    public void road(Road road) {
        row(roads, road.highway(), road.geometry());
    }

    @Override
    public void crown(Crown crown) {
        row(trees, crown.diameterM(), crown.geometry());
    }

    private void row(PrintWriter writer, Object value, Geometry geometry) {
        writer.printf("%s,\"%s\"%n", value, wkt.write(geometry));
    }

    @Override
    public void close() throws IOException {
        for (PrintWriter writer : new PrintWriter[] {spaces, surfaces, roads, trees, carbon}) {
            writer.close();
            if (writer.checkError()) {
                throw new IOException("cannot write the files of the city");
            }
        }
    }
}
