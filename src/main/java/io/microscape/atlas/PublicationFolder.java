package io.microscape.atlas;

import io.microscape.study.LocalizedText;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where published layers lie below the home folder, and their two small JSON files.
 *
 * <pre>
 * layers/STUDY/current.json          the pointer: which version of which layer is published
 * layers/STUDY/LAYER/VERSION.fgb     a snapshot
 * layers/STUDY/LAYER/VERSION.json    its metadata and styles
 * layers/STUDY/.work/                a publication under way
 * </pre>
 *
 * <p>Everything but the pointer is written once and never changed; the pointer is replaced by an atomic rename.
 */
final class PublicationFolder {
    static final String SNAPSHOT_SUFFIX = ".fgb";
    static final String METADATA_SUFFIX = ".json";
    private static final String POINTER = "current.json";
    private static final String WORK = ".work";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path layers;

    PublicationFolder(Path home) {
        this.layers = home.resolve("layers");
    }

    /**
     * The pointer file of a study.
     *
     * @param updateSequence number of the publication, growing over all studies of the home folder
     */
    record Pointer(String study, LocalizedText title, String crs, long updateSequence, List<CurrentLayer> layers) {

        static Pointer none(String study) {
            return new Pointer(study, new LocalizedText(null, null), null, 0, List.of());
        }
    }

    /** A layer and its published version. */
    record CurrentLayer(String name, String version) {}

    Path root() {
        return layers;
    }

    Path study(String study) {
        return layers.resolve(study);
    }

    Path work(String study) {
        return study(study).resolve(WORK);
    }

    Path pointer(String study) {
        return study(study).resolve(POINTER);
    }

    Path snapshot(String study, String layer, String version) {
        return study(study).resolve(layer).resolve(version + SNAPSHOT_SUFFIX);
    }

    Path metadata(String study, String layer, String version) {
        return study(study).resolve(layer).resolve(version + METADATA_SUFFIX);
    }

    /** Keys of the studies that have ever been published here. */
    List<String> studies() throws IOException {
        if (!Files.isDirectory(layers)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(layers)) {
            return list.filter(folder -> Files.exists(folder.resolve(POINTER)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** What changes whenever the pointer is replaced; empty when there is none. */
    Optional<String> pointerStamp(String study) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(pointer(study), BasicFileAttributes.class);
            return Optional.of(attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** @throws SnapshotUnavailableException if the file is damaged */
    Pointer readPointer(String study) throws IOException {
        try {
            return read(pointer(study), Pointer.class);
        } catch (NoSuchFileException e) {
            return Pointer.none(study);
        }
    }

    /** Replaces the pointer: from this moment on the publication is what is served. */
    void swapPointer(Pointer pointer) throws IOException {
        Path next = study(pointer.study()).resolve(POINTER + ".next");
        write(next, pointer);
        Files.move(next, pointer(pointer.study()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws SnapshotUnavailableException if the file is damaged */
    SnapshotMetadata readMetadata(String study, String layer, String version) throws IOException {
        return read(metadata(study, layer, version), SnapshotMetadata.class);
    }

    static void write(Path file, Object content) throws IOException {
        Files.write(file, bytes(content));
        force(file);
    }

    static byte[] bytes(Object content) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
    }

    /** Waits until the file is on the disk: a rename must not be there before what it shows. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return JSON.readValue(bytes, type);
        } catch (JacksonException e) {
            throw new SnapshotUnavailableException(
                    file + " is damaged (" + e.getOriginalMessage() + "); publish its study again", e);
        }
    }

    /** Removes a folder and all in it; what cannot be removed (still open on Windows) is left for the next time. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.forEach(files::add);
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            deleteIfPossible(files.get(i));
        }
    }

    @SuppressWarnings("EmptyCatch")
    static void deleteIfPossible(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // still mapped by a reader: the next publication tries again
        }
    }
}
