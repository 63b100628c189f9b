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
 * @param symbolScale how many pixels the picture has for one of 0.28 mm, which styles are written for: more on finer screens
 * @param buffer pixels beside the picture in which features can lie that reach into it; what symbols of constant size reach is
 *     taken into account without it
 */
public record MapImage(
        List<StyledLayer> layers,
        String crs,
        Envelope box,
        int width,
        int height,
        boolean transparent,
        Color background,
        double symbolScale,
        double buffer) {

    /** A map whose features reach no further than the constants of its styles tell. */
    public MapImage(
            List<StyledLayer> layers,
            String crs,
            Envelope box,
            int width,
            int height,
            boolean transparent,
            Color background,
            double symbolScale) {
        this(layers, crs, box, width, height, transparent, background, symbolScale, 0);
    }

    /** A map whose pixels are those that styles are written for. */
    public MapImage(
            List<StyledLayer> layers,
            String crs,
            Envelope box,
            int width,
            int height,
            boolean transparent,
            Color background) {
        this(layers, crs, box, width, height, transparent, background, 1);
    }

    /** Scale denominator as the OGC defines it, for pixels of 0.28 mm. */
    public double scaleDenominator() {
        return new MapFrame(this).scaleDenominator();
    }

    /** The same map of other layers, bottom to top. */
    public MapImage withLayers(List<StyledLayer> others) {
        return new MapImage(others, crs, box, width, height, transparent, background, symbolScale, buffer);
    }

    /**
     * A layer and how it is shown.
     *
     * @param style name of the style to draw it in
     * @param filter the features to show; null for all
     * @param userStyle the style of that name that came with the request; null for one of the layer's own
     */
    public record StyledLayer(PublishedLayer layer, String style, FeatureFilter filter, UserStyle userStyle) {
        /** Features of the layer in a style of its own. */
        public StyledLayer(PublishedLayer layer, String style, FeatureFilter filter) {
            this(layer, style, filter, null);
        }

        /** All features of the layer in that style. */
        public StyledLayer(PublishedLayer layer, String style) {
            this(layer, style, null);
        }
    }
}
