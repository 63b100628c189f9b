-- Metrics beside the basic indices: what a study asks for, its parameters beside the results, and the results. The metrics
-- of a space stand in the row of its indices; connectivity has a row a threshold.

ALTER TABLE study ADD COLUMN metrics varchar;
ALTER TABLE study ADD COLUMN edge_depth_m double precision;
ALTER TABLE study ADD COLUMN search_radius_m double precision;
ALTER TABLE study ADD COLUMN thresholds_m varchar;
ALTER TABLE study ADD COLUMN landscape_area_m2 double precision;
UPDATE study SET metrics = 'BASIC', edge_depth_m = 2, search_radius_m = 10 * radius_m,
    thresholds_m = CAST(10 * radius_m AS varchar);
ALTER TABLE study ALTER COLUMN metrics SET NOT NULL;
ALTER TABLE study ALTER COLUMN edge_depth_m SET NOT NULL;
ALTER TABLE study ALTER COLUMN search_radius_m SET NOT NULL;
ALTER TABLE study ALTER COLUMN thresholds_m SET NOT NULL;

ALTER TABLE landscape_indices ADD COLUMN metrics varchar;
ALTER TABLE landscape_indices ADD COLUMN edge_depth_m double precision;
ALTER TABLE landscape_indices ADD COLUMN search_radius_m double precision;
ALTER TABLE landscape_indices ADD COLUMN thresholds_m varchar;
ALTER TABLE landscape_indices ADD COLUMN landscape_area_m2 double precision;
UPDATE landscape_indices SET metrics = 'BASIC', edge_depth_m = 2, search_radius_m = 10 * radius_m,
    thresholds_m = CAST(10 * radius_m AS varchar);
ALTER TABLE landscape_indices ALTER COLUMN metrics SET NOT NULL;
ALTER TABLE landscape_indices ALTER COLUMN edge_depth_m SET NOT NULL;
ALTER TABLE landscape_indices ALTER COLUMN search_radius_m SET NOT NULL;
ALTER TABLE landscape_indices ALTER COLUMN thresholds_m SET NOT NULL;

ALTER TABLE landscape_indices ADD COLUMN shape double precision;
ALTER TABLE landscape_indices ADD COLUMN frac double precision;
ALTER TABLE landscape_indices ADD COLUMN para double precision;
ALTER TABLE landscape_indices ADD COLUMN circle double precision;
ALTER TABLE landscape_indices ADD COLUMN core_m2 double precision;
ALTER TABLE landscape_indices ADD COLUMN cai double precision;
ALTER TABLE landscape_indices ADD COLUMN gyrate_m double precision;
ALTER TABLE landscape_indices ADD COLUMN enn_m double precision;
ALTER TABLE landscape_indices ADD COLUMN prox double precision;
ALTER TABLE landscape_indices ADD COLUMN road_nodes integer;
ALTER TABLE landscape_indices ADD COLUMN road_edges integer;
ALTER TABLE landscape_indices ADD COLUMN road_components integer;
ALTER TABLE landscape_indices ADD COLUMN network_alpha double precision;
ALTER TABLE landscape_indices ADD COLUMN network_beta double precision;
ALTER TABLE landscape_indices ADD COLUMN network_gamma double precision;
ALTER TABLE landscape_indices ADD COLUMN street_density_m_per_km2 double precision;
ALTER TABLE landscape_indices ADD COLUMN junction_density_per_km2 double precision;

CREATE TABLE space_connectivity (
    study_id       bigint NOT NULL REFERENCES study ON DELETE CASCADE,
    code           varchar(255) COLLATE "C" NOT NULL,
    threshold_m    double precision NOT NULL,
    dpc            double precision NOT NULL,
    dpc_intra      double precision NOT NULL,
    dpc_flux       double precision NOT NULL,
    dpc_connector  double precision NOT NULL,
    diic           double precision NOT NULL,
    diic_intra     double precision NOT NULL,
    diic_flux      double precision NOT NULL,
    diic_connector double precision NOT NULL,
    PRIMARY KEY (study_id, code, threshold_m)
);

CREATE TABLE study_connectivity (
    study_id          bigint NOT NULL REFERENCES study ON DELETE CASCADE,
    threshold_m       double precision NOT NULL,
    space_count       integer NOT NULL,
    connect           double precision,
    pc                double precision,
    iic               double precision,
    ec_pc_m2          double precision,
    ec_iic_m2         double precision,
    landscape_area_m2 double precision,
    reasons_json      varchar,
    PRIMARY KEY (study_id, threshold_m)
);
