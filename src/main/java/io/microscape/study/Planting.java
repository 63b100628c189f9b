package io.microscape.study;

/**
 * A line of a plant list.
 *
 * @param code code of the micro-space
 * @param taxon name of the species as written
 * @param count number of individuals, or another measure of abundance; null if not counted
 * @param size size and growth of one individual; null when the list gives none
 */
public record Planting(String code, String taxon, Double count, TreeSize size) {
    /** A record without sizes. */
    public Planting(String code, String taxon, Double count) {
        this(code, taxon, count, null);
    }
}
