package io.microscape.statistics;

import io.microscape.study.NeighbourRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Who is whose neighbour. Weights are row-standardised: each of k neighbours weighs 1/k. Own code: JTS has the tree and the
 * distances, but no weights.
 */
public final class SpatialWeights {
    private final int[][] neighbours;

    private SpatialWeights(int[][] neighbours) {
        this.neighbours = neighbours;
    }

    /** Weights from lists of neighbours: for each place, the places of its neighbours, itself not among them. */
    public static SpatialWeights ofNeighbours(int[][] neighbours) {
        return new SpatialWeights(neighbours);
    }

    /**
     * Neighbours by edge-to-edge distance. Of spaces equally far, the one whose centroid is nearer comes first, and then
     * the one earlier in the list: the result does not depend on chance. O(n log n) for scattered spaces.
     *
     * @param geometries outlines in a metric CRS
     */
    public static SpatialWeights of(List<Geometry> geometries, NeighbourRule rule) {
        List<Item> items = IntStream.range(0, geometries.size())
                .mapToObj(i -> new Item(i, geometries.get(i)))
                .toList();
        STRtree tree = new STRtree();
        items.forEach(item -> tree.insert(item.geometry.getEnvelopeInternal(), item));
        tree.build();
        return new SpatialWeights(items.parallelStream()
                .map(item -> neighbours(tree, item, items.size(), rule))
                .toArray(int[][]::new));
    }

    /** Number of spaces. */
    public int size() {
        return neighbours.length;
    }

    /** Number of neighbours of a space. */
    public int count(int i) {
        return neighbours[i].length;
    }

    /** How many spaces have no neighbour. */
    public int islands() {
        return (int) IntStream.range(0, size()).filter(i -> count(i) == 0).count();
    }

    /** Sum of the values of a space's neighbours. */
    double sum(int i, double[] values) {
        double sum = 0;
        for (int j : neighbours[i]) {
            sum += values[j];
        }
        return sum;
    }

    /** Mean of the values of a space's neighbours (the spatial lag); 0 without neighbours, as their weights are. */
    double lag(int i, double[] values) {
        return count(i) == 0 ? 0 : sum(i, values) / count(i);
    }

    private static int[] neighbours(STRtree tree, Item item, int size, NeighbourRule rule) {
        boolean within = rule.kind() == NeighbourRule.Kind.WITHIN;
        int wanted = within ? size - 1 : (int) Math.min(rule.value(), size - 1.0);
        double reach = within ? rule.value() : reach(tree, item, wanted);
        Envelope area = new Envelope(item.geometry.getEnvelopeInternal());
        area.expandBy(reach);
        Point centre = item.geometry.getCentroid();
        List<Neighbour> near = new ArrayList<>();
        for (Object found : tree.query(area)) {
            Item other = (Item) found;
            double distance = item.distanceTo(other);
            if (distance <= reach) {
                near.add(new Neighbour(
                        other.place, distance, other.geometry.getCentroid().distance(centre)));
            }
        }
        return near.stream()
                .sorted(Comparator.comparingDouble(Neighbour::distance)
                        .thenComparingDouble(Neighbour::betweenCentroids)
                        .thenComparingInt(Neighbour::place))
                .limit(wanted)
                .mapToInt(Neighbour::place)
                .toArray();
    }

    /** Distance of the last of the nearest neighbours. */
    private static double reach(STRtree tree, Item item, int wanted) {
        double reach = 0;
        if (wanted > 0) {
            for (Object found :
                    tree.nearestNeighbour(item.geometry.getEnvelopeInternal(), item, SpatialWeights::between, wanted)) {
                reach = Math.max(reach, item.distanceTo((Item) found));
            }
        }
        return reach;
    }

    private static double between(ItemBoundable one, ItemBoundable other) {
        return ((Item) one.getItem()).distanceTo((Item) other.getItem());
    }

    private record Item(int place, Geometry geometry) {
        /** Edge to edge; of an item to itself, farther than any other. */
        double distanceTo(Item other) {
            return other.place == place ? Double.MAX_VALUE : geometry.distance(other.geometry);
        }
    }

    private record Neighbour(int place, double distance, double betweenCentroids) {}
}
