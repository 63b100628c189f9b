package io.microscape.atlas;

import io.microscape.study.InvalidInputException;
import io.microscape.study.StudyParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The SLD texts of {@code styles/}, the built-in ones and those beside a study file. They are written for the radius of
 * 15 m; for another radius the property names that end in {@code _15m} are changed to the study's.
 */
final class StyleSheets {
    private static final String SUFFIX = ".sld";

    private final Map<String, ResourceFolder.TextFile> files;

    private StyleSheets(Map<String, ResourceFolder.TextFile> files) {
        this.files = files;
    }

    /** Reads the built-in styles and those of folders {@code styles/} in the given folders. */
    static StyleSheets load(List<Path> overrides) {
        return new StyleSheets(ResourceFolder.read("styles", SUFFIX, overrides));
    }

    /**
     * The SLD of that name for a study of those parameters.
     *
     * @param layer the layer that names it; {@code {column}} stands for the column that it requires
     * @throws InvalidInputException if there is none; it lists what exists
     */
    String sld(String name, StudyParameters parameters, LayerDefinition layer) {
        ResourceFolder.TextFile file = files.get(name + SUFFIX);
        if (file == null) {
            throw InvalidInputException.of(
                    "layer " + layer.name(),
                    "there is no style " + name,
                    "there are "
                            + String.join(
                                    ", ",
                                    files.keySet().stream()
                                            .map(key -> key.substring(0, key.length() - SUFFIX.length()))
                                            .toList()));
        }
        String text = file.text().replaceAll("_15m(?=_|\\b)", "_" + parameters.radiusLabel());
        return layer.requires() == null ? text : text.replace("{column}", layer.requires());
    }
}
