package io.microscape.study;

/**
 * A row of the joined result: a space (geometry in EPSG:4326) with its indices and its carbon account; either may be
 * null when there is none.
 */
public record AtlasRow(String study, MicroSpace space, LandscapeIndices indices, CarbonAccount carbon) {}
