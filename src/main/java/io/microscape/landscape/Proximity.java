package io.microscape.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Edge-to-edge distances between spaces up to a reach, m; 0 where they touch, overlap or one holds the other. Each pair is
 * measured once, the space that comes first in canonical order first, so that both see the same number and the input's
 * order does not change it. Thread-safe after construction.
 */
final class Proximity {
    private final Geometry[] ordered;
    private final HPRtree tree = new HPRtree();
    private final double reach;

    /**
     * @param spaces valid polygons or multi-polygons in canonical order
     * @param reach m
     */
    Proximity(Geometry[] spaces, double reach) {
        this.ordered = spaces.clone();
        this.reach = reach;
        for (int i = 0; i < ordered.length; i++) {
            tree.insert(ordered[i].getEnvelopeInternal(), i);
        }
        tree.build();
    }

    /** A later space in canonical order and its distance, m. */
    record Neighbour(int space, double distance) {}

    /** The spaces after this one in canonical order that are within reach, ascending. */
    Neighbour[] neighboursAfter(int space) {
        Geometry geometry = ordered[space];
        Envelope box = geometry.getEnvelopeInternal().copy();
        box.expandBy(reach);
        List<Integer> candidates = new ArrayList<>();
        tree.query(box, item -> {
            int other = (Integer) item;
            if (other > space
                    && geometry.getEnvelopeInternal().distance(ordered[other].getEnvelopeInternal()) <= reach) {
                candidates.add(other);
            }
        });
        if (candidates.isEmpty()) {
            return new Neighbour[0];
        }
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(geometry);
        IndexedFacetDistance facets = new IndexedFacetDistance(geometry);
        return candidates.stream()
                .sorted()
                .map(other ->
                        new Neighbour(other, prepared.intersects(ordered[other]) ? 0 : facets.distance(ordered[other])))
                .filter(neighbour -> neighbour.distance <= reach)
                .toArray(Neighbour[]::new);
    }

    /** Distances of every space to all spaces within reach, ascending, from what each found after itself. */
    static double[][] distances(Neighbour[][] after) {
        int[] counts = new int[after.length];
        for (int i = 0; i < after.length; i++) {
            counts[i] += after[i].length;
            for (Neighbour neighbour : after[i]) {
                counts[neighbour.space]++;
            }
        }
        double[][] distances = new double[after.length][];
        for (int i = 0; i < after.length; i++) {
            distances[i] = new double[counts[i]];
        }
        for (int i = 0; i < after.length; i++) {
            for (Neighbour neighbour : after[i]) {
                distances[i][--counts[i]] = neighbour.distance;
                distances[neighbour.space][--counts[neighbour.space]] = neighbour.distance;
            }
        }
        for (double[] ofSpace : distances) {
            Arrays.sort(ofSpace);
        }
        return distances;
    }
}
