package io.microscape.atlas;

import io.microscape.study.LocalizedText;
import java.util.List;

/**
 * A layer that can be published, as {@code layers/*.yml} defines it.
 *
 * @param name layer name without the study prefix ("net_carbon"; "{radius}" stands for the radius label, "15m")
 * @param title title in both languages
 * @param description abstract in both languages
 * @param keywords keywords, English and Chinese
 * @param source what it is made from
 * @param geometry kind of geometry
 * @param attributes attributes its features carry, in order; the atlas columns for SPACES
 * @param styles style names, the default first
 * @param queryable answers GetFeatureInfo
 * @param requires atlas column that must have a value somewhere for the layer to make sense; null if none
 */
public record LayerDefinition(
        String name,
        LocalizedText title,
        LocalizedText description,
        List<String> keywords,
        Source source,
        GeometryType geometry,
        List<String> attributes,
        List<String> styles,
        boolean queryable,
        String requires) {

    /** What a layer's features are. */
    public enum Source {
        SPACES,
        SURFACES,
        ROADS,
        CROWNS,
        COMMUNITIES
    }

    /** Kind of geometry. */
    public enum GeometryType {
        POLYGON,
        LINE,
        POINT
    }
}
