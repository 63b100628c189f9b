package io.microscape.study;

/**
 * Shape, core and isolation of one micro-space, the vector definitions of FRAGSTATS 4. A null value has its reason in
 * {@link LandscapeIndices#reasons()}.
 *
 * @param shape 0.25 p/√a: 1 for a square, √π/2 for a disc
 * @param frac fractal dimension 2 ln(0.25 p)/ln a
 * @param para perimeter over area, 1/m
 * @param circle 1 − area over that of the smallest enclosing circle, 0 to 1
 * @param coreM2 area deeper than the edge depth, m²
 * @param cai 100 core/area, percent
 * @param gyrateM mean distance of the space's points to its centroid, m
 * @param ennM distance to the nearest other space, edge to edge, m
 * @param prox Σ a_j / max(d_j, 1 m)² over the other spaces within the search radius
 */
public record PatchMetrics(
        Double shape,
        Double frac,
        Double para,
        Double circle,
        Double coreM2,
        Double cai,
        Double gyrateM,
        Double ennM,
        Double prox) {}
