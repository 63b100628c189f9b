-- Made anew whenever this file changes: a further column is a line in the SELECT and a line in the definitions.
DROP VIEW IF EXISTS community_atlas;
DROP VIEW IF EXISTS microspace_connectivity;
DROP VIEW IF EXISTS microspace_atlas;

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
    b.community AS community_code,
    i.shape AS shape,
    i.frac AS frac,
    i.para AS para,
    i.circle AS circle,
    CASE WHEN i.edge_depth_m = 2 THEN i.core_m2 END AS core_m2,
    CASE WHEN i.edge_depth_m = 2 THEN i.cai END AS cai,
    i.gyrate_m AS gyrate_m,
    i.enn_m AS enn_m,
    CASE WHEN i.search_radius_m = 150 THEN i.prox END AS prox,
    i.core_m2 AS core_at_depth_m2,
    i.cai AS cai_at_depth,
    i.prox AS prox_in_search_radius,
    i.edge_depth_m AS edge_depth_m,
    i.search_radius_m AS search_radius_m,
    i.road_nodes AS road_nodes_in_radius,
    i.road_edges AS road_edges_in_radius,
    i.road_components AS road_components_in_radius,
    i.network_alpha AS network_alpha_in_radius,
    i.network_beta AS network_beta_in_radius,
    i.network_gamma AS network_gamma_in_radius,
    i.street_density_m_per_km2 AS street_density_in_radius_m_per_km2,
    i.junction_density_per_km2 AS junction_density_in_radius_per_km2,
    k.threshold_m AS threshold_m,
    k.dpc AS dpc,
    k.dpc_intra AS dpc_intra,
    k.dpc_flux AS dpc_flux,
    k.dpc_connector AS dpc_connector,
    k.diic AS diic,
    k.diic_intra AS diic_intra,
    k.diic_flux AS diic_flux,
    k.diic_connector AS diic_connector,
    n.local_moran AS net_carbon_local_moran,
    n.cluster_label AS net_carbon_cluster,
    n.gi_star_z AS net_carbon_gi_star_z,
    n.p AS net_carbon_spatial_p,
    n.hot_spot_label AS net_carbon_hot_spot,
    m.geometry AS geometry
FROM study s
JOIN micro_space m ON m.study_id = s.id
LEFT JOIN landscape_indices i ON i.study_id = m.study_id AND i.code = m.code
LEFT JOIN space_connectivity k ON k.study_id = i.study_id AND k.code = i.code
    AND k.threshold_m = (SELECT MIN(threshold_m) FROM study_connectivity WHERE study_id = i.study_id)
LEFT JOIN (
    SELECT study_id, code,
        soil_sink_kg, vegetation_sink_kg, material_emission_kg, construction_emission_kg, operation_emission_kg,
        -- summed as decimals: in binary, figures with two decimals have a sum like 823.1399999999999
        CAST(
            CAST(soil_sink_kg AS decfloat)
            + CAST(vegetation_sink_kg AS decfloat)
            - CAST(material_emission_kg AS decfloat)
            - CAST(construction_emission_kg AS decfloat)
            - CAST(operation_emission_kg AS decfloat)
            AS double precision
        ) AS net_carbon_kg
    FROM (
        -- a given value stays, a computed one fills the gaps
        SELECT study_id, code,
            COALESCE(
                MAX(CASE WHEN component = 'SOIL_SINK' AND given THEN kg END),
                MAX(CASE WHEN component = 'SOIL_SINK' AND NOT given THEN kg END)
            ) AS soil_sink_kg,
            COALESCE(
                MAX(CASE WHEN component = 'VEGETATION_SINK' AND given THEN kg END),
                MAX(CASE WHEN component = 'VEGETATION_SINK' AND NOT given THEN kg END)
            ) AS vegetation_sink_kg,
            COALESCE(
                MAX(CASE WHEN component = 'MATERIAL_EMISSION' AND given THEN kg END),
                MAX(CASE WHEN component = 'MATERIAL_EMISSION' AND NOT given THEN kg END)
            ) AS material_emission_kg,
            COALESCE(
                MAX(CASE WHEN component = 'CONSTRUCTION_EMISSION' AND given THEN kg END),
                MAX(CASE WHEN component = 'CONSTRUCTION_EMISSION' AND NOT given THEN kg END)
            ) AS construction_emission_kg,
            COALESCE(
                MAX(CASE WHEN component = 'OPERATION_EMISSION' AND given THEN kg END),
                MAX(CASE WHEN component = 'OPERATION_EMISSION' AND NOT given THEN kg END)
            ) AS operation_emission_kg
        FROM (
            SELECT study_id, code, component, kg, TRUE AS given FROM carbon_value
            UNION ALL
            SELECT study_id, code, component, kg, FALSE AS given FROM carbon_estimate
        ) components
        GROUP BY study_id, code
    ) accounts
) c ON c.study_id = m.study_id AND c.code = m.code
LEFT JOIN community_membership b ON b.study_id = m.study_id AND b.code = m.code
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

-- What each space contributes to the connectivity of all, a row a space and threshold.
CREATE VIEW microspace_connectivity AS
SELECT
    s.study_key AS study,
    k.code AS code,
    k.threshold_m AS threshold_m,
    k.dpc AS dpc,
    k.dpc_intra AS dpc_intra,
    k.dpc_flux AS dpc_flux,
    k.dpc_connector AS dpc_connector,
    k.diic AS diic,
    k.diic_intra AS diic_intra,
    k.diic_flux AS diic_flux,
    k.diic_connector AS diic_connector
FROM study s
JOIN space_connectivity k ON k.study_id = s.id;

COMMENT ON VIEW microspace_connectivity IS 'Contributions of each micro-space to PC and IIC in percent, by threshold; columns as in microspace_atlas';

-- H2 forgets the comments on a view's columns when the database is closed; they are kept in a table and given to the view
-- anew whenever the database is opened. A column that has none defined makes the migration fail.
DELETE FROM microspace_atlas_columns;

INSERT INTO microspace_atlas_columns (ordinal_position, column_name, definition)
SELECT made.ordinal_position, made.column_name, defined.definition
FROM (
    SELECT ordinal_position, LOWER(column_name) AS column_name
    FROM information_schema.columns
    WHERE table_schema = SCHEMA() AND table_name = 'MICROSPACE_ATLAS'
) made
LEFT JOIN (VALUES
    ('study', 'Key of the study'),
    ('code', 'Code of the micro-space, unique within the study'),
    ('name', 'Name of the micro-space; may be empty'),
    ('community', 'Community the micro-space lies in'),
    ('sampled', 'True for spaces under study, false for neighbours that only count in connectivity'),
    ('area_m2', 'Area of the polygon without its holes, in m2, measured in the metric CRS of the study'),
    ('perimeter_m', 'Length of the boundary including holes, in m'),
    ('green_ratio', 'Area of the space under green surfaces (their union) / area of the space, fraction 0 to 1'),
    ('hard_ratio', 'Area of the space under hard surfaces that are not under green ones / area of the space, fraction 0 to 1'),
    ('road_length_15m_m', 'Length in m of the road parts within 15 m of the space, the space included; null when radius_m is not 15'),
    ('road_density_15m', 'road_length_15m_m / area of the 15 m zone (or of the space, see road_density_per), in m per m2; null when radius_m is not 15'),
    ('neighbours_15m', 'Number of other micro-spaces whose edge is at most 15 m from the edge of this one; null when radius_m is not 15'),
    ('connectivity', 'Probability that at least one other space within ten radii is reached: 1 - product of (1 - 2^(-d / radius_m)), d = distance in m, fraction 0 to 1'),
    ('species_richness', 'Number of distinct taxa in the plant records of the space, count'),
    ('canopy_cover', 'Area of the space under tree crowns (their union) / area of the space, fraction 0 to 1'),
    ('canopy_density', 'Crown area / green area within the space (canopy closure over planted land), fraction; above 1 where crowns reach over paving; null without green'),
    ('soil_sink_kg', 'CO2 taken up by soil over period_years, in kg'),
    ('vegetation_sink_kg', 'CO2 taken up by vegetation over period_years, in kg'),
    ('material_emission_kg', 'CO2 emitted by material production and transport, in kg over period_years'),
    ('construction_emission_kg', 'CO2 emitted by site construction and planting, in kg over period_years'),
    ('operation_emission_kg', 'CO2 emitted by green space operation and maintenance, in kg over period_years'),
    ('net_carbon_kg', 'soil_sink_kg + vegetation_sink_kg - material_emission_kg - construction_emission_kg - operation_emission_kg, in kg CO2 over period_years; null when a component is null'),
    ('net_carbon_kg_per_m2', 'net_carbon_kg / area_m2, in kg CO2 per m2 over period_years'),
    ('net_carbon_kg_per_year', 'net_carbon_kg / period_years, mean in kg CO2 per year'),
    ('carbon_positive', 'True when net_carbon_kg > 0: the space takes up more than it emits over period_years'),
    ('shannon', 'Shannon diversity H'' = -sum(p ln p) over the taxa of the space, dimensionless'),
    ('simpson', 'Simpson diversity 1 - sum(p^2), fraction 0 to 1'),
    ('pielou', 'Pielou evenness H'' / ln(species_richness), fraction 0 to 1; null for fewer than two taxa'),
    ('margalef', 'Margalef richness (species_richness - 1) / ln(number of individuals), dimensionless; null for at most one individual'),
    ('radius_m', 'Radius of the distance zone of this row, in m'),
    ('road_density_per', 'What the road density is divided by: ZONE (area of the distance zone) or SPACE (area of the space)'),
    ('connectivity_distance', 'How the distance of the connectivity was measured: EDGE (edge to edge) or NETWORK (along roads)'),
    ('period_years', 'Accounting period of the carbon account, in years'),
    ('road_length_in_radius_m', 'Length in m of the road parts within radius_m of the space, the space included'),
    ('road_density_in_radius', 'road_length_in_radius_m / area of the zone of radius_m (or of the space, see road_density_per), in m per m2'),
    ('neighbours_in_radius', 'Number of other micro-spaces whose edge is at most radius_m from the edge of this one'),
    ('community_code', 'Code of the community the space counts to, found by the analysis from its attribute or location; null when it is in none'),
    ('shape', 'Shape index 0.25 p / sqrt(a): 1 for a square'),
    ('frac', 'Fractal dimension 2 ln(0.25 p) / ln(a), p in m and a in m2'),
    ('para', 'Perimeter / area, in 1/m'),
    ('circle', '1 - area / area of the smallest enclosing circle, fraction 0 to 1'),
    ('core_m2', 'Area deeper than 2 m from the edge, in m2; null when edge_depth_m is not 2'),
    ('cai', '100 core_m2 / area_m2, percent; null when edge_depth_m is not 2'),
    ('gyrate_m', 'Mean distance of the points of the space to its centroid, in m'),
    ('enn_m', 'Distance to the nearest other micro-space, edge to edge, in m'),
    ('prox', 'Sum of area / distance^2 of the other micro-spaces within 150 m, distance at least 1 m; null when search_radius_m is not 150'),
    ('core_at_depth_m2', 'Area deeper than edge_depth_m from the edge, in m2'),
    ('cai_at_depth', '100 core_at_depth_m2 / area_m2, percent'),
    ('prox_in_search_radius', 'Sum of area / distance^2 of the other micro-spaces within search_radius_m, distance at least 1 m'),
    ('edge_depth_m', 'Depth of the edge that is no core, in m'),
    ('search_radius_m', 'Reach of the proximity index, in m'),
    ('road_nodes_in_radius', 'Nodes v of the road network in the zone of radius_m: junctions, dead ends, ends at the edge of the zone'),
    ('road_edges_in_radius', 'Edges e of that network: streets between nodes'),
    ('road_components_in_radius', 'Connected parts p of that network'),
    ('network_alpha_in_radius', '(e - v + p) / (2 v - 5) of that network; null for v <= 2'),
    ('network_beta_in_radius', 'e / v of that network; null for v <= 2'),
    ('network_gamma_in_radius', 'e / (3 (v - 2)) of that network; null for v <= 2'),
    ('street_density_in_radius_m_per_km2', 'Road length in the zone of radius_m / its area, in m per km2'),
    ('junction_density_in_radius_per_km2', 'Junctions of three or more streets in the zone of radius_m / its area, per km2'),
    ('threshold_m', 'First threshold of the connectivity indices, in m; those of all thresholds are in microspace_connectivity'),
    ('dpc', 'Loss of the probability of connectivity (p = 0.5 at threshold_m) without the space, percent'),
    ('dpc_intra', 'Part of dpc by the own area of the space, percent'),
    ('dpc_flux', 'Part of dpc by the flux from and to the space, percent'),
    ('dpc_connector', 'Part of dpc as a stepping stone between others, percent'),
    ('diic', 'Loss of the integral index of connectivity (links up to threshold_m) without the space, percent'),
    ('diic_intra', 'Part of diic by the own area of the space, percent'),
    ('diic_flux', 'Part of diic by the flux from and to the space, percent'),
    ('diic_connector', 'Part of diic as a stepping stone between others, percent'),
    ('net_carbon_local_moran', 'Local Moran''s I of net_carbon_kg among the sampled spaces: positive among alike neighbours, negative among unlike ones, dimensionless'),
    ('net_carbon_cluster', 'Class of net_carbon_local_moran at p <= 0.05: high-high, low-low, high-low, low-high or not significant'),
    ('net_carbon_gi_star_z', 'Getis-Ord Gi* of net_carbon_kg among the sampled spaces, standard score: positive where high values gather, negative where low ones do'),
    ('net_carbon_spatial_p', 'Two-sided p of net_carbon_local_moran and net_carbon_gi_star_z by conditional permutation'),
    ('net_carbon_hot_spot', 'Class of net_carbon_gi_star_z by its p: hot or cold 90, 95 or 99 %, or not significant'),
    ('geometry', 'Polygon or multi-polygon of the micro-space, EPSG:4326 (longitude, latitude in degrees)')
) defined (column_name, definition) ON defined.column_name = made.column_name;

-- Communities with what their sampled micro-spaces add up to: indices are means weighted by area, accounts are sums; how
-- many spaces have a value stands beside each, for a space without one is left out.
CREATE VIEW community_atlas AS
SELECT
    s.study_key AS study,
    k.code AS code,
    c.name AS name,
    c.persons AS persons,
    c.households AS households,
    c.floor_area_m2 AS floor_area_m2,
    COALESCE(r.spaces, 0) AS spaces,
    COALESCE(r.sampled_spaces, 0) AS sampled_spaces,
    r.area_m2 AS area_m2,
    r.green_ratio AS green_ratio,
    COALESCE(r.green_ratio_spaces, 0) AS green_ratio_spaces,
    r.hard_ratio AS hard_ratio,
    COALESCE(r.hard_ratio_spaces, 0) AS hard_ratio_spaces,
    r.road_density_in_radius AS road_density_in_radius,
    COALESCE(r.road_density_in_radius_spaces, 0) AS road_density_in_radius_spaces,
    r.connectivity AS connectivity,
    COALESCE(r.connectivity_spaces, 0) AS connectivity_spaces,
    r.species_richness AS species_richness,
    COALESCE(r.species_richness_spaces, 0) AS species_richness_spaces,
    r.canopy_cover AS canopy_cover,
    COALESCE(r.canopy_cover_spaces, 0) AS canopy_cover_spaces,
    r.canopy_density AS canopy_density,
    COALESCE(r.canopy_density_spaces, 0) AS canopy_density_spaces,
    r.shannon AS shannon,
    COALESCE(r.shannon_spaces, 0) AS shannon_spaces,
    r.simpson AS simpson,
    COALESCE(r.simpson_spaces, 0) AS simpson_spaces,
    r.pielou AS pielou,
    COALESCE(r.pielou_spaces, 0) AS pielou_spaces,
    r.margalef AS margalef,
    COALESCE(r.margalef_spaces, 0) AS margalef_spaces,
    r.soil_sink_kg AS soil_sink_kg,
    COALESCE(r.soil_sink_kg_spaces, 0) AS soil_sink_kg_spaces,
    r.vegetation_sink_kg AS vegetation_sink_kg,
    COALESCE(r.vegetation_sink_kg_spaces, 0) AS vegetation_sink_kg_spaces,
    r.material_emission_kg AS material_emission_kg,
    COALESCE(r.material_emission_kg_spaces, 0) AS material_emission_kg_spaces,
    r.construction_emission_kg AS construction_emission_kg,
    COALESCE(r.construction_emission_kg_spaces, 0) AS construction_emission_kg_spaces,
    r.operation_emission_kg AS operation_emission_kg,
    COALESCE(r.operation_emission_kg_spaces, 0) AS operation_emission_kg_spaces,
    r.net_carbon_kg AS net_carbon_kg,
    COALESCE(r.net_carbon_kg_spaces, 0) AS net_carbon_kg_spaces,
    r.net_carbon_kg / r.accounted_area_m2 AS net_carbon_kg_per_m2,
    CASE WHEN r.accounted_spaces IS NOT NULL THEN r.carbon_positive_spaces END AS carbon_positive_spaces,
    CAST(r.carbon_positive_spaces AS double precision) / r.accounted_spaces AS carbon_positive_share,
    r.net_carbon_kg_spaces = r.sampled_spaces AS accounts_complete,
    c.geometry AS geometry
FROM study s
JOIN (
    SELECT study_id, code FROM community
    UNION
    SELECT study_id, community FROM community_membership WHERE community IS NOT NULL
) k ON k.study_id = s.id
LEFT JOIN community c ON c.study_id = k.study_id AND c.code = k.code
LEFT JOIN (
    SELECT study, community_code,
        COUNT(*) AS spaces,
        COUNT(CASE WHEN sampled THEN 1 END) AS sampled_spaces,
        SUM(CASE WHEN sampled THEN area_m2 END) AS area_m2,
        SUM(CASE WHEN sampled THEN green_ratio * area_m2 END)
            / NULLIF(SUM(CASE WHEN sampled AND green_ratio IS NOT NULL THEN area_m2 END), 0) AS green_ratio,
        COUNT(CASE WHEN sampled THEN green_ratio END) AS green_ratio_spaces,
        SUM(CASE WHEN sampled THEN hard_ratio * area_m2 END)
            / NULLIF(SUM(CASE WHEN sampled AND hard_ratio IS NOT NULL THEN area_m2 END), 0) AS hard_ratio,
        COUNT(CASE WHEN sampled THEN hard_ratio END) AS hard_ratio_spaces,
        SUM(CASE WHEN sampled THEN road_density_in_radius * area_m2 END)
            / NULLIF(SUM(CASE WHEN sampled AND road_density_in_radius IS NOT NULL THEN area_m2 END), 0) AS road_density_in_radius,
        COUNT(CASE WHEN sampled THEN road_density_in_radius END) AS road_density_in_radius_spaces,
        SUM(CASE WHEN sampled THEN connectivity * area_m2 END)
            / NULLIF(SUM(CASE WHEN sampled AND connectivity IS NOT NULL THEN area_m2 END), 0) AS connectivity,
        COUNT(CASE WHEN sampled THEN connectivity END) AS connectivity_spaces,
        SUM(CASE WHEN sampled THEN species_richness * area_m2 END)
            / NULLIF(SUM(CASE WHEN sampled AND species_richness IS NOT NULL THEN area_m2 END), 0) AS species_richness,
        COUNT(CASE WHEN sampled THEN species_richness END) AS species_richness_spaces,
        SUM(CASE WHEN sampled THEN canopy_cover * area_m2 END)
            / NULLIF(SUM(CASE WHEN sampled AND canopy_cover IS NOT NULL THEN area_m2 END), 0) AS canopy_cover,
        COUNT(CASE WHEN sampled THEN canopy_cover END) AS canopy_cover_spaces,
        SUM(CASE WHEN sampled THEN canopy_density * area_m2 END)
            / NULLIF(SUM(CASE WHEN sampled AND canopy_density IS NOT NULL THEN area_m2 END), 0) AS canopy_density,
        COUNT(CASE WHEN sampled THEN canopy_density END) AS canopy_density_spaces,
        SUM(CASE WHEN sampled THEN shannon * area_m2 END)
            / NULLIF(SUM(CASE WHEN sampled AND shannon IS NOT NULL THEN area_m2 END), 0) AS shannon,
        COUNT(CASE WHEN sampled THEN shannon END) AS shannon_spaces,
        SUM(CASE WHEN sampled THEN simpson * area_m2 END)
            / NULLIF(SUM(CASE WHEN sampled AND simpson IS NOT NULL THEN area_m2 END), 0) AS simpson,
        COUNT(CASE WHEN sampled THEN simpson END) AS simpson_spaces,
        SUM(CASE WHEN sampled THEN pielou * area_m2 END)
            / NULLIF(SUM(CASE WHEN sampled AND pielou IS NOT NULL THEN area_m2 END), 0) AS pielou,
        COUNT(CASE WHEN sampled THEN pielou END) AS pielou_spaces,
        SUM(CASE WHEN sampled THEN margalef * area_m2 END)
            / NULLIF(SUM(CASE WHEN sampled AND margalef IS NOT NULL THEN area_m2 END), 0) AS margalef,
        COUNT(CASE WHEN sampled THEN margalef END) AS margalef_spaces,
        CAST(SUM(CAST(CASE WHEN sampled THEN soil_sink_kg END AS decfloat)) AS double precision) AS soil_sink_kg,
        COUNT(CASE WHEN sampled THEN soil_sink_kg END) AS soil_sink_kg_spaces,
        CAST(SUM(CAST(CASE WHEN sampled THEN vegetation_sink_kg END AS decfloat)) AS double precision) AS vegetation_sink_kg,
        COUNT(CASE WHEN sampled THEN vegetation_sink_kg END) AS vegetation_sink_kg_spaces,
        CAST(SUM(CAST(CASE WHEN sampled THEN material_emission_kg END AS decfloat)) AS double precision) AS material_emission_kg,
        COUNT(CASE WHEN sampled THEN material_emission_kg END) AS material_emission_kg_spaces,
        CAST(SUM(CAST(CASE WHEN sampled THEN construction_emission_kg END AS decfloat)) AS double precision) AS construction_emission_kg,
        COUNT(CASE WHEN sampled THEN construction_emission_kg END) AS construction_emission_kg_spaces,
        CAST(SUM(CAST(CASE WHEN sampled THEN operation_emission_kg END AS decfloat)) AS double precision) AS operation_emission_kg,
        COUNT(CASE WHEN sampled THEN operation_emission_kg END) AS operation_emission_kg_spaces,
        CAST(SUM(CAST(CASE WHEN sampled THEN net_carbon_kg END AS decfloat)) AS double precision) AS net_carbon_kg,
        COUNT(CASE WHEN sampled THEN net_carbon_kg END) AS net_carbon_kg_spaces,
        NULLIF(SUM(CASE WHEN sampled AND net_carbon_kg IS NOT NULL THEN area_m2 END), 0) AS accounted_area_m2,
        NULLIF(COUNT(CASE WHEN sampled THEN net_carbon_kg END), 0) AS accounted_spaces,
        COUNT(CASE WHEN sampled AND carbon_positive THEN 1 END) AS carbon_positive_spaces
    FROM microspace_atlas
    WHERE community_code IS NOT NULL
    GROUP BY study, community_code
) r ON r.study = s.study_key AND r.community_code = k.code;

COMMENT ON VIEW community_atlas IS 'Communities of a study with their sampled micro-spaces rolled up: means weighted by area, sums of carbon accounts';

DELETE FROM community_atlas_columns;

INSERT INTO community_atlas_columns (ordinal_position, column_name, definition)
SELECT made.ordinal_position, made.column_name, defined.definition
FROM (
    SELECT ordinal_position, LOWER(column_name) AS column_name
    FROM information_schema.columns
    WHERE table_schema = SCHEMA() AND table_name = 'COMMUNITY_ATLAS'
) made
LEFT JOIN (VALUES
    ('study', 'Key of the study'),
    ('code', 'Code of the community; of one that only spaces name, its name'),
    ('name', 'Name of the community; null when only spaces name it'),
    ('persons', 'Residents'),
    ('households', 'Households'),
    ('floor_area_m2', 'Floor area of its buildings, in m2'),
    ('spaces', 'Number of its micro-spaces, sampled or not'),
    ('sampled_spaces', 'Number of its sampled micro-spaces: all further columns are about these'),
    ('area_m2', 'Area of the sampled spaces, in m2'),
    ('green_ratio', 'Green ratio: mean of the sampled spaces weighted by area; null when none has a value'),
    ('green_ratio_spaces', 'Number of sampled spaces with a value of green_ratio; the others are left out of the mean'),
    ('hard_ratio', 'Hard ratio: mean of the sampled spaces weighted by area; null when none has a value'),
    ('hard_ratio_spaces', 'Number of sampled spaces with a value of hard_ratio; the others are left out of the mean'),
    ('road_density_in_radius', 'Road density within radius_m: mean of the sampled spaces weighted by area; null when none has a value'),
    ('road_density_in_radius_spaces', 'Number of sampled spaces with a value of road_density_in_radius; the others are left out of the mean'),
    ('connectivity', 'Connectivity: mean of the sampled spaces weighted by area; null when none has a value'),
    ('connectivity_spaces', 'Number of sampled spaces with a value of connectivity; the others are left out of the mean'),
    ('species_richness', 'Species richness: mean of the sampled spaces weighted by area; null when none has a value'),
    ('species_richness_spaces', 'Number of sampled spaces with a value of species_richness; the others are left out of the mean'),
    ('canopy_cover', 'Canopy cover: mean of the sampled spaces weighted by area; null when none has a value'),
    ('canopy_cover_spaces', 'Number of sampled spaces with a value of canopy_cover; the others are left out of the mean'),
    ('canopy_density', 'Canopy density: mean of the sampled spaces weighted by area; null when none has a value'),
    ('canopy_density_spaces', 'Number of sampled spaces with a value of canopy_density; the others are left out of the mean'),
    ('shannon', 'Shannon diversity: mean of the sampled spaces weighted by area; null when none has a value'),
    ('shannon_spaces', 'Number of sampled spaces with a value of shannon; the others are left out of the mean'),
    ('simpson', 'Simpson diversity: mean of the sampled spaces weighted by area; null when none has a value'),
    ('simpson_spaces', 'Number of sampled spaces with a value of simpson; the others are left out of the mean'),
    ('pielou', 'Pielou evenness: mean of the sampled spaces weighted by area; null when none has a value'),
    ('pielou_spaces', 'Number of sampled spaces with a value of pielou; the others are left out of the mean'),
    ('margalef', 'Margalef richness: mean of the sampled spaces weighted by area; null when none has a value'),
    ('margalef_spaces', 'Number of sampled spaces with a value of margalef; the others are left out of the mean'),
    ('soil_sink_kg', 'CO2 taken up by soil: sum of the sampled spaces that have a value, in kg over their accounting period'),
    ('soil_sink_kg_spaces', 'Number of sampled spaces with a value of soil_sink_kg; the others are missing in the sum'),
    ('vegetation_sink_kg', 'CO2 taken up by vegetation: sum of the sampled spaces that have a value, in kg over their accounting period'),
    ('vegetation_sink_kg_spaces', 'Number of sampled spaces with a value of vegetation_sink_kg; the others are missing in the sum'),
    ('material_emission_kg', 'CO2 emitted by material production and transport: sum of the sampled spaces that have a value, in kg over their accounting period'),
    ('material_emission_kg_spaces', 'Number of sampled spaces with a value of material_emission_kg; the others are missing in the sum'),
    ('construction_emission_kg', 'CO2 emitted by site construction and planting: sum of the sampled spaces that have a value, in kg over their accounting period'),
    ('construction_emission_kg_spaces', 'Number of sampled spaces with a value of construction_emission_kg; the others are missing in the sum'),
    ('operation_emission_kg', 'CO2 emitted by operation and maintenance: sum of the sampled spaces that have a value, in kg over their accounting period'),
    ('operation_emission_kg_spaces', 'Number of sampled spaces with a value of operation_emission_kg; the others are missing in the sum'),
    ('net_carbon_kg', 'CO2 taken up less emitted: sum of the sampled spaces that have a value, in kg over their accounting period'),
    ('net_carbon_kg_spaces', 'Number of sampled spaces with a value of net_carbon_kg; the others are missing in the sum'),
    ('net_carbon_kg_per_m2', 'net_carbon_kg / area of the spaces that have one, in kg CO2 per m2'),
    ('carbon_positive_spaces', 'Number of sampled spaces whose net_carbon_kg is above 0; null when none has an account'),
    ('carbon_positive_share', 'carbon_positive_spaces / net_carbon_kg_spaces, fraction 0 to 1'),
    ('accounts_complete', 'True when every sampled space has a net_carbon_kg, so that the sums are those of the whole community'),
    ('geometry', 'Boundary of the community, EPSG:4326 (longitude, latitude in degrees); null without one')
) defined (column_name, definition) ON defined.column_name = made.column_name;
