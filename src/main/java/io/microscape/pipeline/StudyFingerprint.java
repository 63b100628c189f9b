package io.microscape.pipeline;

import io.microscape.study.ContextSource;
import io.microscape.study.SourceSpec;
import io.microscape.study.StudyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a study has to be run again: a digest of the study file and of its sources' names, sizes and times. */
final class StudyFingerprint {
    private StudyFingerprint() {}

    /** 64 hexadecimal digits (SHA-256). */
    static String of(StudyFile file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(file.file()));
            for (Path path : filesOf(file)) {
                String line = path.getFileName() + " " + Files.size(path) + " " + Files.getLastModifiedTime(path);
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    /** Sources with all that lies beside them under the same base name (.dbf, .prj, .cpg), styles, layers and libraries. */
    private static List<Path> filesOf(StudyFile file) throws IOException {
        List<Path> files = new ArrayList<>();
        Stream<SourceSpec> sources = file.sources().values().stream().flatMap(Collection::stream);
        Stream<SourceSpec> context = file.context().stream().map(ContextSource::source);
        for (SourceSpec spec : Stream.concat(sources, context).toList()) {
            Path source = spec.file().toAbsolutePath();
            String base = source.getFileName().toString().replaceFirst("\\.[^.]*$", "");
            Path folder = Files.isDirectory(source) ? source : source.getParent();
            addFiles(files, folder, Files.isDirectory(source) ? "" : base + ".");
        }
        Path beside = file.file().toAbsolutePath().getParent();
        addFiles(files, beside.resolve("layers"), "");
        addFiles(files, beside.resolve("styles"), "");
        files.addAll(file.factorFiles());
        files.addAll(file.allometryFiles());
        return files;
    }

    private static void addFiles(List<Path> files, Path folder, String prefix) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> children = Files.list(folder)) {
                children.filter(Files::isRegularFile)
                        .filter(child -> child.getFileName().toString().startsWith(prefix))
                        .sorted()
                        .forEach(files::add);
            }
        }
    }
}
