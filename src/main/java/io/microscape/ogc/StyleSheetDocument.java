package io.microscape.ogc;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.PublishedLayer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The answer to GetStyles (OGC 02-070, annex A): the style sheet of a layer as it is published. */
final class StyleSheetDocument {
    /** Media type of a Styled Layer Descriptor. */
    static final String MIME_TYPE = "application/vnd.ogc.sld+xml";

    private final Atlas atlas;
    private final LayerNames names;

    StyleSheetDocument(Atlas atlas, LayerNames names) {
        this.atlas = atlas;
        this.names = names;
    }

    /**
     * The style sheet of the one layer in LAYERS, its default or the one in STYLES.
     *
     * @throws ServiceException LayerNotDefined, StyleNotDefined, or when several layers are asked for
     */
    WmsResponse answer(RequestParameters parameters) {
        List<PublishedLayer> layers = names.named(parameters.required("LAYERS"));
        if (layers.size() > 1) {
            throw new ServiceException("LAYERS names several layers; ask for their style sheets one by one");
        }
        String style = RequestedLayers.styleOf(layers.get(0), parameters.text("STYLES"));
        return WmsResponse.of(MIME_TYPE, atlas.sld(layers.get(0), style).getBytes(StandardCharsets.UTF_8));
    }
}
