package io.microscape.pipeline;

import io.microscape.study.InvalidInputException;
import io.microscape.study.StudyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The layer definitions, styles and libraries a study brings with its file, kept in the home folder so that it can be published
 * again without the file.
 */
record StudyFolder(Path path) {
    static StudyFolder of(Settings settings, String key) {
        return new StudyFolder(settings.home().resolve("studies").resolve(key));
    }

    /** Copies {@code layers/*.yml} and {@code styles/*.sld} beside the study file, and removes what is there no longer. */
    void keepDefinitionsBeside(Path studyFile) {
        Path beside = studyFile.toAbsolutePath().getParent();
        mirror(beside.resolve("layers"), path.resolve("layers"), ".yml");
        mirror(beside.resolve("styles"), path.resolve("styles"), ".sld");
    }

    /** Copies the study's own libraries of factors and equations, and removes what it no longer names. */
    void keepLibraries(StudyFile file) {
        mirror(file.factorFiles(), path.resolve(CarbonLibraries.FACTORS), ".csv");
        mirror(file.allometryFiles(), path.resolve(CarbonLibraries.ALLOMETRY), ".csv");
    }

    private static void mirror(Path from, Path to, String suffix) {
        mirror(filesOf(from, suffix), to, suffix);
    }

    private static void mirror(List<Path> given, Path to, String suffix) {
        try {
            for (Path kept : filesOf(to, suffix)) {
                if (given.stream().noneMatch(file -> file.getFileName().equals(kept.getFileName()))) {
                    Files.delete(kept);
                }
            }
            for (Path file : given) {
                Files.createDirectories(to);
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    to + ": cannot be written (" + e.getMessage() + "); make the home folder writable", e);
        }
    }

    private static List<Path> filesOf(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
