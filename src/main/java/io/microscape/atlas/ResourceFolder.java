package io.microscape.atlas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/**
 * The text files of a folder that is part of Microscape ({@code layers/}, {@code styles/}), overlaid by folders of the
 * same name beside a study file: a file there replaces the built-in one of its name, or adds to them.
 */
final class ResourceFolder {
    private ResourceFolder() {}

    /**
     * Reads the files.
     *
     * @param folder "layers" or "styles"
     * @param suffix which files, ".yml"
     * @param overrides folders that may hold a folder of that name, the strongest last
     * @return file name to its text, sorted by name
     * @throws UncheckedIOException if a file cannot be read
     */
    static Map<String, TextFile> read(String folder, String suffix, List<Path> overrides) {
        Map<String, TextFile> files = new TreeMap<>();
        try {
            readBuiltIn(folder, suffix, files);
            for (Path override : overrides) {
                readFolder(override.resolve(folder), suffix, files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static void readBuiltIn(String folder, String suffix, Map<String, TextFile> files) throws IOException {
        ClassLoader loader = ResourceFolder.class.getClassLoader();
        URL anchor = loader.getResource(folder);
        if (anchor == null) {
            throw new IOException("Microscape was packed without its folder " + folder + "/");
        }
        if (anchor.openConnection() instanceof JarURLConnection connection) {
            String prefix = connection.getEntryName().replaceFirst("/?$", "/");
            List<String> names = connection.getJarFile().stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
                    .toList();
            for (String name : names) {
                String fileName = name.substring(prefix.length());
                try (InputStream in = loader.getResourceAsStream(folder + "/" + fileName)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    files.put(fileName, new TextFile(folder + "/" + fileName, text));
                }
            }
        } else {
            try {
                readFolder(Path.of(anchor.toURI()), suffix, files);
            } catch (URISyntaxException e) {
                throw new IOException(e);
            }
        }
    }

    private static void readFolder(Path folder, String suffix, Map<String, TextFile> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList()) {
                files.put(file.getFileName().toString(), new TextFile(file.toString(), Files.readString(file)));
            }
        }
    }

    /** A file's text and how messages call it. */
    record TextFile(String name, String text) {}
}
