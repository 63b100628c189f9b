package io.microscape.study;

import java.util.List;

/**
 * What a study file says of a vector file that it publishes beside its own layers (schools, bus stops).
 *
 * @param name layer name without the study's key
 * @param title title in both languages; may be empty
 * @param description abstract in both languages; may be empty
 * @param keywords keywords; may be empty
 * @param style name of a style; null for the default of its kind of geometry
 * @param queryable whether it answers GetFeatureInfo
 * @param credits whose data they are
 * @param traits how it wants to be used
 */
public record ContextLayer(
        String name,
        LocalizedText title,
        LocalizedText description,
        List<String> keywords,
        String style,
        boolean queryable,
        LayerCredits credits,
        LayerTraits traits) {

    /** What the name of a context layer looks like: words of letters, digits and _ with a blank between them. */
    public static final String NAME_PATTERN = "(?=.{1,63}$)[A-Za-z][A-Za-z0-9_]*( [A-Za-z0-9_]+)*";

    public ContextLayer {
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        credits = credits == null ? LayerCredits.NONE : credits;
        traits = traits == null ? LayerTraits.NONE : traits;
    }

    /** The same layer with dimensions whose values are known. */
    public ContextLayer withDimensions(List<LayerDimension> dimensions) {
        return new ContextLayer(
                name,
                title,
                description,
                keywords,
                style,
                queryable,
                credits,
                new LayerTraits(traits.opaque(), traits.scales(), dimensions));
    }
}
