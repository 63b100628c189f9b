package io.microscape.source;

import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** All that a reader says about a source: what tests assert on. */
public record Reading(
        String format,
        String layer,
        List<String> columns,
        FeatureReader.TextEncoding encoding,
        FeatureReader.DeclaredCrs crs,
        List<SourceFeature> features,
        List<String> notes) {

    public static SourceSpec spec(Path file, SourceKind kind, String encoding, String layer) {
        return new SourceSpec(kind, file, null, encoding, layer, Map.of(), null, null, null, null, null, false);
    }

    public static Reading of(Path file) {
        return of(file, null, null);
    }

    public static Reading of(Path file, String encoding, String layer) {
        return of(spec(file, SourceKind.SPACES, encoding, layer), ImportLimits.DEFAULTS);
    }

    public static Reading of(SourceSpec spec, ImportLimits limits) {
        try (FeatureReader reader = FeatureReaders.open(spec, limits)) {
            List<SourceFeature> features = new ArrayList<>();
            for (SourceFeature feature = reader.next(); feature != null; feature = reader.next()) {
                features.add(feature);
            }
            return new Reading(
                    reader.format(),
                    reader.layer(),
                    reader.columns(),
                    reader.encoding(),
                    reader.crs(),
                    features,
                    reader.notes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The column's values in file order. */
    public List<Object> values(String column) {
        return features.stream()
                .map(feature -> feature.attributes().get(column))
                .toList();
    }

    public Geometry geometry(int index) {
        return features.get(index).geometry();
    }

    /** "GBK, .cpg". */
    public String encodingText() {
        return encoding == null ? null : encoding.charset() + ", " + encoding.from();
    }
}
