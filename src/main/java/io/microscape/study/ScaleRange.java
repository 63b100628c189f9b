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

    /** Whether a map of that scale denominator shows the layer. */
    public boolean contains(double denominator) {
        return (min == null || denominator >= min) && (max == null || denominator < max);
    }
}
