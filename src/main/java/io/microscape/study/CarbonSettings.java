package io.microscape.study;

/**
 * What a study chooses for computing carbon accounts; each may be null.
 *
 * @param gridRegion region whose electricity factor is taken where an item has several
 * @param soilRate item of the factor library by which soil takes up carbon per area and year
 * @param crownRate item of the factor library by which crowns take up carbon where no tree sizes are known
 * @param equationRegion region whose allometric equations come first
 * @param mortalityPercentPerYear share of the trees that dies a year; null counts none
 */
public record CarbonSettings(
        String gridRegion, String soilRate, String crownRate, String equationRegion, Double mortalityPercentPerYear) {
    /** Nothing chosen. */
    public static final CarbonSettings NONE = new CarbonSettings(null, null, null, null, null);

    public CarbonSettings {
        if (mortalityPercentPerYear != null && !(mortalityPercentPerYear >= 0 && mortalityPercentPerYear < 100)) {
            throw new InvalidInputException(
                    "mortality_percent_per_year must be at least 0 and less than 100, not " + mortalityPercentPerYear);
        }
    }
}
