package io.microscape.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A study as its YAML file describes it: sources and parameters. Paths are already resolved against the file's folder.
 *
 * @param key the study's key: layer prefix and database key
 * @param title the title; never null, may be empty
 * @param crs metric CRS of the computation, or null to derive it from the spaces
 * @param parameters parameters, defaults filled in
 * @param sources sources by kind, in the file's order
 * @param layers names of the layers to publish; empty means every layer whose source the study has
 * @param context further vector files to publish
 * @param carbon what it chooses for computing carbon accounts
 * @param factorFiles its own factor libraries
 * @param allometryFiles its own tables of allometric equations and taxa
 * @param file the study file itself
 */
public record StudyFile(
        String key,
        LocalizedText title,
        String crs,
        StudyParameters parameters,
        Map<SourceKind, List<SourceSpec>> sources,
        List<String> layers,
        List<ContextSource> context,
        CarbonSettings carbon,
        List<Path> factorFiles,
        List<Path> allometryFiles,
        Path file) {

    /** What a study key looks like. */
    public static final String KEY_PATTERN = "[a-z][a-z0-9_]{0,30}";

    /** The study as the store keeps it. */
    public Study study() {
        return new Study(key, title, crs, parameters, layers, carbon);
    }
}
