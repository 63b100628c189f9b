package io.microscape.source;

import io.microscape.study.SourceSpec;

/** Stands in until the reader of this name is merged. */
final class GeoJsonReader {
    private GeoJsonReader() {}

    static FeatureReader open(SourceSpec spec, ImportLimits limits) {
        throw new UnsupportedOperationException(spec.fileName());
    }
}
