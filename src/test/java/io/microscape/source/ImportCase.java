package io.microscape.source;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.microscape.study.ImportReport;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import io.microscape.study.Progress;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import io.microscape.testing.CollectingSink;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One import in a test: a file, what is said about it, and what came of it. */
public final class ImportCase {
    private final SourceKind kind;
    private final Path file;
    private final Map<String, String> fields = new HashMap<>();
    private String crs;
    private String studyCrs;
    private String encoding;
    private String where;
    private String x;
    private String y;
    private boolean validOnly;
    private ImportLimits limits = ImportLimits.DEFAULTS;
    public final CollectingSink sink = new CollectingSink();

    private ImportCase(SourceKind kind, Path file) {
        this.kind = kind;
        this.file = file;
    }

    public static ImportCase of(SourceKind kind, Path file) {
        return new ImportCase(kind, file);
    }

    public static ImportCase text(SourceKind kind, Path folder, String name, String content) throws IOException {
        return text(kind, folder, name, content, StandardCharsets.UTF_8);
    }

    public static ImportCase text(SourceKind kind, Path folder, String name, String content, Charset charset)
            throws IOException {
        return of(kind, Files.write(folder.resolve(name), content.getBytes(charset)));
    }

    /** A FeatureCollection of the features given as JSON. */
    public static ImportCase features(SourceKind kind, Path folder, String... features) throws IOException {
        return text(
                kind,
                folder,
                "case.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}");
    }

    /** A GeoJSON feature; the properties as the inside of an object. */
    public static String feature(String type, String coordinates, String properties) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }

    public ImportCase crs(String value) {
        crs = value;
        return this;
    }

    ImportCase studyCrs(String value) {
        studyCrs = value;
        return this;
    }

    public ImportCase encoding(String value) {
        encoding = value;
        return this;
    }

    ImportCase where(String value) {
        where = value;
        return this;
    }

    public ImportCase xy(String xColumn, String yColumn) {
        x = xColumn;
        y = yColumn;
        return this;
    }

    ImportCase field(String target, String source) {
        fields.put(target, source);
        return this;
    }

    public ImportCase validOnly() {
        validOnly = true;
        return this;
    }

    public ImportCase limits(ImportLimits value) {
        limits = value;
        return this;
    }

    public ImportReport run() {
        SourceSpec spec = new SourceSpec(kind, file, crs, encoding, null, fields, where, x, y, null, null, validOnly);
        Study study = new Study("case", new LocalizedText(null, null), studyCrs, StudyParameters.DEFAULTS, List.of());
        return new SourceImporter(limits).importSource(spec, study, sink, Progress.NONE);
    }

    /** The error that the import ends in. */
    public InvalidInputException error() {
        return catchThrowableOfType(InvalidInputException.class, this::run);
    }
}
