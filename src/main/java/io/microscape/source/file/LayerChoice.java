package io.microscape.source.file;

import io.microscape.source.text.NameList;
import io.microscape.study.InvalidInputException;
import java.util.List;

/** Choosing one of the layers of a file, folder or archive. */
public final class LayerChoice {
    private LayerChoice() {}

    /**
     * Index of the layer to read: the wanted one (in any case, if only one answers to it), or the only one.
     *
     * @param where the file, for messages
     * @param layers names of the layers
     * @param wanted name of the layer that the user wants, or null
     * @throws InvalidInputException if there is no layer, no such layer, or several and none is wanted
     */
    public static int choose(String where, List<String> layers, String wanted) {
        if (layers.isEmpty()) {
            throw InvalidInputException.of(where, "it holds no layer that can be read", "check what was exported");
        }
        if (wanted == null || wanted.isBlank()) {
            if (layers.size() == 1) {
                return 0;
            }
            throw InvalidInputException.of(
                    where,
                    "it holds " + layers.size() + " layers (" + NameList.of(layers) + ")",
                    "choose one with --layer (layer: in the study file)");
        }
        int exact = layers.indexOf(wanted);
        if (exact >= 0) {
            return exact;
        }
        List<String> alike = layers.stream().filter(wanted::equalsIgnoreCase).toList();
        if (alike.size() == 1) {
            return layers.indexOf(alike.get(0));
        }
        throw InvalidInputException.of(where, "it has no layer \"" + wanted + "\"", "it has " + NameList.of(layers));
    }
}
