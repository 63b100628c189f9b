package io.microscape.study;

/**
 * The scales at which a layer makes sense, as denominators for pixels of 0.28 mm (OGC 06-042, 7.2.4.6.9).
 *
 * @param min least denominator at which it is drawn; null for no limit
 * @param max denominator from which on it is not drawn; null for no limit
 */
public record ScaleRange(Double min, Double max) {
    /** Every scale. */
    public static final ScaleRange ALL = new ScaleRange(null, null);

    /** The scales at which one or the other makes sense, and those between them. */
    public ScaleRange hull(ScaleRange other) {
        return new ScaleRange(
                min == null || other.min == null ? null : Double.valueOf(Math.min(min, other.min)),
                max == null || other.max == null ? null : Double.valueOf(Math.max(max, other.max)));
    }

    /** The scales at which both make sense; where there is none, the greatest least and the least greatest. */
    public ScaleRange intersection(ScaleRange other) {
        return new ScaleRange(
                min == null || other.min != null && other.min > min ? other.min : min,
                max == null || other.max != null && other.max < max ? other.max : max);
    }

    /** Whether a map of that scale denominator shows the layer. */
    public boolean contains(double denominator) {
        return (min == null || denominator >= min) && (max == null || denominator < max);
    }
}
