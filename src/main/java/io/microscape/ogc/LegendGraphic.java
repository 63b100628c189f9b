package io.microscape.ogc;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.PublishedLayer;
import io.microscape.portrayal.Portrayal;
import io.microscape.study.LocalizedText;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
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

    /** The legend on white, or on nothing where the background is to be transparent. */
    BufferedImage draw(GetLegendGraphicRequest request) {
        BufferedImage legend = portrayal.legend(
                request.layer(), request.style(), request.language().code(), request.width(), request.height());
        return request.transparent() ? legend : onWhite(legend);
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

    /** The title of what the legend explains. */
    public LocalizedText title(PublishedLayer layer, String style) {
        return portrayal.styleTitle(layer, style);
    }

    private static BufferedImage onWhite(BufferedImage legend) {
        BufferedImage opaque = new BufferedImage(legend.getWidth(), legend.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(legend, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private record Sizes(long updateSequence, Map<String, Dimension> byLegend) {}
}
