package io.microscape.pipeline;

import io.microscape.carbon.AllometryLibrary;
import io.microscape.carbon.CarbonLibrary;
import io.microscape.carbon.EmissionFactor;
import io.microscape.carbon.FactorLibrary;
import io.microscape.carbon.MethodRegister;
import io.microscape.source.ImportLimits;
import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the libraries of carbon accounting: those that are packed with Microscape (sample-data/factors, allometry and
 * methods), and over them the files that a study names, which are kept in its folder.
 */
public final class CarbonLibraries {
    /** Folders of a study's own files within its folder. */
    static final String FACTORS = "factors";

    static final String ALLOMETRY = "allometry";
    private static final String METHODS = "methods";

    private CarbonLibraries() {}

    /** The library of a study. */
    public static CarbonLibrary of(Settings settings, String studyKey) {
        Path folder = StudyFolder.of(settings, studyKey).path();
        return read(csvFiles(folder.resolve(FACTORS)), csvFiles(folder.resolve(ALLOMETRY)), settings.limits());
    }

    /**
     * The built-in libraries, overridden by files of the user's own.
     *
     * @throws InvalidInputException listing everything that is wrong with the files
     */
    static CarbonLibrary read(List<Path> factorFiles, List<Path> allometryFiles, ImportLimits limits) {
        CarbonLibraryReader reader = new CarbonLibraryReader(limits);
        readBuiltIn(reader);
        List<EmissionFactor> builtIn = reader.takeFactors();
        factorFiles.forEach(reader::factors);
        reader.requireDistinctFactors();
        allometryFiles.forEach(reader::allometry);
        reader.requireSound();
        List<EmissionFactor> factors = new ArrayList<>(builtIn);
        factors.addAll(reader.takeFactors());
        return new CarbonLibrary(
                new FactorLibrary(factors),
                new AllometryLibrary(reader.equations(), reader.taxa()),
                new MethodRegister(reader.methods()));
    }

    private static void readBuiltIn(CarbonLibraryReader reader) {
        try {
            URL folder = CarbonLibraries.class.getResource("/carbon");
            if (folder.openConnection() instanceof JarURLConnection packed) {
                // opened by its path, the jar is this reader's alone: two requests do not meet in it
                Path jar = Path.of(packed.getJarFileURL().toURI());
                try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                    readFolder(inside.getPath("/carbon"), reader);
                }
            } else {
                readFolder(Path.of(folder.toURI()), reader);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readFolder(Path folder, CarbonLibraryReader reader) {
        csvFiles(folder.resolve(FACTORS)).forEach(reader::factors);
        csvFiles(folder.resolve(ALLOMETRY)).forEach(reader::allometry);
        csvFiles(folder.resolve(METHODS)).forEach(reader::methods);
    }

    private static List<Path> csvFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
