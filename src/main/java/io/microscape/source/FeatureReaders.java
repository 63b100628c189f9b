package io.microscape.source;

import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceSpec;
import java.util.Locale;

/** Opens the reader for a file's format. */
final class FeatureReaders {
    private FeatureReaders() {}

    /**
     * @throws InvalidInputException if the file cannot be opened or is of no known format
     */
    static FeatureReader open(SourceSpec spec, ImportLimits limits) {
        String name = spec.fileName().toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.(geojson|json|geojsonl|ndjson)")) {
            return GeoJsonReader.open(spec, limits);
        }
        if (name.matches(".*\\.(csv|tsv|txt)")) {
            return CsvReader.open(spec, limits);
        }
        throw InvalidInputException.of(spec.fileName(), "format not known", "give a .geojson or .csv file");
    }
}
