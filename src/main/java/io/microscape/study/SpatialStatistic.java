package io.microscape.study;

/**
 * Where a space stands in the spatial pattern of a value: local Moran's I and Getis-Ord Gi*. A value that cannot be
 * computed is null.
 *
 * @param code code of the micro-space
 * @param neighbours number of neighbours
 * @param localMoran local Moran's I; positive among alike, negative among unlike neighbours
 * @param giStarZ Getis-Ord Gi* as a standard score; positive where high values gather
 * @param p two-sided p of both, by conditional permutation: the sum of the neighbours decides over both
 * @param cluster class of the local Moran's I at p ≤ 0.05
 * @param hotSpot class of Gi* by p
 */
public record SpatialStatistic(
        String code, int neighbours, Double localMoran, Double giStarZ, Double p, Cluster cluster, HotSpot hotSpot) {

    /** A space above or below the mean among neighbours above or below it; or not significant. */
    public enum Cluster {
        HIGH_HIGH("high-high"),
        LOW_LOW("low-low"),
        HIGH_LOW("high-low"),
        LOW_HIGH("low-high"),
        NOT_SIGNIFICANT("not significant");

        private final String label;

        Cluster(String label) {
            this.label = label;
        }

        /** As it stands in exports and layers. */
        public String label() {
            return label;
        }
    }

    /** High values gather (hot) or low ones do (cold), with that confidence. */
    public enum HotSpot {
        HOT_99("hot 99 %"),
        HOT_95("hot 95 %"),
        HOT_90("hot 90 %"),
        NOT_SIGNIFICANT("not significant"),
        COLD_90("cold 90 %"),
        COLD_95("cold 95 %"),
        COLD_99("cold 99 %");

        private final String label;

        HotSpot(String label) {
            this.label = label;
        }

        /** As it stands in exports and layers. */
        public String label() {
            return label;
        }
    }
}
