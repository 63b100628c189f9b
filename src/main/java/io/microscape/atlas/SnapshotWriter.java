package io.microscape.atlas;

import io.microscape.atlas.LayerSource.SourceColumn;
import io.microscape.study.LocalizedText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes the snapshot of one layer into a work folder. Its version is a hash of features, definition and styles: it
 * changes exactly when what a map shows can change.
 */
final class SnapshotWriter<T> implements Closeable {
    private static final int VERSION_BYTES = 8;

    private final LayerDefinition definition;
    private final List<SourceColumn<T>> columns;
    private final Map<String, String> styles;
    private final Path file;
    private final FlatGeobufWriter writer;
    private final int requiredColumn;
    private final Object[] values;
    private long rows;
    private long required;

    /**
     * Begins a snapshot.
     *
     * @param styles SLD text by name, of the styles that the definition names
     * @param work folder of the publication under way
     * @param boxes the envelopes of the features, which somebody else adds for all layers of the source
     */
    SnapshotWriter(
            LayerDefinition definition,
            LayerSource<T> source,
            Map<String, String> styles,
            Path work,
            FeatureBoxes boxes)
            throws IOException {
        this.definition = definition;
        this.columns = source.columns(definition.attributes());
        this.styles = new TreeMap<>(styles);
        this.requiredColumn =
                definition.requires() == null ? -1 : definition.attributes().indexOf(definition.requires());
        this.values = new Object[columns.size()];
        this.file = work.resolve(definition.name() + PublicationFolder.SNAPSHOT_SUFFIX);
        this.writer = new FlatGeobufWriter(
                file,
                FlatGeobufSchema.lonLat(
                        definition.name(),
                        definition.title().both(),
                        definition.description().both(),
                        definition.geometry(),
                        columns.stream().map(SnapshotWriter::column).toList()),
                boxes);
    }

    LayerDefinition definition() {
        return definition;
    }

    /**
     * Adds a row.
     *
     * @param geometry its outline; a row without one is left out
     */
    void add(T row, Geometry geometry) {
        rows++;
        if (geometry == null) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).value().apply(row, rows);
        }
        if (requiredColumn < 0 || values[requiredColumn] != null) {
            required++;
        }
        try {
            writer.add(geometry, Arrays.asList(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the layer has anything to show: features, and a value of the column that it is about. */
    boolean hasData() {
        return required > 0;
    }

    /** Rows that had no geometry to draw. */
    long leftOut() {
        return rows - writer.count();
    }

    /** Completes the snapshot file. */
    Snapshot finish(Instant now) throws IOException {
        writer.finish();
        PublicationFolder.force(file);
        SnapshotMetadata metadata = new SnapshotMetadata(
                definition,
                now.toString(),
                Files.size(file),
                SnapshotMetadata.bounds(writer.extent()),
                writer.count(),
                columns.stream()
                        .map(column -> SnapshotMetadata.AttributeEntry.of(column.attribute()))
                        .toList(),
                styles);
        return new Snapshot(definition.name(), version(metadata), file, metadata);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private String version(SnapshotMetadata metadata) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        digest.update(PublicationFolder.bytes(definition));
        digest.update(PublicationFolder.bytes(metadata.attributes()));
        digest.update(PublicationFolder.bytes(styles));
        return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static FlatGeobufSchema.Column column(SourceColumn<?> column) {
        PublishedLayer.Attribute attribute = column.attribute();
        String unit = attribute.unit().isEmpty() ? "" : " (" + attribute.unit() + ")";
        LocalizedText definition = column.definition();
        return new FlatGeobufSchema.Column(
                attribute.name(), attribute.type(), attribute.title().both() + unit, definition.both());
    }

    /** A finished snapshot that is not published yet. */
    record Snapshot(String layer, String version, Path file, SnapshotMetadata metadata) {}
}
