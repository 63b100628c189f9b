package io.microscape.store.bulk;

import java.util.List;

/** A table that is loaded in bulk, and its columns in the order in which rows give their values. */
public enum BulkTable {
    MICRO_SPACE("micro_space", true, "study_id", "import_id", "code", "name", "community", "sampled", "geometry"),
    SURFACE("surface", false, "study_id", "import_id", "cover", "geometry"),
    ROAD("road", false, "study_id", "import_id", "name", "highway", "bridge", "tunnel", "level", "geometry"),
    CROWN("crown", false, "study_id", "import_id", "diameter_m", "species", "geometry"),
    PLANTING(
            "planting",
            false,
            "study_id",
            "import_id",
            "code",
            "taxon",
            "individual_count",
            "dbh_cm",
            "height_m",
            "dbh_growth_cm_per_year",
            "height_growth_m_per_year"),
    CARBON_VALUE(
            "carbon_value",
            true,
            "study_id",
            "import_id",
            "code",
            "component",
            "kg",
            "method",
            "source",
            "year",
            "period_years",
            "uncertainty_percent",
            "reason"),
    CARBON_ESTIMATE(
            "carbon_estimate",
            false,
            "study_id",
            "code",
            "component",
            "kg",
            "method",
            "source",
            "period_years",
            "reason"),
    INVENTORY_ITEM(
            "inventory_item",
            false,
            "study_id",
            "import_id",
            "code",
            "activity",
            "item",
            "quantity",
            "unit",
            "distance_km",
            "vehicle",
            "mass_t",
            "times_per_year",
            "from_year",
            "to_year",
            "service_life_years",
            "power_w",
            "hours_per_day",
            "days_per_year",
            "stated_kg",
            "source",
            "place"),
    COMMUNITY(
            "community",
            true,
            "study_id",
            "import_id",
            "code",
            "name",
            "geometry",
            "persons",
            "households",
            "floor_area_m2",
            "stated_t_per_person_year",
            "stated_kg_per_m2_year"),
    COMMUNITY_CARBON_ITEM(
            "community_carbon_item",
            false,
            "study_id",
            "import_id",
            "community",
            "carbon_group",
            "component",
            "given_t_per_person_year",
            "given_kg_per_m2_year",
            "quantity",
            "unit",
            "item",
            "distance_km",
            "per",
            "times_per_year",
            "source",
            "place"),
    COMMUNITY_MEMBERSHIP(
            "community_membership", false, "study_id", "code", "community", "found_from", "overlap_share", "note"),
    RENOVATION(
            "renovation",
            false,
            "study_id",
            "import_id",
            "community",
            "period",
            "new_build_m2",
            "demolition_m2",
            "green_retrofit_m2",
            "strengthening_m2",
            "stated_10kt",
            "source",
            "place"),
    CONTEXT_FEATURE("context_feature", false, "context_layer_id", "values_json", "geometry"),
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
            "metrics",
            "edge_depth_m",
            "search_radius_m",
            "thresholds_m",
            "landscape_area_m2",
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
            "reasons_json",
            "shape",
            "frac",
            "para",
            "circle",
            "core_m2",
            "cai",
            "gyrate_m",
            "enn_m",
            "prox",
            "road_nodes",
            "road_edges",
            "road_components",
            "network_alpha",
            "network_beta",
            "network_gamma",
            "street_density_m_per_km2",
            "junction_density_per_km2",
            "input_digest"),
    SPACE_CONNECTIVITY(
            "space_connectivity",
            false,
            "study_id",
            "code",
            "threshold_m",
            "dpc",
            "dpc_intra",
            "dpc_flux",
            "dpc_connector",
            "diic",
            "diic_intra",
            "diic_flux",
            "diic_connector"),
    STUDY_CONNECTIVITY(
            "study_connectivity",
            false,
            "study_id",
            "threshold_m",
            "space_count",
            "connect",
            "pc",
            "iic",
            "ec_pc_m2",
            "ec_iic_m2",
            "landscape_area_m2",
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

    private static final List<String> KEY_COLUMNS = List.of("study_id", "code", "component");

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

    /** What makes a row the same as another one, where rows replace each other. */
    public List<String> key() {
        return KEY_COLUMNS.stream().filter(columns::contains).toList();
    }

    /** Whether a row replaces the one of the same {@link #key}. */
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
