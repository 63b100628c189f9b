package io.microscape.portrayal;

import io.microscape.atlas.PublishedLayer;
import java.awt.Color;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * What a map is to show.
 *
 * @param layers bottom to top
 * @param crs CRS code of the picture ("EPSG:3857")
 * @param box extent in that CRS, x = east or longitude whatever the axis order of the request was
 * @param width pixels
 * @param height pixels
 * @param transparent background transparent
 * @param background background colour where not transparent
 */
public record MapImage(
        List<StyledLayer> layers,
        String crs,
        Envelope box,
        int width,
        int height,
        boolean transparent,
        Color background) {

    /** A layer and the name of the style to draw it in. */
    public record StyledLayer(PublishedLayer layer, String style) {}
}
