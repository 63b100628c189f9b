package io.microscape.study;

/**
 * A row of the joined result: a space (geometry in EPSG:4326) with its indices, its carbon account and its place in the
 * spatial pattern of net carbon; each of these may be null when there is none.
 */
public record AtlasRow(
        String study,
        MicroSpace space,
        LandscapeIndices indices,
        CarbonAccount carbon,
        SpatialStatistic netCarbonPattern) {

    /** A row without spatial statistics. */
    public AtlasRow(String study, MicroSpace space, LandscapeIndices indices, CarbonAccount carbon) {
        this(study, space, indices, carbon, null);
    }

    /** The same row with another form of its space. */
    public AtlasRow withSpace(MicroSpace other) {
        return new AtlasRow(study, other, indices, carbon, netCarbonPattern);
    }
}
