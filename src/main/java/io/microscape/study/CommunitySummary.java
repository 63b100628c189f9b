package io.microscape.study;

import java.util.List;
import java.util.Map;

/**
 * What the sampled micro-spaces of a community add up to.
 *
 * @param community the community; one that only spaces name has neither name nor boundary
 * @param spaces number of its micro-spaces, sampled or not
 * @param sampledSpaces number of the sampled ones, which all further values are about
 * @param areaM2 area of the sampled spaces, m²; null without indices
 * @param indices means by column ({@link #INDICES}), weighted by area
 * @param carbon sums by column ({@link #CARBON}), kg CO2
 * @param netCarbonKgPerM2 net carbon over the area of the spaces that have an account, kg CO2 per m²
 * @param carbonPositiveSpaces number of spaces whose net carbon is above 0; null when none has an account
 * @param carbonPositiveShare that number over the spaces that have an account, 0 to 1
 * @param accountsComplete whether every sampled space has a net carbon; false when none is sampled
 */
public record CommunitySummary(
        Community community,
        int spaces,
        int sampledSpaces,
        Double areaM2,
        Map<String, Total> indices,
        Map<String, Total> carbon,
        Double netCarbonKgPerM2,
        Integer carbonPositiveSpaces,
        Double carbonPositiveShare,
        boolean accountsComplete) {

    /** Columns of the joined result that are averaged; those of the distance zone under the name that fits any radius. */
    public static final List<String> INDICES = List.of(
            "green_ratio",
            "hard_ratio",
            "road_density_in_radius",
            "connectivity",
            "species_richness",
            "canopy_cover",
            "canopy_density",
            "shannon",
            "simpson",
            "pielou",
            "margalef");

    /** Columns of the joined result that are summed. */
    public static final List<String> CARBON = List.of(
            "soil_sink_kg",
            "vegetation_sink_kg",
            "material_emission_kg",
            "construction_emission_kg",
            "operation_emission_kg",
            "net_carbon_kg");

    /** A community without any space. */
    public static CommunitySummary withoutSpaces(Community community) {
        return new CommunitySummary(community, 0, 0, null, Map.of(), Map.of(), null, null, null, false);
    }

    /** A mean or a sum; null where the column has none. */
    public Double value(String column) {
        Total total = indices.getOrDefault(column, carbon.get(column));
        return total == null ? null : total.value();
    }

    /** Number of sampled spaces that have a value in the column. */
    public int spacesWith(String column) {
        Total total = indices.getOrDefault(column, carbon.get(column));
        return total == null ? 0 : total.spaces();
    }

    /** "3 of 4 sampled spaces have no carbon account" and the like; null when nothing is missing. */
    public String remarks() {
        if (sampledSpaces == 0) {
            return spaces == 0 ? "no micro-space lies in it" : "none of its micro-spaces is sampled";
        }
        int missing = sampledSpaces - spacesWith("net_carbon_kg");
        return missing == 0
                ? null
                : missing + " of " + sampledSpaces + " sampled spaces have no complete carbon account";
    }

    /**
     * A mean or sum over those sampled spaces that have a value.
     *
     * @param value null when none has one
     * @param spaces how many have one
     */
    public record Total(Double value, int spaces) {}
}
