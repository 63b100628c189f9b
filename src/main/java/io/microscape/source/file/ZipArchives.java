package io.microscape.source.file;

import io.microscape.source.ImportLimits;
import io.microscape.source.text.StrictText;
import io.microscape.study.InvalidInputException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Safe unpacking of zip archives. Only files of known suffixes are unpacked, and only those of the layer that is wanted,
 * below names of our own making, so that no entry name can lead out of the folder. Sizes are counted while unpacking and
 * not believed. Archives in archives are not opened.
 */
public final class ZipArchives {
    private static final long RATIO_FROM = 1 << 20;
    private static final int MAX_NAME = 60;
    private static final Charset GBK = Charset.forName("GB18030");

    private ZipArchives() {}

    /**
     * A layer unpacked into a temporary folder.
     *
     * @param file its main file
     * @param folder deleted on close
     */
    public record Unpacked(SourceFile file, Path folder) implements Closeable {
        /** Whether the layer name meant this file, by name or by path, and not a layer within it. */
        public boolean isNamed(String layer) {
            String path = file.shown().substring(0, file.shown().lastIndexOf('.'));
            return ("/" + path).toLowerCase(Locale.ROOT).endsWith("/" + layer.toLowerCase(Locale.ROOT));
        }

        @Override
        public void close() throws IOException {
            deleteFolder(folder);
        }
    }

    /** Files of one base name in one folder of an archive, by suffix. */
    private static final class Group {
        private final String path;
        private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();

        Group(String path) {
            this.path = path;
        }

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /**
     * Unpacks one layer.
     *
     * @param zip the archive
     * @param layer the layer wanted, by name or by path in the archive; null if there is only one
     * @param mainSuffixes suffixes of the files that are layers, the preferred ones first
     * @param otherSuffixes suffixes of the files that belong to them
     * @throws InvalidInputException if the archive is damaged, encrypted, leads out of its folder, breaks a limit, or has
     *     not exactly one such layer
     */
    public static Unpacked unpack(
            SourceFile zip, String layer, List<String> mainSuffixes, Set<String> otherSuffixes, ImportLimits limits)
            throws IOException {
        try (ZipFile archive = open(zip)) {
            List<ZipArchiveEntry> entries = Collections.list(archive.getEntries());
            if (entries.size() > limits.maxZipEntries()) {
                throw zip.invalid(
                        "it has " + entries.size() + " entries, more than the limit of " + limits.maxZipEntries(),
                        "pack fewer files, or raise MICROSCAPE_MAX_ZIP_ENTRIES");
            }
            Group group = choose(zip, layer, groups(zip, entries, mainSuffixes, otherSuffixes), mainSuffixes);
            return unpack(zip, archive, group, mainSuffixes, limits);
        }
    }

    private static ZipFile open(SourceFile zip) {
        try {
            return ZipFile.builder()
                    .setPath(zip.path())
                    .setCharset(StandardCharsets.ISO_8859_1)
                    .get();
        } catch (IOException | RuntimeException e) {
            // Damaged headers make the library fail in many ways.
            throw damaged(zip, e);
        }
    }

    private static List<Group> groups(
            SourceFile zip, List<ZipArchiveEntry> entries, List<String> mainSuffixes, Set<String> otherSuffixes) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (ZipArchiveEntry entry : entries) {
            String name = name(entry).replace('\\', '/');
            checkStaysInside(zip, name);
            String file = name.substring(name.lastIndexOf('/') + 1);
            if (entry.isDirectory() || name.startsWith("__MACOSX/") || file.startsWith(".")) {
                continue;
            }
            String suffix = SourceFile.suffix(file);
            if (mainSuffixes.contains(suffix) || otherSuffixes.contains(suffix)) {
                String path = name.substring(0, name.length() - suffix.length());
                groups.computeIfAbsent(path.toLowerCase(Locale.ROOT), key -> new Group(path))
                        .entries
                        .putIfAbsent(suffix, entry);
            }
        }
        return new ArrayList<>(groups.values());
    }

    private static Group choose(SourceFile zip, String layer, List<Group> groups, List<String> mainSuffixes) {
        List<Group> layers = groups.stream()
                .filter(group -> mainSuffixes.stream().anyMatch(group.entries::containsKey))
                .toList();
        List<Group> byPath =
                layers.stream().filter(group -> group.path.equals(layer)).toList();
        if (byPath.size() == 1) {
            return byPath.get(0);
        }
        if (layers.isEmpty()) {
            throw zip.invalid(
                    "the archive holds no file that can be read",
                    "pack a Shapefile, GeoPackage, FlatGeobuf, GeoJSON or CSV file; archives in archives are not opened");
        }
        // Several layers in one file: the name is that file's business.
        if (layers.size() == 1 && layers.get(0).entries.containsKey(".gpkg")) {
            return layers.get(0);
        }
        boolean namesDiffer = layers.stream().map(Group::name).distinct().count() == layers.size();
        List<String> names = layers.stream()
                .map(group -> namesDiffer ? group.name() : group.path)
                .toList();
        return layers.get(LayerChoice.choose(zip.shown(), names, layer));
    }

    private static Unpacked unpack(
            SourceFile zip, ZipFile archive, Group group, List<String> mainSuffixes, ImportLimits limits)
            throws IOException {
        String main = mainSuffixes.stream()
                .filter(group.entries::containsKey)
                .findFirst()
                .orElseThrow();
        Path folder = Files.createTempDirectory("microscape-zip");
        try {
            Path mainFile = target(folder, group.name(), main);
            String stem = SourceFile.baseName(mainFile);
            long room = limits.maxUnzippedBytes();
            for (Map.Entry<String, ZipArchiveEntry> entry : group.entries.entrySet()) {
                room -= unpack(zip, archive, entry.getValue(), folder.resolve(stem + entry.getKey()), room, limits);
            }
            return new Unpacked(new SourceFile(mainFile, zip.shown() + "/" + group.path + main), folder);
        } catch (IOException | RuntimeException e) {
            deleteFolder(folder);
            throw e;
        }
    }

    private static long unpack(
            SourceFile zip, ZipFile archive, ZipArchiveEntry entry, Path target, long room, ImportLimits limits)
            throws IOException {
        String name = name(entry);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw zip.invalid(name, "it is encrypted", "pack it without a password");
        }
        if (!archive.canReadEntryData(entry)) {
            throw zip.invalid(name, "it is packed by a method that is not read", "pack it with plain zip (deflate)");
        }
        long packed = Math.max(1, entry.getCompressedSize());
        long unpacked = 0;
        try (InputStream in = archive.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (int length = read(zip, in, buffer); length >= 0; length = read(zip, in, buffer)) {
                unpacked += length;
                if (unpacked > room) {
                    throw zip.invalid(
                            name,
                            "the archive unpacks to more than the limit of " + limits.maxUnzippedBytes() + " bytes",
                            "unpack it yourself, or raise MICROSCAPE_MAX_UNZIPPED_BYTES");
                }
                if (unpacked > RATIO_FROM && unpacked / packed > limits.maxCompressionRatio()) {
                    throw zip.invalid(
                            name,
                            "it unpacks to more than " + limits.maxCompressionRatio()
                                    + " times its packed size, as a zip bomb does",
                            "unpack it yourself, or raise MICROSCAPE_MAX_COMPRESSION_RATIO");
                }
                out.write(buffer, 0, length);
            }
        }
        if (entry.getSize() >= 0 && entry.getSize() != unpacked) {
            throw damaged(zip, null);
        }
        return unpacked;
    }

    private static int read(SourceFile zip, InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException | RuntimeException e) {
            throw damaged(zip, e);
        }
    }

    /** A path below the folder that every file system takes, the entry's own name where it can be had. */
    private static Path target(Path folder, String name, String suffix) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}_ -]", "_");
        plain = plain.substring(0, Math.min(MAX_NAME, plain.length())).strip();
        try {
            return folder.resolve((plain.isEmpty() ? "layer" : plain) + suffix);
        } catch (InvalidPathException e) {
            return folder.resolve("layer" + suffix);
        }
    }

    private static void checkStaysInside(SourceFile zip, String name) {
        boolean climbs = Stream.of(name.split("/")).anyMatch(".."::equals);
        if (climbs || name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
            throw zip.invalid(
                    "its entry \"" + name + "\" leads out of the folder that it is unpacked to",
                    "do not trust this archive; pack the files anew");
        }
    }

    /** The entry's name: UTF-8 where it says so or can be, else GBK, as Windows in China writes it without saying. */
    private static String name(ZipArchiveEntry entry) {
        // Names go into messages, which are single lines.
        return rawName(entry).replaceAll("\\p{Cntrl}", "?");
    }

    private static String rawName(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
            return entry.getName();
        }
        StrictText utf8 = StrictText.decode(raw, 0, raw.length, StandardCharsets.UTF_8, false);
        return utf8.malformed() == 0 ? utf8.text() : new String(raw, GBK);
    }

    private static InvalidInputException damaged(SourceFile zip, Exception cause) {
        return new InvalidInputException(zip.shown() + ": the archive is damaged; " + SourceFile.GET_IT_AGAIN, cause);
    }

    public static void deleteFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
