package io.microscape.statistics;

import io.microscape.study.NeighbourRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
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
                .mapToObj(i -> new Item(
                        i, geometries.get(i), geometries.get(i).getCentroid().getCoordinate()))
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
        Distances distances = new Distances(item);
        double reach = within ? rule.value() : reach(tree, distances, wanted);
        Envelope area = new Envelope(item.geometry.getEnvelopeInternal());
        area.expandBy(reach);
        List<Neighbour> near = new ArrayList<>();
        for (Object found : tree.query(area)) {
            Item other = (Item) found;
            double distance = distances.to(other);
            if (distance <= reach) {
                near.add(new Neighbour(other.place, distance, other.centroid.distance(item.centroid)));
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

    /** Within which the wanted number of neighbours lie for sure: those of the nearest boxes do. */
    private static double reach(STRtree tree, Distances distances, int wanted) {
        double reach = 0;
        if (wanted > 0) {
            Item from = distances.from;
            for (Object found : tree.nearestNeighbour(
                    from.geometry.getEnvelopeInternal(), from, SpatialWeights::betweenBoxes, wanted)) {
                reach = Math.max(reach, distances.to((Item) found));
            }
        }
        return reach;
    }

    /** Of an item to itself, farther than to any other. */
    private static double betweenBoxes(ItemBoundable one, ItemBoundable other) {
        return one.getItem() == other.getItem()
                ? Double.MAX_VALUE
                : ((Envelope) one.getBounds()).distance((Envelope) other.getBounds());
    }

    private record Item(int place, Geometry geometry, Coordinate centroid) {}

    /** Edge-to-edge distances of one item, each measured once, since it costs the product of the numbers of vertices. */
    private static final class Distances {
        private final Item from;
        private final Map<Integer, Double> measured = new HashMap<>();

        Distances(Item from) {
            this.from = from;
        }

        /** Of the item to itself, farther than to any other. */
        double to(Item other) {
            return measured.computeIfAbsent(
                    other.place,
                    place -> place == from.place ? Double.MAX_VALUE : from.geometry.distance(other.geometry));
        }
    }

    private record Neighbour(int place, double distance, double betweenCentroids) {}
}
