package io.microscape.study;

/**
 * Size of a tree at the start of the accounting period and its yearly growth; what is not known is null.
 *
 * @param dbhCm diameter at breast height (1.3 m), cm
 * @param heightM height, m
 * @param dbhGrowthCmPerYear yearly growth of the diameter, cm
 * @param heightGrowthMPerYear yearly growth of the height, m
 */
public record TreeSize(Double dbhCm, Double heightM, Double dbhGrowthCmPerYear, Double heightGrowthMPerYear) {}
