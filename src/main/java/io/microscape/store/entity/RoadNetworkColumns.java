package io.microscape.store.entity;

import io.microscape.study.RoadNetworkMetrics;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Road network of a micro-space's zone within the row of its indices. */
@Embeddable
public class RoadNetworkColumns implements Stored<RoadNetworkMetrics> {
    @Column(name = "road_nodes")
    private Integer nodes;

    @Column(name = "road_edges")
    private Integer edges;

    @Column(name = "road_components")
    private Integer components;

    @Column(name = "network_alpha")
    private Double alpha;

    @Column(name = "network_beta")
    private Double beta;

    @Column(name = "network_gamma")
    private Double gamma;

    @Column(name = "street_density_m_per_km2")
    private Double streetDensity;

    @Column(name = "junction_density_per_km2")
    private Double junctionDensity;

    @Override
    public RoadNetworkMetrics toDomain() {
        return new RoadNetworkMetrics(nodes, edges, components, alpha, beta, gamma, streetDensity, junctionDensity);
    }
}
