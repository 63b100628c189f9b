package io.microscape.source;

import java.io.Reader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads YAML within bounds. Nothing in a document can make objects: only its tree is read. */
final class YamlDocument {
    /** Characters that a document may have. */
    static final int MAX_CHARACTERS = 1 << 20;

    private static final int MAX_ALIASES = 50;
    private static final int MAX_NESTING = 20;

    private YamlDocument() {}

    /**
     * The tree of the document; null when it is empty.
     *
     * @throws org.yaml.snakeyaml.error.YAMLException if it is no YAML or exceeds the bounds
     */
    static Node compose(Reader text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_NESTING);
        options.setCodePointLimit(MAX_CHARACTERS);
        return new Yaml(new SafeConstructor(options)).compose(text);
    }

    /** ", line 3" where the grammar fails; empty when it does not say. */
    static String place(MarkedYAMLException e) {
        return e.getProblemMark() == null ? "" : ", line " + (e.getProblemMark().getLine() + 1);
    }
}
