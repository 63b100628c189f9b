package io.microscape.study;

/**
 * How spatial statistics are computed; stored with each result.
 *
 * @param neighbours which spaces are neighbours
 * @param permutations number of random permutations behind each p
 * @param seed of the random numbers: the same seed gives the same p
 */
public record SpatialSettings(NeighbourRule neighbours, int permutations, long seed) {
    /** Four nearest neighbours, so that no space is without any; 999 permutations, so that p has steps of 0.001. */
    public static final SpatialSettings DEFAULTS = new SpatialSettings(NeighbourRule.nearest(4), 999, 20_260_101L);

    /** Fewest and most permutations. */
    public static final int FEWEST = 99;

    public static final int MOST = 99_999;

    public SpatialSettings {
        if (permutations < FEWEST || permutations > MOST) {
            throw new InvalidInputException(
                    "the number of permutations must be from " + FEWEST + " to " + MOST + ", not " + permutations);
        }
    }

    /** These settings with others in the place of those that are not null. */
    public SpatialSettings with(NeighbourRule otherNeighbours, Integer otherPermutations, Long otherSeed) {
        return new SpatialSettings(
                otherNeighbours == null ? neighbours : otherNeighbours,
                otherPermutations == null ? permutations : otherPermutations,
                otherSeed == null ? seed : otherSeed);
    }
}
