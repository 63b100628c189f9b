package io.microscape.ogc;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.PublishedLayer;
import io.microscape.portrayal.Portrayal;
import io.microscape.study.LocalizedText;
import io.microscape.study.ScaleRange;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Legends, and their sizes for the capabilities. A size is known only once the legend is drawn; it is kept until the
 * next publication. Thread-safe.
 */
public final class LegendGraphic {
    private final Portrayal portrayal;
    private final Atlas atlas;
    private volatile Sizes sizes = new Sizes(Long.MIN_VALUE, Map.of());

    public LegendGraphic(Portrayal portrayal, Atlas atlas) {
        this.portrayal = portrayal;
        this.atlas = atlas;
    }

    /** The legend as a picture. */
    BufferedImage draw(GetLegendGraphicRequest request) {
        return portrayal.legend(request.subject(), request.look());
    }

    /** The legend as data. */
    byte[] json(GetLegendGraphicRequest request) {
        return LegendJson.write(request, portrayal);
    }

    /** The size that the legend has when no WIDTH and HEIGHT are asked for. */
    public Dimension size(PublishedLayer layer, String style, TextLanguage language) {
        Sizes current = sizes;
        if (current.updateSequence() != atlas.updateSequence()) {
            current = new Sizes(atlas.updateSequence(), new ConcurrentHashMap<>());
            sizes = current;
        }
        String key = String.join("\n", layer.qualifiedName(), layer.version(), style, language.name());
        return current.byLegend().computeIfAbsent(key, absent -> {
            BufferedImage legend = portrayal.legend(layer, style, language.code(), 0, 0);
            return new Dimension(legend.getWidth(), legend.getHeight());
        });
    }

    /** The scales at which the layer can be seen: those of the layer itself, where any of its styles draws something. */
    ScaleRange scales(PublishedLayer layer) {
        return layer.definition().styles().stream()
                .map(style -> portrayal.styleScales(layer, style))
                .reduce(ScaleRange::hull)
                .orElse(ScaleRange.ALL)
                .intersection(layer.definition().traits().scales());
    }

    /** The title of what the legend explains. */
    public LocalizedText title(PublishedLayer layer, String style) {
        return portrayal.styleTitle(layer, style);
    }

    private record Sizes(long updateSequence, Map<String, Dimension> byLegend) {}
}
