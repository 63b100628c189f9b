package io.microscape.ogc;

import io.microscape.atlas.PublishedLayer;
import java.util.List;

/**
 * A GetLegendGraphic request (OGC 05-078r4, 12).
 *
 * @param layer layer whose legend is wanted
 * @param style one of its styles
 * @param format how to encode the picture
 * @param width least width in pixels, 0 for what the legend needs
 * @param height least height in pixels, 0 for what the legend needs
 * @param transparent background left out
 * @param language language of titles and labels
 */
record GetLegendGraphicRequest(
        PublishedLayer layer,
        String style,
        ImageFormat format,
        int width,
        int height,
        boolean transparent,
        TextLanguage language) {

    /** Bytes that its picture takes while it is drawn, laid on a background and encoded, at the least. */
    long bytesToDraw() {
        return 2L * Integer.BYTES * width * height + format.bytesToEncode(width, height);
    }

    /**
     * The language is taken from the parameter alone, not from Accept-Language: the size that the capabilities
     * advertise belongs to one picture.
     *
     * @throws ServiceException if a parameter is missing or cannot be used
     */
    static GetLegendGraphicRequest parse(RequestParameters parameters, LayerNames names, WmsSettings limits) {
        String name = parameters.required("LAYER");
        List<PublishedLayer> layers = names.named(name);
        if (layers.size() > 1) {
            throw new ServiceException(RequestParameters.echo(name)
                    + " is a group of layers and has no legend of its own; ask for the legend of one of its layers");
        }
        PublishedLayer layer = layers.get(0);
        ImageFormat format = ImageFormat.of(parameters.text("FORMAT", ImageFormat.PNG.mimeType()));
        return new GetLegendGraphicRequest(
                layer,
                RequestedLayers.styleOf(layer, parameters.text("STYLE")),
                format,
                parameters.integer("WIDTH", parameters.text("WIDTH", "0"), 0, limits.maxWidth()),
                parameters.integer("HEIGHT", parameters.text("HEIGHT", "0"), 0, limits.maxHeight()),
                parameters.flag("TRANSPARENT") && format.transparency(),
                TextLanguage.of(parameters.text("LANGUAGE", "both"), null));
    }
}
