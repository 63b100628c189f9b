package io.microscape.study;

import java.util.List;

/**
 * How a layer wants to be used: what clients are told of it and maps keep to.
 *
 * @param opaque it fills its extent, so that what is drawn below it cannot be seen
 * @param scales the scales at which it is drawn
 * @param dimensions the dimensions of which a map shows chosen values
 */
public record LayerTraits(boolean opaque, ScaleRange scales, List<LayerDimension> dimensions) {
    /** See-through, drawn at every scale, without dimensions. */
    public static final LayerTraits NONE = new LayerTraits(false, ScaleRange.ALL, List.of());

    public LayerTraits {
        scales = scales == null ? ScaleRange.ALL : scales;
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
    }
}
