package io.microscape.atlas;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.microscape.atlas.PublicationFolder.CurrentLayer;
import io.microscape.atlas.PublicationFolder.Pointer;
import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;

/**
 * The layers published below a home folder. The pointer files are looked at anew with every call (a file status each) and
 * read again when they were replaced, so that a publication by another process is seen at once. Snapshots are mapped when
 * their publication is first seen and stay mapped as long as somebody holds its {@link PublishedLayer}: a request that is
 * under way ends on the version it began with.
 */
public final class SnapshotAtlas implements Atlas {
    private static final int ATTEMPTS = 5;

    private final PublicationFolder folder;
    /** By identity: two threads may read the same publication, and what the one lets go of is still in the other's use. */
    private final Cache<PublishedLayer, FlatGeobufReader> readers =
            Caffeine.newBuilder().weakKeys().build();

    private final Cache<PublishedLayer, Map<String, String>> styles =
            Caffeine.newBuilder().weakKeys().build();
    private volatile Map<String, Publication> publications = Map.of();

    /** The atlas of that home folder, which need not exist yet. */
    public SnapshotAtlas(Path home) {
        this.folder = new PublicationFolder(home);
    }

    @Override
    public List<PublishedLayer> layers() {
        return current().values().stream()
                .flatMap(publication -> publication.layers().stream())
                .toList();
    }

    @Override
    public Optional<PublishedLayer> layer(String qualifiedName) {
        int colon = qualifiedName.indexOf(':');
        Publication publication = colon < 0 ? null : current().get(qualifiedName.substring(0, colon));
        return publication == null
                ? Optional.empty()
                : publication.layers().stream()
                        .filter(layer -> layer.qualifiedName().equals(qualifiedName))
                        .findFirst();
    }

    @Override
    public long updateSequence() {
        return current().values().stream()
                .mapToLong(publication -> publication.pointer().updateSequence())
                .max()
                .orElse(0);
    }

    /** @throws SnapshotUnavailableException if the snapshot is gone or damaged */
    @Override
    public void scan(PublishedLayer layer, Envelope box, Consumer<? super FeatureView> action) {
        readers.get(layer, key -> FlatGeobufReader.open(key.snapshot())).scan(box, idColumn(layer), action);
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException if the layer has no such style
     * @throws SnapshotUnavailableException if the layer's version is gone or damaged
     */
    @Override
    public String sld(PublishedLayer layer, String style) {
        String sld = styles.get(layer, this::readStyles).get(style);
        if (sld == null) {
            throw InvalidInputException.of(
                    "layer " + layer.qualifiedName(),
                    "there is no style " + style,
                    "there are " + String.join(", ", layer.definition().styles()));
        }
        return sld;
    }

    private Map<String, String> readStyles(PublishedLayer layer) {
        try {
            return folder.readMetadata(layer.study(), layer.definition().name(), layer.version())
                    .styles();
        } catch (IOException e) {
            throw new SnapshotUnavailableException(
                    "version " + layer.version() + " of layer " + layer.qualifiedName() + " is gone; ask again", e);
        }
    }

    /** The attribute that identifies a feature: a code where there is one, else the row number. */
    private static int idColumn(PublishedLayer layer) {
        List<String> names =
                layer.attributes().stream().map(PublishedLayer.Attribute::name).collect(Collectors.toList());
        int code = names.indexOf("code");
        return code >= 0 ? code : Math.max(0, names.indexOf("id"));
    }

    private Map<String, Publication> current() {
        try {
            Map<String, Publication> known = publications;
            Map<String, Publication> found = new TreeMap<>();
            boolean changed = false;
            for (String study : folder.studies()) {
                Publication publication = known.get(study);
                Optional<String> stamp = folder.pointerStamp(study);
                if (publication == null || !stamp.equals(Optional.of(publication.stamp()))) {
                    publication = load(study);
                    changed = true;
                }
                if (publication != null) {
                    found.put(study, publication);
                }
            }
            if (changed || !found.keySet().equals(known.keySet())) {
                publications = found;
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the published layers below " + folder.root(), e);
        }
    }

    private Publication load(String study) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Optional<String> stamp = folder.pointerStamp(study);
            if (stamp.isEmpty()) {
                return null;
            }
            try {
                return load(folder.readPointer(study), stamp.get(), attempt == ATTEMPTS);
            } catch (NoSuchFileException e) {
                // the publication was replaced, and its files removed, after its pointer was read
                if (attempt == ATTEMPTS) {
                    throw new SnapshotUnavailableException(e.getMessage() + " is gone; publish " + study + " again", e);
                }
            }
        }
    }

    private Publication load(Pointer pointer, String stamp, boolean tolerateAbsent) throws IOException {
        List<PublishedLayer> layers = new ArrayList<>();
        for (CurrentLayer current : pointer.layers()) {
            SnapshotMetadata metadata = folder.readMetadata(pointer.study(), current.name(), current.version());
            Path snapshot = folder.snapshot(pointer.study(), current.name(), current.version());
            PublishedLayer layer = metadata.toLayer(pointer, current.version(), snapshot);
            styles.put(layer, metadata.styles());
            // asked after the attempt to map it: a publication that comes in between removes it
            if (!map(layer) && !tolerateAbsent && !Files.exists(snapshot)) {
                throw new NoSuchFileException(snapshot.toString());
            }
            layers.add(layer);
        }
        return new Publication(pointer, stamp, List.copyOf(layers));
    }

    /** Maps the snapshot now, before a later publication can remove it; a damaged one is reported to who queries it. */
    private boolean map(PublishedLayer layer) {
        try {
            readers.put(layer, FlatGeobufReader.open(layer.snapshot()));
            return true;
        } catch (SnapshotUnavailableException e) {
            // one damaged layer must not take the others off the map
            return false;
        }
    }

    private record Publication(Pointer pointer, String stamp, List<PublishedLayer> layers) {}
}
