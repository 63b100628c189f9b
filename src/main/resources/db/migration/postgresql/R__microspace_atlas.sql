-- Made anew whenever this file changes: a further column is a line in the SELECT and a comment.
DROP VIEW microspace_atlas_columns;
DROP VIEW microspace_atlas;

-- The joined result: a row a space, with its indices and its carbon account where there are any.
CREATE VIEW microspace_atlas AS
SELECT
    s.study_key AS study,
    m.code AS code,
    m.name AS name,
    m.community AS community,
    m.sampled AS sampled,
    i.area_m2 AS area_m2,
    i.perimeter_m AS perimeter_m,
    i.green_ratio AS green_ratio,
    i.hard_ratio AS hard_ratio,
    CASE WHEN i.radius_m = 15 THEN i.road_length_m END AS road_length_15m_m,
    CASE WHEN i.radius_m = 15 THEN i.road_density END AS road_density_15m,
    CASE WHEN i.radius_m = 15 THEN i.neighbours END AS neighbours_15m,
    i.connectivity AS connectivity,
    i.species_richness AS species_richness,
    i.canopy_cover AS canopy_cover,
    i.canopy_density AS canopy_density,
    c.soil_sink_kg AS soil_sink_kg,
    c.vegetation_sink_kg AS vegetation_sink_kg,
    c.material_emission_kg AS material_emission_kg,
    c.construction_emission_kg AS construction_emission_kg,
    c.operation_emission_kg AS operation_emission_kg,
    c.net_carbon_kg AS net_carbon_kg,
    c.net_carbon_kg / i.area_m2 AS net_carbon_kg_per_m2,
    c.net_carbon_kg / COALESCE(i.period_years, s.period_years) AS net_carbon_kg_per_year,
    c.net_carbon_kg > 0 AS carbon_positive,
    i.shannon AS shannon,
    i.simpson AS simpson,
    i.pielou AS pielou,
    i.margalef AS margalef,
    i.radius_m AS radius_m,
    i.road_density_per AS road_density_per,
    i.connectivity_distance AS connectivity_distance,
    COALESCE(i.period_years, s.period_years) AS period_years,
    i.road_length_m AS road_length_in_radius_m,
    i.road_density AS road_density_in_radius,
    i.neighbours AS neighbours_in_radius,
    n.local_moran AS net_carbon_local_moran,
    n.cluster_label AS net_carbon_cluster,
    n.gi_star_z AS net_carbon_gi_star_z,
    n.p AS net_carbon_spatial_p,
    n.hot_spot_label AS net_carbon_hot_spot,
    m.geometry AS geometry
FROM study s
JOIN micro_space m ON m.study_id = s.id
LEFT JOIN landscape_indices i ON i.study_id = m.study_id AND i.code = m.code
LEFT JOIN (
    SELECT study_id, code,
        soil_sink_kg, vegetation_sink_kg, material_emission_kg, construction_emission_kg, operation_emission_kg,
        -- summed as decimals: in binary, figures with two decimals have a sum like 823.1399999999999
        -- (by way of text, because a cast from double precision to numeric keeps 15 digits only)
        CAST(
            soil_sink_kg::text::numeric
            + vegetation_sink_kg::text::numeric
            - material_emission_kg::text::numeric
            - construction_emission_kg::text::numeric
            - operation_emission_kg::text::numeric
            AS double precision
        ) AS net_carbon_kg
    FROM carbon_account
) c ON c.study_id = m.study_id AND c.code = m.code
LEFT JOIN (
    SELECT study_id, code, local_moran, gi_star_z, p,
        CASE cluster
            WHEN 'HIGH_HIGH' THEN 'high-high'
            WHEN 'LOW_LOW' THEN 'low-low'
            WHEN 'HIGH_LOW' THEN 'high-low'
            WHEN 'LOW_HIGH' THEN 'low-high'
            WHEN 'NOT_SIGNIFICANT' THEN 'not significant'
        END AS cluster_label,
        CASE hot_spot
            WHEN 'HOT_99' THEN 'hot 99 %'
            WHEN 'HOT_95' THEN 'hot 95 %'
            WHEN 'HOT_90' THEN 'hot 90 %'
            WHEN 'NOT_SIGNIFICANT' THEN 'not significant'
            WHEN 'COLD_90' THEN 'cold 90 %'
            WHEN 'COLD_95' THEN 'cold 95 %'
            WHEN 'COLD_99' THEN 'cold 99 %'
        END AS hot_spot_label
    FROM spatial_statistic
    WHERE variable = 'net_carbon_kg'
) n ON n.study_id = m.study_id AND n.code = m.code;

COMMENT ON VIEW microspace_atlas IS 'Joined result of Microscape: micro-spaces with their landscape indices and life-cycle carbon accounts';
COMMENT ON COLUMN microspace_atlas.study IS 'Key of the study';
COMMENT ON COLUMN microspace_atlas.code IS 'Code of the micro-space, unique within the study';
COMMENT ON COLUMN microspace_atlas.name IS 'Name of the micro-space; may be empty';
COMMENT ON COLUMN microspace_atlas.community IS 'Community the micro-space lies in';
COMMENT ON COLUMN microspace_atlas.sampled IS 'True for spaces under study, false for neighbours that only count in connectivity';
COMMENT ON COLUMN microspace_atlas.area_m2 IS 'Area of the polygon without its holes, in m2, measured in the metric CRS of the study';
COMMENT ON COLUMN microspace_atlas.perimeter_m IS 'Length of the boundary including holes, in m';
COMMENT ON COLUMN microspace_atlas.green_ratio IS 'Area of the space under green surfaces (their union) / area of the space, fraction 0 to 1';
COMMENT ON COLUMN microspace_atlas.hard_ratio IS 'Area of the space under hard surfaces that are not under green ones / area of the space, fraction 0 to 1';
COMMENT ON COLUMN microspace_atlas.road_length_15m_m IS 'Length in m of the road parts within 15 m of the space, the space included; null when radius_m is not 15';
COMMENT ON COLUMN microspace_atlas.road_density_15m IS 'road_length_15m_m / area of the 15 m zone (or of the space, see road_density_per), in m per m2; null when radius_m is not 15';
COMMENT ON COLUMN microspace_atlas.neighbours_15m IS 'Number of other micro-spaces whose edge is at most 15 m from the edge of this one; null when radius_m is not 15';
COMMENT ON COLUMN microspace_atlas.connectivity IS 'Probability that at least one other space within ten radii is reached: 1 - product of (1 - 2^(-d / radius_m)), d = distance in m, fraction 0 to 1';
COMMENT ON COLUMN microspace_atlas.species_richness IS 'Number of distinct taxa in the plant records of the space, count';
COMMENT ON COLUMN microspace_atlas.canopy_cover IS 'Area of the space under tree crowns (their union) / area of the space, fraction 0 to 1';
COMMENT ON COLUMN microspace_atlas.canopy_density IS 'Crown area / green area within the space (canopy closure over planted land), fraction 0 to 1; null without green';
COMMENT ON COLUMN microspace_atlas.soil_sink_kg IS 'CO2 taken up by soil over period_years, in kg';
COMMENT ON COLUMN microspace_atlas.vegetation_sink_kg IS 'CO2 taken up by vegetation over period_years, in kg';
COMMENT ON COLUMN microspace_atlas.material_emission_kg IS 'CO2 emitted by material production and transport, in kg over period_years';
COMMENT ON COLUMN microspace_atlas.construction_emission_kg IS 'CO2 emitted by site construction and planting, in kg over period_years';
COMMENT ON COLUMN microspace_atlas.operation_emission_kg IS 'CO2 emitted by green space operation and maintenance, in kg over period_years';
COMMENT ON COLUMN microspace_atlas.net_carbon_kg IS 'soil_sink_kg + vegetation_sink_kg - material_emission_kg - construction_emission_kg - operation_emission_kg, in kg CO2 over period_years; null when a component is null';
COMMENT ON COLUMN microspace_atlas.net_carbon_kg_per_m2 IS 'net_carbon_kg / area_m2, in kg CO2 per m2 over period_years';
COMMENT ON COLUMN microspace_atlas.net_carbon_kg_per_year IS 'net_carbon_kg / period_years, mean in kg CO2 per year';
COMMENT ON COLUMN microspace_atlas.carbon_positive IS 'True when net_carbon_kg > 0: the space takes up more than it emits over period_years';
COMMENT ON COLUMN microspace_atlas.shannon IS 'Shannon diversity H'' = -sum(p ln p) over the taxa of the space, dimensionless';
COMMENT ON COLUMN microspace_atlas.simpson IS 'Simpson diversity 1 - sum(p^2), fraction 0 to 1';
COMMENT ON COLUMN microspace_atlas.pielou IS 'Pielou evenness H'' / ln(species_richness), fraction 0 to 1; null for fewer than two taxa';
COMMENT ON COLUMN microspace_atlas.margalef IS 'Margalef richness (species_richness - 1) / ln(number of individuals), dimensionless; null for at most one individual';
COMMENT ON COLUMN microspace_atlas.radius_m IS 'Radius of the distance zone of this row, in m';
COMMENT ON COLUMN microspace_atlas.road_density_per IS 'What the road density is divided by: ZONE (area of the distance zone) or SPACE (area of the space)';
COMMENT ON COLUMN microspace_atlas.connectivity_distance IS 'How the distance of the connectivity was measured: EDGE (edge to edge) or NETWORK (along roads)';
COMMENT ON COLUMN microspace_atlas.period_years IS 'Accounting period of the carbon account, in years';
COMMENT ON COLUMN microspace_atlas.road_length_in_radius_m IS 'Length in m of the road parts within radius_m of the space, the space included';
COMMENT ON COLUMN microspace_atlas.road_density_in_radius IS 'road_length_in_radius_m / area of the zone of radius_m (or of the space, see road_density_per), in m per m2';
COMMENT ON COLUMN microspace_atlas.neighbours_in_radius IS 'Number of other micro-spaces whose edge is at most radius_m from the edge of this one';
COMMENT ON COLUMN microspace_atlas.net_carbon_local_moran IS 'Local Moran''s I of net_carbon_kg among the sampled spaces: positive among alike neighbours, negative among unlike ones, dimensionless';
COMMENT ON COLUMN microspace_atlas.net_carbon_cluster IS 'Class of net_carbon_local_moran at p <= 0.05: high-high, low-low, high-low, low-high or not significant';
COMMENT ON COLUMN microspace_atlas.net_carbon_gi_star_z IS 'Getis-Ord Gi* of net_carbon_kg among the sampled spaces, standard score: positive where high values gather, negative where low ones do';
COMMENT ON COLUMN microspace_atlas.net_carbon_spatial_p IS 'Two-sided p of net_carbon_local_moran and net_carbon_gi_star_z by conditional permutation';
COMMENT ON COLUMN microspace_atlas.net_carbon_hot_spot IS 'Class of net_carbon_gi_star_z by its p: hot or cold 90, 95 or 99 %, or not significant';
COMMENT ON COLUMN microspace_atlas.geometry IS 'Polygon or multi-polygon of the micro-space, EPSG:4326 (longitude, latitude in degrees)';

-- The same under the name that it has in the embedded database.
CREATE VIEW microspace_atlas_columns AS
SELECT
    attnum::integer AS ordinal_position,
    attname::text AS column_name,
    col_description(attrelid, attnum) AS definition
FROM pg_attribute
WHERE attrelid = 'microspace_atlas'::regclass AND attnum > 0;
