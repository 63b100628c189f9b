package io.microscape.source.geojson;

import io.microscape.source.DamagedFeatureException;
import io.microscape.source.FeatureReader;
import io.microscape.source.ImportLimits;
import io.microscape.source.ReaderNotes;
import io.microscape.source.SourceFeature;
import io.microscape.source.text.TextFile;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceSpec;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads GeoJSON (RFC 7946, and the "crs" member of the 2008 specification) feature by feature: a FeatureCollection, a
 * Feature, a bare geometry, a GeometryCollection whose members become features, or any of these one after the other
 * (newline-delimited GeoJSON). Members may stand in any order. Memory is that of the largest feature.
 */
public final class GeoJsonReader implements FeatureReader {
    private static final int MAX_NESTING = 64;
    private static final int MAX_NUMBER_LENGTH = 400;
    /** Where a "crs" member behind the features is looked for. */
    private static final int TAIL = 1 << 16;

    private static final String CRS84 = "CRS:84";

    private final String file;
    private final TextFile text;
    private final JsonParser parser;
    private final ReaderNotes notes = new ReaderNotes();
    private final GeoJsonObjects objects;
    private final Deque<Supplier<SourceFeature>> pending = new ArrayDeque<>();
    private final DeclaredCrs crs;
    private boolean inFeatures;
    private long features;

    /**
     * Opens the file and reads up to its features.
     *
     * @throws InvalidInputException if the file is empty, not JSON or not GeoJSON
     */
    public static FeatureReader open(SourceSpec spec, ImportLimits limits) {
        try {
            String late = crsBehindFeatures(spec, limits);
            TextFile text = new TextFile(spec.file(), spec.encoding());
            try {
                return new GeoJsonReader(spec, limits, text, late);
            } catch (IOException | RuntimeException e) {
                text.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(spec.fileName(), e);
        }
    }

    private GeoJsonReader(SourceSpec spec, ImportLimits limits, TextFile text, String lateCrs) throws IOException {
        this.file = spec.fileName();
        this.text = text;
        if (text.isEmpty()) {
            throw InvalidInputException.of(file, "the file is empty", "export it again");
        }
        this.parser = parser(text, limits);
        this.objects = new GeoJsonObjects(parser, limits, notes);
        guarded(() -> {
            toFeatures();
            return null;
        });
        String stated = objects.crs() != null ? objects.crs() : lateCrs;
        this.crs = stated == null ? new DeclaredCrs(CRS84, "format") : new DeclaredCrs(stated, "file");
    }

    @Override
    public String format() {
        return "GeoJSON";
    }

    @Override
    public String layer() {
        return null;
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public TextEncoding encoding() {
        return text.encoding();
    }

    @Override
    public DeclaredCrs crs() {
        return crs;
    }

    @Override
    public SourceFeature next() throws IOException {
        return guarded(() -> {
            while (true) {
                if (!pending.isEmpty()) {
                    return pending.poll().get();
                }
                if (inFeatures && parser.nextToken() != JsonToken.END_ARRAY) {
                    features++;
                    return objects.feature("feature " + features);
                }
                if (inFeatures) {
                    finishCollection();
                } else if (!toFeatures()) {
                    return null;
                }
            }
        });
    }

    @Override
    public long done() {
        return text.done();
    }

    @Override
    public long total() {
        return text.total();
    }

    @Override
    public List<String> notes() {
        return notes.list();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }

    /** Reads on until the features of a collection begin or others are pending; false at the end of the file. */
    private boolean toFeatures() {
        while (!inFeatures && pending.isEmpty()) {
            if (!nextRoot()) {
                return false;
            }
        }
        return true;
    }

    /** Members of the collection behind its features. */
    private void finishCollection() {
        inFeatures = objects.readMembersUpToFeatures();
        if (!inFeatures
                && objects.crs() != null
                && crs != null
                && !objects.crs().equals(crs.crs())) {
            throw InvalidInputException.of(
                    file,
                    "its coordinate system " + objects.crs() + " stands behind the features and was not seen in time",
                    "name it with --crs (crs: in the study file)");
        }
    }

    private boolean nextRoot() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw InvalidInputException.of(
                    file, "is not GeoJSON: it begins with " + token.asString(), "a GeoJSON object is wanted");
        }
        objects.begin();
        inFeatures = objects.readMembersUpToFeatures();
        if (!inFeatures) {
            objects.rootFeatures(features).forEach(pending::add);
            features += pending.size();
        }
        return true;
    }

    private <T> T guarded(Supplier<T> action) {
        try {
            return action.get();
        } catch (DamagedFeatureException e) {
            throw e;
        } catch (NotGeoJsonException e) {
            throw InvalidInputException.of(file, e.getMessage(), "a GeoJSON FeatureCollection is wanted");
        } catch (JacksonException e) {
            throw new InvalidInputException(explain(e), e);
        }
    }

    private String explain(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        String where = place == null || place.getLineNr() < 1
                ? ""
                : " at line " + place.getLineNr() + ", column " + Math.max(1, place.getColumnNr());
        String problem =
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        if (problem.contains("nesting depth")) {
            problem = "its nesting is deeper than " + MAX_NESTING + " levels";
        }
        String feature = features > 0 ? " (after " + features + " features)" : "";
        String mend = problem.contains("UTF-8")
                ? "name the file's encoding with --encoding (encoding: in the study file), or export it as UTF-8"
                : "export or download the file again";
        return file + ": not readable as JSON" + where + feature + ": " + problem + "; " + mend;
    }

    private static JsonParser parser(TextFile text, ImportLimits limits) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING)
                        .maxStringLength(limits.maxTextLength())
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                // Python writes them; a feature that has them is rejected by its own name instead of the whole file
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        ObjectReadContext context = ObjectReadContext.empty();
        return text.isUtf8() ? factory.createParser(context, text.bytes()) : factory.createParser(context, text.text());
    }

    /** The "crs" member when it stands behind the features: the file is read to there, but only if its end mentions one. */
    private static String crsBehindFeatures(SourceSpec spec, ImportLimits limits) throws IOException {
        if (!tail(spec.file()).contains("\"crs\"")) {
            return null;
        }
        try (TextFile text = new TextFile(spec.file(), spec.encoding());
                JsonParser parser = parser(text, limits)) {
            return GeoJsonObjects.topLevelCrs(parser);
        } catch (JacksonException | NotGeoJsonException e) {
            // the reading proper will meet the same damage and say where it is
            return null;
        }
    }

    private static String tail(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static InvalidInputException unreadable(String file, IOException e) {
        return new InvalidInputException(
                file + ": cannot be read (" + e.getMessage() + "); check that the file is there and readable", e);
    }
}
