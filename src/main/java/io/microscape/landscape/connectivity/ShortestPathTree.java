package io.microscape.landscape.connectivity;

import java.util.Arrays;

/**
 * Shortest paths from one space to all others (Dijkstra), and how they change when one space is taken out.
 *
 * <p>Taking out space k can only lengthen the paths to those that the tree reaches through k. For them alone the paths are
 * searched again, starting from the links that lead to them from the rest of the tree. Own code because the trees of all
 * spaces are needed, without one object a link. Not thread-safe; one instance serves one space after the other.
 */
final class ShortestPathTree {
    private final LinkGraph graph;
    private final DistanceHeap heap;
    private final double[] distance;
    private final int[] parent;
    /** Spaces in the order in which they were settled, the source first. */
    private final int[] settled;

    private int reached;
    /** Spaces in an order in which the subtree of each is one range. */
    private final int[] preorder;

    private final int[] place;
    private final int[] subtreeSize;
    private final double[] detour;

    ShortestPathTree(LinkGraph graph) {
        this.graph = graph;
        int size = graph.size();
        heap = new DistanceHeap(size);
        distance = new double[size];
        parent = new int[size];
        settled = new int[size];
        preorder = new int[size];
        place = new int[size];
        subtreeSize = new int[size];
        detour = new double[size];
    }

    /** What a removed space does to the distance of another. */
    @FunctionalInterface
    interface Lengthening {
        /**
         * @param removed the space taken out
         * @param to the other end of the path
         * @param after length of the path without it, more than before; infinite when there is no other way
         */
        void accept(int removed, int to, double after);
    }

    /** Grows the tree of a space. */
    void grow(int source) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(parent, -1);
        reached = 0;
        distance[source] = 0;
        heap.offer(source, 0);
        while (!heap.isEmpty()) {
            int from = heap.poll();
            settled[reached++] = from;
            for (int link = graph.start[from]; link < graph.start[from + 1]; link++) {
                int to = graph.target[link];
                double length = distance[from] + graph.length(link);
                if (length < distance[to]) {
                    distance[to] = length;
                    parent[to] = from;
                    heap.offer(to, length);
                }
            }
        }
        layOut();
    }

    /** Length of the path to a space, infinite when there is none. */
    double distance(int space) {
        return distance[space];
    }

    /** Every space whose path is longer without some other one, for each such other one. */
    void forEachLengthening(Lengthening action) {
        for (int i = 1; i < reached; i++) {
            if (subtreeSize[settled[i]] > 1) {
                withoutSpace(settled[i], action);
            }
        }
    }

    /** Subtree sizes, and from them each space's place: after its parent and the parent's earlier children's subtrees. */
    private void layOut() {
        Arrays.fill(subtreeSize, 0);
        for (int i = reached - 1; i >= 0; i--) {
            int space = settled[i];
            subtreeSize[space]++;
            if (parent[space] >= 0) {
                subtreeSize[parent[space]] += subtreeSize[space];
            }
        }
        Arrays.fill(place, -1);
        int[] nextFree = new int[graph.size()];
        for (int i = 0; i < reached; i++) {
            int space = settled[i];
            place[space] = i == 0 ? 0 : nextFree[parent[space]];
            if (i > 0) {
                nextFree[parent[space]] += subtreeSize[space];
            }
            nextFree[space] = place[space] + 1;
            preorder[place[space]] = space;
        }
    }

    private void withoutSpace(int removed, Lengthening action) {
        int first = place[removed] + 1;
        int end = place[removed] + subtreeSize[removed];
        for (int i = first; i < end; i++) {
            int space = preorder[i];
            double shortest = Double.POSITIVE_INFINITY;
            for (int link = graph.start[space]; link < graph.start[space + 1]; link++) {
                int from = graph.target[link];
                if (from != removed && (place[from] < first || place[from] >= end)) {
                    shortest = Math.min(shortest, distance[from] + graph.length(link));
                }
            }
            detour[space] = shortest;
            if (shortest < Double.POSITIVE_INFINITY) {
                heap.offer(space, shortest);
            }
        }
        while (!heap.isEmpty()) {
            int from = heap.poll();
            for (int link = graph.start[from]; link < graph.start[from + 1]; link++) {
                int to = graph.target[link];
                if (place[to] >= first && place[to] < end && detour[from] + graph.length(link) < detour[to]) {
                    detour[to] = detour[from] + graph.length(link);
                    heap.offer(to, detour[to]);
                }
            }
        }
        for (int i = first; i < end; i++) {
            int space = preorder[i];
            if (detour[space] > distance[space]) {
                action.accept(removed, space, detour[space]);
            }
        }
    }
}
