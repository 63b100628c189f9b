package io.microscape.atlas;

import io.microscape.atlas.LayerDefinition.Source;
import io.microscape.atlas.PublicationFolder.CurrentLayer;
import io.microscape.atlas.PublicationFolder.Pointer;
import io.microscape.store.StudyStore;
import io.microscape.study.ContextTable;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import io.microscape.study.Progress;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the layers of a study: snapshots are written aside, moved to their place under the name of their version, and
 * become visible all at once when the study's pointer is replaced. A process that is killed at any moment leaves the old
 * publication or the new one; what it left behind is removed by the next publication. Publications below one home folder
 * come one after the other, over all processes.
 */
public final class LayerPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(LayerPublisher.class);
    private static final int ATTEMPTS = 3;
    private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();

    private final PublicationFolder folder;
    private final StyleCheck styleCheck;

    /** A publisher below that home folder that takes styles as they are. */
    public LayerPublisher(Path home) {
        this(home, StyleCheck.NONE);
    }

    /** A publisher below that home folder, of styles that pass a check. */
    public LayerPublisher(Path home, StyleCheck styleCheck) {
        this.folder = new PublicationFolder(home);
        this.styleCheck = styleCheck;
    }

    /**
     * Publishes the layers that the study names, or every layer it has data for when it names none.
     *
     * @param overrides folders that may hold {@code layers/} and {@code styles/} of the user's own (the study file's
     *     folder)
     * @return the layers, in the study's order
     * @throws InvalidInputException if a named layer does not exist or has no data, or a definition or a style cannot be used; what
     *     was published before stays
     * @throws UncheckedIOException if the home folder cannot be written
     */
    public List<PublishedLayer> publish(StudyStore store, Study study, List<Path> overrides, Progress progress) {
        return locked(() -> {
            Path work = folder.work(study.key());
            PublicationFolder.delete(work);
            Files.createDirectories(work);
            List<SnapshotWriter.Snapshot> snapshots = consistentSnapshots(store, study, overrides, progress);
            List<CurrentLayer> current = new ArrayList<>();
            for (SnapshotWriter.Snapshot snapshot : snapshots) {
                moveToPlace(study.key(), snapshot);
                current.add(new CurrentLayer(snapshot.layer(), snapshot.version()));
            }
            Pointer pointer = swap(study.key(), study.title(), study.crs(), current);
            List<PublishedLayer> published = new ArrayList<>();
            for (CurrentLayer layer : current) {
                published.add(folder.readMetadata(study.key(), layer.name(), layer.version())
                        .toLayer(
                                pointer, layer.version(), folder.snapshot(study.key(), layer.name(), layer.version())));
            }
            return List.copyOf(published);
        });
    }

    /** Takes all layers of a study off the map (its data are not touched). No effect when nothing is published. */
    public void withdraw(String studyKey) {
        locked(() -> {
            if (Files.exists(folder.pointer(studyKey))) {
                swap(studyKey, new LocalizedText(null, null), null, List.of());
            }
            return null;
        });
    }

    /** A layer to be published and what its features are made from. */
    private record PlannedLayer(LayerDefinition definition, LayerSource<?> source) {}

    /** The study's own layers, those of one source sharing it, and its context layers behind them. */
    private static List<PlannedLayer> plan(StudyStore store, Study study, List<Path> overrides) {
        Map<Source, LayerSource<?>> sources = new EnumMap<>(Source.class);
        List<PlannedLayer> planned = new ArrayList<>();
        for (LayerDefinition definition : choose(study, overrides)) {
            planned.add(new PlannedLayer(
                    definition,
                    sources.computeIfAbsent(
                            definition.source(), source -> LayerSource.of(source, study.parameters()))));
        }
        for (ContextTable table : store.contextTables(study.key())) {
            LayerSource<?> source = LayerSource.context(table);
            LayerDefinition definition = ContextDefinitions.of(table, source);
            if (planned.stream().anyMatch(other -> other.definition().name().equals(definition.name()))) {
                throw InvalidInputException.of(
                        "study " + study.key() + ", context layer " + definition.name(),
                        "the study has a layer of its own of that name",
                        "give the context layer another name");
            }
            planned.add(new PlannedLayer(definition, source));
        }
        return planned;
    }

    private static List<LayerDefinition> choose(Study study, List<Path> overrides) {
        List<LayerDefinition> existing = LayerDefinitions.load(overrides).of(study.parameters());
        if (study.layers().isEmpty()) {
            return existing;
        }
        List<LayerDefinition> chosen = new ArrayList<>();
        for (String name : new LinkedHashSet<>(study.layers())) {
            chosen.add(existing.stream()
                    .filter(definition -> definition.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> InvalidInputException.of(
                            "study " + study.key(),
                            "there is no layer " + name,
                            "there are "
                                    + existing.stream()
                                            .map(LayerDefinition::name)
                                            .collect(Collectors.joining(", ")))));
        }
        return chosen;
    }

    private Map<String, Map<String, String>> styles(
            List<LayerDefinition> definitions, StudyParameters parameters, List<Path> overrides) {
        StyleSheets sheets = StyleSheets.load(overrides);
        Map<String, Map<String, String>> styles = new TreeMap<>();
        for (LayerDefinition definition : definitions) {
            Map<String, String> ofLayer = new TreeMap<>();
            for (String style : definition.styles()) {
                String sld = sheets.sld(style, parameters, definition);
                styleCheck.check("styles/" + style + ".sld", sld, definition.attributes());
                ofLayer.put(style, sld);
            }
            styles.put(definition.name(), ofLayer);
        }
        return styles;
    }

    /** Writes all snapshots from one state of the store: again when an import came in between. */
    private List<SnapshotWriter.Snapshot> consistentSnapshots(
            StudyStore store, Study study, List<Path> overrides, Progress progress) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long version = store.version(study.key());
            List<PlannedLayer> planned = plan(store, study, overrides);
            List<LayerDefinition> chosen =
                    planned.stream().map(PlannedLayer::definition).toList();
            Map<String, Map<String, String>> styles = styles(chosen, study.parameters(), overrides);
            Map<LayerSource<?>, List<LayerDefinition>> bySource = new IdentityHashMap<>();
            planned.forEach(layer -> bySource.computeIfAbsent(layer.source(), key -> new ArrayList<>())
                    .add(layer.definition()));
            List<SnapshotWriter.Snapshot> snapshots = new ArrayList<>();
            for (Map.Entry<LayerSource<?>, List<LayerDefinition>> entry : bySource.entrySet()) {
                snapshots.addAll(snapshots(store, study, entry.getKey(), entry.getValue(), styles, progress));
            }
            if (store.version(study.key()) == version) {
                return inOrder(snapshots, chosen);
            }
        }
        throw InvalidInputException.of(
                "study " + study.key(), "its data kept changing while it was published", "publish it again");
    }

    private <T> List<SnapshotWriter.Snapshot> snapshots(
            StudyStore store,
            Study study,
            LayerSource<T> source,
            List<LayerDefinition> definitions,
            Map<String, Map<String, String>> styles,
            Progress progress)
            throws IOException {
        try (SnapshotWriters<T> writers = new SnapshotWriters<>(source, folder.work(study.key()))) {
            for (LayerDefinition definition : definitions) {
                writers.include(definition, styles.get(definition.name()));
            }
            String task = "publishing " + definitions.get(0).source().name().toLowerCase(Locale.ROOT);
            long[] rows = {0};
            source.reader().each(store, study.key(), row -> {
                writers.add(row);
                progress.at(task, ++rows[0], -1);
            });
            List<SnapshotWriter<T>> withData = new ArrayList<>();
            for (SnapshotWriter<T> writer : writers.written()) {
                if (writer.hasData()) {
                    warnOfRowsLeftOut(study, writer);
                    withData.add(writer);
                } else if (!study.layers().isEmpty()) {
                    throw noData(study, writer.definition());
                }
            }
            return writers.finish(withData, Instant.now());
        }
    }

    private static void warnOfRowsLeftOut(Study study, SnapshotWriter<?> writer) {
        if (writer.leftOut() > 0) {
            LOG.warn(
                    "layer {}:{}: {} rows have no outline (trees without crown diameter, communities without boundary)"
                            + " and are not on the map",
                    study.key(),
                    writer.definition().name(),
                    writer.leftOut());
        }
    }

    private static InvalidInputException noData(Study study, LayerDefinition definition) {
        String lacking = definition.requires() == null
                ? "the study has no " + definition.source().name().toLowerCase(Locale.ROOT)
                : "no space of the study has a value of " + definition.requires();
        return InvalidInputException.of(
                "study " + study.key() + ", layer " + definition.name(),
                lacking,
                "import what it is made from, or take the layer out of `layers`");
    }

    private static List<SnapshotWriter.Snapshot> inOrder(
            List<SnapshotWriter.Snapshot> snapshots, List<LayerDefinition> definitions) {
        return definitions.stream()
                .flatMap(definition ->
                        snapshots.stream().filter(snapshot -> snapshot.layer().equals(definition.name())))
                .toList();
    }

    private void moveToPlace(String study, SnapshotWriter.Snapshot snapshot) throws IOException {
        Path metadata = folder.metadata(study, snapshot.layer(), snapshot.version());
        Path target = folder.snapshot(study, snapshot.layer(), snapshot.version());
        if (Files.exists(metadata)
                && Files.exists(target)
                && Files.size(target) == snapshot.metadata().bytes()) {
            return;
        }
        Files.createDirectories(target.getParent());
        Files.move(snapshot.file(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path aside = folder.work(study).resolve(snapshot.layer() + PublicationFolder.METADATA_SUFFIX);
        PublicationFolder.write(aside, snapshot.metadata());
        Files.move(aside, metadata, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Pointer swap(String study, LocalizedText title, String crs, List<CurrentLayer> layers) throws IOException {
        Pointer pointer = new Pointer(study, title, crs, lastSequence() + 1, layers);
        folder.swapPointer(pointer);
        removeAllBut(study, layers);
        return pointer;
    }

    private long lastSequence() throws IOException {
        long last = 0;
        for (String study : folder.studies()) {
            last = Math.max(last, folder.readPointer(study).updateSequence());
        }
        return last;
    }

    private void removeAllBut(String study, List<CurrentLayer> layers) throws IOException {
        Set<Path> kept = new HashSet<>();
        kept.add(folder.pointer(study));
        for (CurrentLayer layer : layers) {
            kept.add(folder.snapshot(study, layer.name(), layer.version()));
            kept.add(folder.metadata(study, layer.name(), layer.version()));
        }
        PublicationFolder.delete(folder.work(study));
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder.study(study))) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !kept.contains(file))
                    .toList();
        }
        files.forEach(PublicationFolder::deleteIfPossible);
        try (Stream<Path> list = Files.list(folder.study(study))) {
            // only empty folders can be deleted this way: those of layers that are no longer published
            list.filter(Files::isDirectory).toList().forEach(PublicationFolder::deleteIfPossible);
        }
    }

    private <R> R locked(IoSupplier<R> work) {
        WITHIN_PROCESS.lock();
        try {
            Files.createDirectories(folder.root());
            try (FileChannel channel = FileChannel.open(
                            folder.root().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                LOG.debug("publishing below {} with {}", folder.root(), lock);
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot publish below " + folder.root() + ": " + e.getMessage(), e);
        } finally {
            WITHIN_PROCESS.unlock();
        }
    }

    private interface IoSupplier<R> {
        R get() throws IOException;
    }
}
