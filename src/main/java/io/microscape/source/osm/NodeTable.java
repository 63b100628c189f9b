package io.microscape.source.osm;

import io.microscape.crs.CoordinateTransform;
import java.util.Arrays;
import java.util.BitSet;
import org.locationtech.jts.geom.Coordinate;

/**
 * Places of the nodes that are needed, packed in arrays: 20 bytes a node where a map of objects takes over 100. Nodes may
 * come in any order; of several versions the highest counts.
 */
final class NodeTable {
    private final long[] ids;
    private final double[] lonLat;
    private final int[] versions;
    private final BitSet trees = new BitSet();

    /** @param ids ids that are needed, ascending, each once */
    NodeTable(long[] ids) {
        this.ids = ids;
        this.lonLat = new double[Math.multiplyExact(ids.length, 2)];
        Arrays.fill(lonLat, Double.NaN);
        this.versions = new int[ids.length];
    }

    /** Keeps the node's place if it is needed. A deleted node loses the place it had. */
    void put(OsmNode node, boolean tree) {
        int index = Arrays.binarySearch(ids, node.id());
        if (index < 0 || node.version() < versions[index]) {
            return;
        }
        versions[index] = node.version();
        boolean known = !node.deleted() && !Double.isNaN(node.lon()) && !Double.isNaN(node.lat());
        lonLat[2 * index] = known ? node.lon() : Double.NaN;
        lonLat[2 * index + 1] = known ? node.lat() : Double.NaN;
        trees.set(index, tree && known);
    }

    /** Takes all places into EPSG:4326. */
    void transform(CoordinateTransform transform) {
        for (int index = 0; index < ids.length; index++) {
            if (!Double.isNaN(lonLat[2 * index])) {
                transform.apply(lonLat, 2 * index, 1);
            }
        }
    }

    /** The node's place, or null when the file does not have it. */
    Coordinate get(long id) {
        int index = Arrays.binarySearch(ids, id);
        return index < 0 || Double.isNaN(lonLat[2 * index])
                ? null
                : new Coordinate(lonLat[2 * index], lonLat[2 * index + 1]);
    }

    /** Places of the nodes in order; null for those that the file does not have. */
    Coordinate[] get(long[] nodes) {
        Coordinate[] places = new Coordinate[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            places[i] = get(nodes[i]);
        }
        return places;
    }

    /** Whether the node is a tree by itself. */
    boolean tree(long id) {
        int index = Arrays.binarySearch(ids, id);
        return index >= 0 && trees.get(index);
    }
}
