package io.microscape.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder for files on their way: it and the files in it are removed when it is closed. */
record TemporaryFolder(Path path) implements Closeable {
    /** A new folder beside the file, thus on the same file system. */
    static TemporaryFolder beside(Path file) throws IOException {
        return new TemporaryFolder(
                Files.createTempDirectory(file.toAbsolutePath().getParent(), ".microscape-export-"));
    }

    /** A new folder where the system keeps temporary files. */
    static TemporaryFolder ofSystem() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("microscape-export-"));
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(path)) {
            files = list.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(path);
    }
}
