package io.microscape.carbon;

/**
 * What the landscape indices know of a space that sinks depend on; null where they do not know.
 *
 * @param areaM2 area of the space, m²
 * @param greenM2 area of its green surfaces, m²
 * @param canopyM2 area of its tree crowns, m²
 */
public record Site(Double areaM2, Double greenM2, Double canopyM2) {
    /** Nothing known. */
    public static final Site UNKNOWN = new Site(null, null, null);
}
