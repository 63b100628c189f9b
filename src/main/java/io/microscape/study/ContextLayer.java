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
 */
public record ContextLayer(
        String name,
        LocalizedText title,
        LocalizedText description,
        List<String> keywords,
        String style,
        boolean queryable,
        LayerCredits credits) {

    /** What the name of a context layer looks like. */
    public static final String NAME_PATTERN = "[A-Za-z][A-Za-z0-9_]{0,62}";

    public ContextLayer {
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        credits = credits == null ? LayerCredits.NONE : credits;
    }
}
