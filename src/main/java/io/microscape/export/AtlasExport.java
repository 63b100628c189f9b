package io.microscape.export;

import io.microscape.store.StudyStore;
import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasColumns;
import io.microscape.study.AtlasRow;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Remarks;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Exports the joined result of a study: its spaces in EPSG:4326 (longitude first) with every column of
 * {@link AtlasColumns} and, last, {@code remarks}. Rows come by code. Memory does not grow with the study, except
 * for FlatGeobuf, whose spatial index is sorted in memory (48 bytes a row).
 */
public final class AtlasExport {
    private AtlasExport() {}

    /** What an export can be written as. */
    public enum Format {
        CSV("text/csv; charset=UTF-8", ".csv", ".csv"),
        GEOJSON("application/geo+json", ".geojson", ".json"),
        GEOPACKAGE("application/geopackage+sqlite3", ".gpkg", ".gpkg"),
        FLATGEOBUF("application/flatgeobuf", ".fgb", ".fgb"),
        SHAPEFILE("application/zip", ".shp.zip", ".shp.zip");

        private final String mediaType;
        private final String suffix;
        private final String otherSuffix;

        Format(String mediaType, String suffix, String otherSuffix) {
            this.mediaType = mediaType;
            this.suffix = suffix;
            this.otherSuffix = otherSuffix;
        }

        /** Media type for HTTP. */
        public String mediaType() {
            return mediaType;
        }

        /** The usual suffix of file names, with its dot. */
        public String suffix() {
            return suffix;
        }

        private boolean isOf(String fileName) {
            String lowerCase = fileName.toLowerCase(Locale.ROOT);
            return lowerCase.endsWith(suffix) || lowerCase.endsWith(otherSuffix);
        }
    }

    /** The format that the suffix of a file asks for, as {@link #formatOf(String)} finds it. */
    public static Format formatOf(Path file) {
        return formatOf(file.toString());
    }

    /**
     * The format that the suffix of a file name asks for, upper or lower case.
     *
     * @throws InvalidInputException if there is none; lists those there are
     */
    public static Format formatOf(String fileName) {
        return Arrays.stream(Format.values())
                .filter(format -> format.isOf(fileName))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.of(
                        fileName,
                        "no export format has that suffix",
                        "use one of "
                                + Arrays.stream(Format.values())
                                        .map(Format::suffix)
                                        .collect(Collectors.joining(", "))));
    }

    /**
     * Writes the file, replacing one that is there only when all is written.
     *
     * @return rows written, and what the format could not hold as it is
     * @throws InvalidInputException if the folder is not there or not writable, or the format cannot hold as much
     * @throws IOException if writing fails midway
     */
    public static ExportReport write(StudyStore store, Study study, Format format, Path file, ExportOptions options)
            throws IOException {
        Path target = file.toAbsolutePath();
        if (!Files.isDirectory(target.getParent())) {
            throw InvalidInputException.of(
                    file.toString(), "there is no folder " + target.getParent(), "create it first");
        }
        if (Files.isDirectory(target)) {
            throw InvalidInputException.of(file.toString(), "it is a folder", "name a file");
        }
        try (TemporaryFolder folder = TemporaryFolder.beside(target)) {
            Path complete = folder.path().resolve(study.key() + format.suffix());
            ExportReport report = writeNew(store, study, format, complete, options);
            Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return report;
        } catch (FileSystemException e) {
            throw new InvalidInputException(
                    file + ": cannot be written (" + e.getMessage() + "); choose another place or mend the permissions",
                    e);
        }
    }

    /**
     * Writes to a stream, which is left open. Nothing reaches the stream before all rows are written to a temporary
     * file, so that a failure cannot pass for a short result.
     *
     * @return rows written, and what the format could not hold as it is
     * @throws InvalidInputException if the format cannot hold as much
     * @throws IOException if writing fails
     */
    public static ExportReport write(
            StudyStore store, Study study, Format format, OutputStream out, ExportOptions options) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.ofSystem()) {
            Path complete = folder.path().resolve(study.key() + format.suffix());
            ExportReport report = writeNew(store, study, format, complete, options);
            Files.copy(complete, out);
            return report;
        }
    }

    /** The columns of the study's export, in order. */
    static List<AtlasColumn> columns(StudyStore store, Study study) {
        StudyParameters parameters = study.parameters();
        StudyParameters computedWith = store.indexParameters(study.key()).orElse(parameters);
        List<AtlasColumn> columns =
                new ArrayList<>(AtlasColumns.of(computedWith.withPeriodYears(parameters.periodYears())));
        columns.add(Remarks.column(columns));
        return List.copyOf(columns);
    }

    private static ExportReport writeNew(StudyStore store, Study study, Format format, Path file, ExportOptions options)
            throws IOException {
        List<AtlasColumn> columns = columns(store, study);
        AtomicLong rows = new AtomicLong();
        try (AtlasWriter writer = writer(study, format, file, columns, options)) {
            store.eachAtlasRow(study.key(), row -> {
                checkFinite(columns, row);
                try {
                    writer.write(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                rows.incrementAndGet();
            });
            return new ExportReport(rows.get(), writer.finish());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static AtlasWriter writer(
            Study study, Format format, Path file, List<AtlasColumn> columns, ExportOptions options)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvAtlasWriter(file, columns, options);
            case GEOJSON -> new GeoJsonAtlasWriter(file, study.key(), columns);
            case GEOPACKAGE -> new GeoPackageAtlasWriter(file, study, columns);
            case FLATGEOBUF -> new FlatGeobufAtlasWriter(file, study, columns);
            case SHAPEFILE -> new ShapefileAtlasWriter(file, study.key(), columns);
        };
    }

    /** Half of the formats turn NaN into null without a word. */
    private static void checkFinite(List<AtlasColumn> columns, AtlasRow row) {
        for (AtlasColumn column : columns) {
            if (column.valueOf(row) instanceof Double number && !Double.isFinite(number)) {
                throw new ArithmeticException(
                        column.name() + " of " + row.space().code() + " is " + number);
            }
        }
    }
}
