package io.microscape.tiles;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.PublishedLayer;
import io.microscape.portrayal.MapImage.StyledLayer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The published layers by the names that tiles are asked for. Thread-safe. */
public final class TileLayers {
    private final Atlas atlas;

    public TileLayers(Atlas atlas) {
        this.atlas = atlas;
    }

    /**
     * What a name stands for, in default styles: {@code study:layer} a layer, {@code study} all layers of the study with
     * the most important one on top.
     */
    public Optional<TileLayer> named(String name) {
        return atlas.layer(name)
                .map(layer -> TileLayer.of(layer, defaultStyle(layer)))
                .or(() -> study(name));
    }

    private Optional<TileLayer> study(String key) {
        List<StyledLayer> layers = new ArrayList<>();
        List<PublishedLayer> published = atlas.layers().stream()
                .filter(layer -> layer.study().equals(key))
                .toList();
        published.forEach(layer -> layers.add(new StyledLayer(layer, defaultStyle(layer))));
        Collections.reverse(layers);
        return published.isEmpty()
                ? Optional.empty()
                : Optional.of(new TileLayer(key, published.get(0).studyTitle(), layers));
    }

    private static String defaultStyle(PublishedLayer layer) {
        return layer.definition().styles().get(0);
    }
}
