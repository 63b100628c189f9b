package io.microscape.landscape;

import io.microscape.study.StudyParameters;

/** Names of the zone columns of a study: they carry the radius ({@code road_density_15m}). */
record IndexColumns(String roadLength, String roadDensity) {
    static final String GREEN_RATIO = "green_ratio";
    static final String HARD_RATIO = "hard_ratio";
    static final String CONNECTIVITY = "connectivity";
    static final String SPECIES_RICHNESS = "species_richness";
    static final String SHANNON = "shannon";
    static final String SIMPSON = "simpson";
    static final String PIELOU = "pielou";
    static final String MARGALEF = "margalef";
    static final String CANOPY_COVER = "canopy_cover";
    static final String CANOPY_DENSITY = "canopy_density";

    static IndexColumns of(StudyParameters parameters) {
        String radius = parameters.radiusLabel();
        return new IndexColumns("road_length_" + radius + "_m", "road_density_" + radius);
    }
}
