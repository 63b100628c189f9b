package io.microscape.portrayal;

import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.study.LocalizedText;
import io.microscape.study.ScaleRange;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pictures of published layers. Thread-safe. */
public interface Portrayal {
    /** Draws the map. */
    BufferedImage draw(MapImage map);

    /** Bytes that {@link #draw} takes at its peak: the picture and what is laid over it. */
    default long bytesToDraw(MapImage map) {
        return (long) Integer.BYTES * map.width() * map.height();
    }

    /**
     * Features of the layer drawn within the tolerance of a pixel of the map, topmost first.
     *
     * @param column pixel from the left
     * @param row pixel from the top
     * @param tolerance pixels
     * @param limit most features to return
     */
    List<SnapshotFeature> featuresAt(
            MapImage map, PublishedLayer layer, double column, double row, double tolerance, int limit);

    /**
     * The legend of a layer's style: swatches and class labels.
     *
     * @param language "en", "zh" or null for both
     * @param width least width in pixels, 0 for what it needs
     * @param height least height in pixels, 0 for what it needs
     */
    default BufferedImage legend(PublishedLayer layer, String style, String language, int width, int height) {
        return legend(
                new LegendSubject(new MapImage.StyledLayer(layer, style)), LegendLook.plain(language, width, height));
    }

    /**
     * A legend: swatches and class labels.
     *
     * @throws io.microscape.study.InvalidInputException if there is no such style or rule, or the legend would be too large
     */
    BufferedImage legend(LegendSubject subject, LegendLook look);

    /**
     * What a legend explains, as data: the rules, those that are drawn first before the others.
     *
     * @throws io.microscape.study.InvalidInputException if there is no such style or rule
     */
    List<LegendRule> legendRules(LegendSubject subject);

    /** The scales between which the rules of a style apply. */
    ScaleRange styleScales(PublishedLayer layer, String style);

    /** Title of a style in both languages, as it gives it; the layer's own where it gives none. */
    LocalizedText styleTitle(MapImage.StyledLayer styled);

    /** Title of a layer's style in both languages, as the style gives it; the layer's own where it gives none. */
    default LocalizedText styleTitle(PublishedLayer layer, String style) {
        return styleTitle(new MapImage.StyledLayer(layer, style));
    }
}
