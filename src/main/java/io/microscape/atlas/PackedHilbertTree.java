package io.microscape.atlas;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.wololo.flatgeobuf.NodeItem;
import org.wololo.flatgeobuf.PackedRTree;

/**
 * The packed Hilbert R-tree of FlatGeobuf: items sorted along a Hilbert curve, every sixteen under one node, the nodes laid
 * out level by level from the root. Own code for building and searching because the library's keeps several objects an
 * item and a hit; the Hilbert value itself is the library's.
 */
final class PackedHilbertTree {
    /** Children of a node, as other writers have it. */
    static final int NODE_SIZE = 16;

    private static final int NODE_BYTES = 40;
    private static final int HILBERT_MAX = (1 << 16) - 1;

    /** minX, minY, maxX, maxY of every node in the order of the file, root first. */
    private final double[] boxes;

    private final int[] levels;
    private final int[] order;

    private PackedHilbertTree(double[] envelopes, int[] order) {
        this.order = order;
        this.levels = order.length == 0 ? new int[0] : levelStarts(order.length);
        this.boxes = order.length == 0 ? new double[0] : new double[levels[0] + order.length << 2];
        if (order.length > 0) {
            fillLeaves(envelopes, levels[0]);
            for (int level = 1; level < levels.length; level++) {
                fillParents(levels[level], levels[level - 1], levels[level - 1] + levelSize(level - 1));
            }
        }
    }

    /**
     * Sorts items along the curve; items of equal value stay in their order. The tree keeps 38 bytes an item.
     *
     * @param envelopes minX, minY, maxX, maxY of each item
     * @param count items
     * @param extent envelope of all of them
     */
    static PackedHilbertTree sort(double[] envelopes, int count, Envelope extent) {
        long[] keys = new long[count];
        for (int item = 0; item < count; item++) {
            int at = item * 4;
            NodeItem box = new NodeItem(envelopes[at], envelopes[at + 1], envelopes[at + 2], envelopes[at + 3]);
            long hilbert = PackedRTree.hibert(
                    box, HILBERT_MAX, extent.getMinX(), extent.getMinY(), extent.getWidth(), extent.getHeight());
            // values are unsigned 32-bit numbers: flipping the top bit keeps their order in a signed sort
            keys[item] = (hilbert ^ 0x8000_0000L) << Integer.SIZE | item;
        }
        Arrays.sort(keys);
        return new PackedHilbertTree(
                envelopes, Arrays.stream(keys).mapToInt(key -> (int) key).toArray());
    }

    /** The item that stands at that place of the file. */
    int itemAt(int place) {
        return order[place];
    }

    /**
     * Writes the tree; nothing when there are no items.
     *
     * @param lengths bytes of each item's feature, from which the offsets of the leaves follow
     */
    void write(OutputStream out, int[] lengths) throws IOException {
        ByteBuffer node = ByteBuffer.allocate(NODE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int level = levels.length - 1; level >= 0; level--) {
            long offset = level == 0 ? 0 : levels[level - 1];
            for (int i = 0; i < levelSize(level); i++) {
                int at = (levels[level] + i) * 4;
                node.clear();
                node.putDouble(boxes[at]).putDouble(boxes[at + 1]).putDouble(boxes[at + 2]);
                node.putDouble(boxes[at + 3]).putLong(offset);
                out.write(node.array());
                offset += level == 0 ? lengths[order[i]] : NODE_SIZE;
            }
        }
    }

    /** Bytes of the tree of so many items. */
    static long bytes(int items) {
        return items == 0 ? 0 : (long) (levelStarts(items)[0] + items) * NODE_BYTES;
    }

    /** Told of an item that a search meets: its offset from the first feature and its envelope. */
    @FunctionalInterface
    interface Hit {
        void at(long offset, double minX, double minY, double maxX, double maxY);
    }

    /**
     * Hands over the items whose envelopes meet the box, in file order.
     *
     * @param tree the tree's bytes, little endian, from position 0
     * @param items items of the tree
     */
    static void search(ByteBuffer tree, int items, Envelope box, Hit action) {
        if (items > 0) {
            new Search(tree, levelStarts(items), items, box, action).visit(0, 1, levelStarts(items).length - 1);
        }
    }

    /** One search, with everything that stays the same on the way down. */
    private static final class Search {
        private final ByteBuffer tree;
        private final int[] levels;
        private final int items;
        private final double west;
        private final double south;
        private final double east;
        private final double north;
        private final Hit action;

        Search(ByteBuffer tree, int[] levels, int items, Envelope box, Hit action) {
            this.tree = tree;
            this.levels = levels;
            this.items = items;
            this.west = box.getMinX();
            this.south = box.getMinY();
            this.east = box.getMaxX();
            this.north = box.getMaxY();
            this.action = action;
        }

        void visit(int first, int end, int level) {
            for (int node = first; node < end; node++) {
                int at = node * NODE_BYTES;
                double minX = tree.getDouble(at);
                double minY = tree.getDouble(at + 8);
                double maxX = tree.getDouble(at + 16);
                double maxY = tree.getDouble(at + 24);
                if (minX > east || minY > north || maxX < west || maxY < south) {
                    continue;
                }
                long offset = tree.getLong(at + 32);
                if (level == 0) {
                    action.at(offset, minX, minY, maxX, maxY);
                } else {
                    int levelEnd = level == 1 ? levels[0] + items : levels[level - 2];
                    int children = Math.toIntExact(offset);
                    visit(children, Math.min(children + NODE_SIZE, levelEnd), level - 1);
                }
            }
        }
    }

    /** Index of the first node of each level, leaves first; the root is node 0. */
    private static int[] levelStarts(int items) {
        int[] sizes = new int[Integer.SIZE];
        int depth = 0;
        int size = items;
        int nodes = items;
        sizes[depth++] = items;
        // a single item has a root of its own above it, as the format demands
        do {
            size = (size + NODE_SIZE - 1) / NODE_SIZE;
            sizes[depth++] = size;
            nodes += size;
        } while (size != 1);
        int[] starts = new int[depth];
        int end = nodes;
        for (int level = 0; level < depth; level++) {
            end -= sizes[level];
            starts[level] = end;
        }
        return starts;
    }

    private int levelSize(int level) {
        int size = order.length;
        for (int i = 0; i < level; i++) {
            size = (size + NODE_SIZE - 1) / NODE_SIZE;
        }
        return size;
    }

    private void fillLeaves(double[] envelopes, int firstLeaf) {
        for (int place = 0; place < order.length; place++) {
            System.arraycopy(envelopes, order[place] * 4, boxes, (firstLeaf + place) * 4, 4);
        }
    }

    private void fillParents(int firstParent, int firstChild, int childEnd) {
        for (int child = firstChild; child < childEnd; child += NODE_SIZE) {
            int parent = (firstParent + (child - firstChild) / NODE_SIZE) * 4;
            System.arraycopy(boxes, child * 4, boxes, parent, 4);
            for (int other = child + 1; other < Math.min(child + NODE_SIZE, childEnd); other++) {
                boxes[parent] = Math.min(boxes[parent], boxes[other * 4]);
                boxes[parent + 1] = Math.min(boxes[parent + 1], boxes[other * 4 + 1]);
                boxes[parent + 2] = Math.max(boxes[parent + 2], boxes[other * 4 + 2]);
                boxes[parent + 3] = Math.max(boxes[parent + 3], boxes[other * 4 + 3]);
            }
        }
    }
}
