-- Local Moran's I and Getis-Ord Gi* of a value of the spaces; what they were computed with stands beside them.
CREATE TABLE spatial_statistic (
    study_id         bigint NOT NULL REFERENCES study ON DELETE CASCADE,
    variable         varchar(64) NOT NULL,
    code             varchar(255) COLLATE "C" NOT NULL,
    neighbour_rule   varchar(16) NOT NULL,
    neighbour_value  double precision NOT NULL,
    permutations     integer NOT NULL,
    seed             bigint NOT NULL,
    neighbours       integer NOT NULL,
    local_moran      double precision,
    gi_star_z        double precision,
    p                double precision,
    cluster          varchar(16),
    hot_spot         varchar(16),
    PRIMARY KEY (study_id, variable, code)
);
