package io.microscape.study;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * One source of a study: a file and how to read it. Everything but kind and file may be null (not given).
 *
 * @param kind what the file brings
 * @param file the file or folder
 * @param crs coordinate system that overrides the file's own ("EPSG:4547", "GCJ-02", "BD-09", WKT)
 * @param encoding text encoding that overrides the file's own
 * @param layer layer of a multi-layer file
 * @param fields target name to source column, or to a constant written {@code "=value"}
 * @param where ECQL filter on the source's columns
 * @param x column of the x (or longitude) coordinate of a table
 * @param y column of the y (or latitude) coordinate of a table
 * @param covered test that makes a raster cell covered: {@code ">= 2"}, {@code "== 10"}
 * @param preset tag table of an OSM source: {@code urban}, or the path of a copy
 * @param validOnly import the valid features and list the rejected ones, instead of refusing the file
 */
public record SourceSpec(
        SourceKind kind,
        Path file,
        String crs,
        String encoding,
        String layer,
        Map<String, String> fields,
        String where,
        String x,
        String y,
        String covered,
        String preset,
        boolean validOnly) {

    public SourceSpec {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(file, "file");
        fields = fields == null ? Map.of() : Map.copyOf(fields);
    }

    /** A source with nothing said but its kind and file. */
    public static SourceSpec of(SourceKind kind, Path file) {
        return new SourceSpec(kind, file, null, null, null, Map.of(), null, null, null, null, null, false);
    }

    /** The file's own name, by which messages and import records call it. */
    public String fileName() {
        return file.getFileName().toString();
    }
}
