package io.microscape.study;

/**
 * Size of a tree at the start of the accounting period and its yearly growth; what is not known is null.
 *
 * @param dbhCm diameter at breast height (1.3 m), cm
 * @param heightM height, m
 * @param dbhGrowthCmPerYear yearly growth of the diameter, cm
 * @param heightGrowthMPerYear yearly growth of the height, m
 */
public record TreeSize(Double dbhCm, Double heightM, Double dbhGrowthCmPerYear, Double heightGrowthMPerYear) {
    /** The size, or null when nothing of it is known. */
    public static TreeSize of(Double dbhCm, Double heightM, Double dbhGrowthCmPerYear, Double heightGrowthMPerYear) {
        return dbhCm == null && heightM == null && dbhGrowthCmPerYear == null && heightGrowthMPerYear == null
                ? null
                : new TreeSize(dbhCm, heightM, dbhGrowthCmPerYear, heightGrowthMPerYear);
    }
}
