package io.microscape.landscape.patch;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * How far other spaces are, edge to edge; 0 where they touch or overlap.
 *
 * <ul>
 *   <li>{@link #nearest}: {@code enn_m}, distance to the nearest other space, however far, m
 *   <li>{@link #proximity}: {@code prox} = Σ a_j / max(d_j, 1 m)² over the other spaces with d_j within the search radius,
 *       without unit; 0 when there is none. The floor of 1 m is there because a vector distance can be 0
 * </ul>
 *
 * Source: FRAGSTATS 4 (ENN, PROX; there from cell centre to cell centre). Thread-safe after construction.
 */
public final class Isolation {
    private static final double LEAST_DISTANCE_M = 1;

    private final Geometry[] ordered;
    private final STRtree tree = new STRtree();

    /** @param spaces valid polygons or multi-polygons in canonical order: sums run in it */
    public Isolation(Geometry[] spaces) {
        this.ordered = spaces.clone();
        for (int i = 0; i < ordered.length; i++) {
            tree.insert(ordered[i].getEnvelopeInternal(), i);
        }
        tree.build();
    }

    /** Distance to the nearest other space, m; infinite when there is no other. */
    public double nearest(int space) {
        if (ordered.length < 2) {
            return Double.POSITIVE_INFINITY;
        }
        Object nearest = tree.nearestNeighbour(
                ordered[space].getEnvelopeInternal(), space, (ItemBoundable a, ItemBoundable b) -> {
                    int one = (Integer) a.getItem();
                    int other = (Integer) b.getItem();
                    return one == other ? Double.POSITIVE_INFINITY : distance(one, other);
                });
        return distance(space, (Integer) nearest);
    }

    /** @param searchRadius m */
    public double proximity(int space, double searchRadius) {
        return near(space, searchRadius)
                .mapToDouble(other -> term(ordered[other].getArea(), distance(space, other), searchRadius))
                .reduce(0, Double::sum);
    }

    /** Number of the spaces later in the order that are at most that far, m. */
    public long joinedAfter(int space, double threshold) {
        return near(space, threshold)
                .filter(other -> other > space && distance(space, other) <= threshold)
                .count();
    }

    /** Other spaces whose boxes are near, ascending. */
    private IntStream near(int space, double reach) {
        Envelope box = ordered[space].getEnvelopeInternal().copy();
        box.expandBy(reach);
        IntStream.Builder candidates = IntStream.builder();
        tree.query(box, item -> candidates.add((Integer) item));
        return candidates.build().filter(other -> other != space).sorted();
    }

    private static double term(double area, double distance, double searchRadius) {
        double counted = Math.max(distance, LEAST_DISTANCE_M);
        return distance <= searchRadius ? area / (counted * counted) : 0;
    }

    /** The same number for both directions. */
    private double distance(int one, int other) {
        return ordered[Math.min(one, other)].distance(ordered[Math.max(one, other)]);
    }
}
