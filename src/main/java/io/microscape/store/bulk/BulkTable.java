package io.microscape.store.bulk;

import java.util.List;

/** A table that is loaded in bulk, and its columns in the order in which rows give their values. */
public enum BulkTable {
    MICRO_SPACE("micro_space", true, "study_id", "import_id", "code", "name", "community", "sampled", "geometry"),
    SURFACE("surface", false, "study_id", "import_id", "cover", "geometry"),
    ROAD("road", false, "study_id", "import_id", "name", "highway", "bridge", "tunnel", "level", "geometry"),
    CROWN("crown", false, "study_id", "import_id", "diameter_m", "species", "geometry"),
    PLANTING("planting", false, "study_id", "import_id", "code", "taxon", "individual_count"),
    CARBON_ACCOUNT(
            "carbon_account",
            true,
            "study_id",
            "import_id",
            "code",
            "soil_sink_kg",
            "vegetation_sink_kg",
            "material_emission_kg",
            "construction_emission_kg",
            "operation_emission_kg",
            "method",
            "source",
            "year"),
    COMMUNITY("community", true, "study_id", "import_id", "code", "name", "geometry"),
    CANOPY_TILE("canopy_tile", false, "raster_id", "tile_row", "tile_column", "covered_mask", "known_mask"),
    LANDSCAPE_INDICES(
            "landscape_indices",
            false,
            "study_id",
            "code",
            "radius_m",
            "road_density_per",
            "period_years",
            "connectivity_distance",
            "area_m2",
            "perimeter_m",
            "green_ratio",
            "hard_ratio",
            "road_length_m",
            "road_density",
            "neighbours",
            "connectivity",
            "species_richness",
            "shannon",
            "simpson",
            "pielou",
            "margalef",
            "canopy_cover",
            "canopy_density",
            "reasons_json"),
    SPATIAL_STATISTIC(
            "spatial_statistic",
            false,
            "study_id",
            "variable",
            "code",
            "neighbour_rule",
            "neighbour_value",
            "permutations",
            "seed",
            "neighbours",
            "local_moran",
            "gi_star_z",
            "p",
            "cluster",
            "hot_spot");

    /** What makes a row the same as another one, where rows replace each other. */
    public static final List<String> KEY = List.of("study_id", "code");

    private final String sqlName;
    private final boolean replacing;
    private final List<String> columns;

    BulkTable(String sqlName, boolean replacing, String... columns) {
        this.sqlName = sqlName;
        this.replacing = replacing;
        this.columns = List.of(columns);
    }

    public String sqlName() {
        return sqlName;
    }

    /** Whether a row replaces the one of the same {@link #KEY}. */
    public boolean isReplacing() {
        return replacing;
    }

    public List<String> columns() {
        return columns;
    }

    /** The columns, comma separated. */
    public String columnList() {
        return String.join(", ", columns);
    }
}
