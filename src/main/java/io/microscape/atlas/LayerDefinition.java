package io.microscape.atlas;

import io.microscape.study.LayerCredits;
import io.microscape.study.LayerTraits;
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
 * @param credits whose data they are
 * @param traits how it wants to be used
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
        String requires,
        LayerCredits credits,
        LayerTraits traits) {

    public LayerDefinition {
        credits = credits == null ? LayerCredits.NONE : credits;
        traits = traits == null ? LayerTraits.NONE : traits;
    }

    /** A definition that credits nobody in particular, of a layer without special traits. */
    public LayerDefinition(
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
        this(
                name,
                title,
                description,
                keywords,
                source,
                geometry,
                attributes,
                styles,
                queryable,
                requires,
                LayerCredits.NONE,
                LayerTraits.NONE);
    }

    /** What a layer's features are. */
    public enum Source {
        SPACES,
        SURFACES,
        ROADS,
        CROWNS,
        COMMUNITIES,
        /** A vector file as it is; its layers are defined in the study file. */
        CONTEXT
    }

    /** Kind of geometry. */
    public enum GeometryType {
        POLYGON,
        LINE,
        POINT
    }
}
