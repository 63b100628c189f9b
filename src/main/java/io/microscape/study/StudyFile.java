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
        Path file) {

    /** What a study key looks like. */
    public static final String KEY_PATTERN = "[a-z][a-z0-9_]{0,30}";
}
