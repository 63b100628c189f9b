package io.microscape.study;

/**
 * The road network in the distance zone of one micro-space. A null value has its reason in
 * {@link LandscapeIndices#reasons()}.
 *
 * @param nodes v: junctions, dead ends, and ends where a road leaves the zone
 * @param edges e: streets between nodes
 * @param components p: connected parts
 * @param alpha (e − v + p)/(2v − 5), share of the circuits that a planar network of v nodes can have
 * @param beta e/v, edges a node
 * @param gamma e/(3(v − 2)), share of the edges that a planar network of v nodes can have
 * @param streetDensity road length over the zone's area, m per km²
 * @param junctionDensity nodes where three or more streets meet over the zone's area, per km²
 */
public record RoadNetworkMetrics(
        Integer nodes,
        Integer edges,
        Integer components,
        Double alpha,
        Double beta,
        Double gamma,
        Double streetDensity,
        Double junctionDensity) {}
