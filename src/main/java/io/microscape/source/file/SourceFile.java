package io.microscape.source.file;

import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * A file to read and the name by which messages call it ("parks.zip/公园.shp" for a file unpacked from an archive).
 */
public record SourceFile(Path path, String shown) {
    /** Tells damaged files how to be mended. */
    public static final String GET_IT_AGAIN = "export or download the file again";

    public static SourceFile of(Path path) {
        return new SourceFile(path, path.getFileName().toString());
    }

    /** The same file under another name in messages. */
    public SourceFile in(String container) {
        return new SourceFile(path, container + "/" + path.getFileName());
    }

    /** Name of the layer in a file that does not name it: as shown, since an unpacked file may be called otherwise. */
    public String layerName() {
        return baseName(shown.substring(shown.lastIndexOf('/') + 1));
    }

    /** Name without folder and suffix. */
    String baseName() {
        return baseName(path);
    }

    public static String baseName(Path path) {
        return baseName(path.getFileName().toString());
    }

    private static String baseName(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Suffix in lower case with its dot, or empty. */
    public static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 ? name.substring(dot).toLowerCase(Locale.ROOT) : "";
    }

    /**
     * The file of the same name with another suffix, in any case as Windows users expect, or null if there is none.
     *
     * @param suffixes with their dots, in lower case
     */
    public SourceFile sibling(String... suffixes) {
        Set<String> wanted = Set.of(suffixes);
        Path found = null;
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(path.toAbsolutePath().getParent())) {
            for (Path file : files) {
                if (!wanted.contains(suffix(file.getFileName().toString())) || Files.isDirectory(file)) {
                    continue;
                }
                String base = baseName(file);
                if (base.equals(baseName())) {
                    found = file;
                    break;
                }
                if (base.equalsIgnoreCase(baseName())) {
                    found = file;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found == null) {
            return null;
        }
        int slash = shown.lastIndexOf('/');
        return new SourceFile(found, shown.substring(0, slash + 1) + found.getFileName());
    }

    /** An error in this file: what is wrong and how to mend it. */
    public InvalidInputException invalid(String problem, String mend) {
        return InvalidInputException.of(shown, problem, mend);
    }

    /** An error at a feature of this file. */
    public InvalidInputException invalid(String place, String problem, String mend) {
        return InvalidInputException.of(shown + ", " + place, problem, mend);
    }
}
