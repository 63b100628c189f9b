package io.microscape.atlas;

import io.microscape.atlas.LayerDefinition.Source;
import io.microscape.study.ContextLayer;
import io.microscape.study.ContextTable;
import io.microscape.study.LocalizedText;
import java.util.List;
import java.util.Locale;

/** Definitions of context layers: what {@code layers/*.yml} says of other layers, the study file says of them. */
final class ContextDefinitions {
    private ContextDefinitions() {}

    /** The definition of a context layer, with all attributes; the default style is named for the kind of geometry. */
    static LayerDefinition of(ContextTable table, LayerSource<?> source) {
        ContextLayer layer = table.layer();
        boolean titled = !layer.title().both().isEmpty();
        String style = layer.style() == null ? table.geometry().name().toLowerCase(Locale.ROOT) : layer.style();
        return new LayerDefinition(
                layer.name(),
                titled ? layer.title() : new LocalizedText(layer.name(), null),
                layer.description(),
                layer.keywords(),
                Source.CONTEXT,
                source.geometry(),
                source.columns().stream()
                        .map(column -> column.attribute().name())
                        .toList(),
                List.of(style),
                layer.queryable(),
                null,
                layer.credits(),
                layer.traits());
    }
}
