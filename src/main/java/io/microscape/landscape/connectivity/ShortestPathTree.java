package io.microscape.landscape.connectivity;

import java.util.Arrays;

/**
 * Shortest paths from one space to all others (Dijkstra), and how they change when one space is taken out.
 *
 * <p>Taking out space k can only lengthen the paths to those that the tree reaches through k, each by its excess x ≥ 0.
 * With the surplus r(u,v) = D(u) + length(u,v) − D(v) ≥ 0 of a link over the shortest distance D, x(v) is the least of
 * r(u,v) over the links from outside that subtree and x(u) + r(u,v) over those within. A link whose surplus is no less than
 * what v has already cannot lower it: with the links of each space in the order of their surplus, a search reads only
 * the first few. Surpluses of the tree's own links are 0, so that one pass from the top down carries an excess to all spaces
 * below; passes repeat while a space was read before it was lowered. Own code because the trees of all spaces are needed, without one object a
 * link. Not thread-safe; one instance serves one space after the other.
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
    /** Highest number of a space below each, −1 where there is none. */
    private final int[] highestBelow;

    /** Excess of the spaces by their place. */
    private final double[] excess;

    /** Places of the other ends of each space's links in the order of their surplus, where the graph has the links. */
    private final int[] bySurplus;

    private final double[] surplus;
    private final boolean[] ordered;

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
        highestBelow = new int[size];
        excess = new double[size];
        bySurplus = new int[graph.target.length];
        surplus = new double[graph.target.length];
        ordered = new boolean[size];
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
        Arrays.fill(ordered, false);
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

    /**
     * Every space, of those numbered after the source, whose path is longer without some other one, for each such other
     * one. The others have the same paths the other way round. Where numbers follow the ground, as the canonical order of
     * the spaces does from west to east, that spares half of the search.
     */
    void forEachLengthening(Lengthening action) {
        for (int i = 1; i < reached; i++) {
            if (highestBelow[settled[i]] > settled[0]) {
                withoutSpace(settled[i], action);
            }
        }
    }

    /** Subtree sizes, and from them each space's place: after its parent and the parent's earlier children's subtrees. */
    private void layOut() {
        Arrays.fill(subtreeSize, 0);
        Arrays.fill(highestBelow, -1);
        for (int i = reached - 1; i >= 0; i--) {
            int space = settled[i];
            subtreeSize[space]++;
            if (parent[space] >= 0) {
                subtreeSize[parent[space]] += subtreeSize[space];
                highestBelow[parent[space]] =
                        Math.max(highestBelow[parent[space]], Math.max(space, highestBelow[space]));
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
        Arrays.fill(excess, first, end, Double.POSITIVE_INFINITY);
        boolean lowered = true;
        boolean waiting = true;
        while (lowered && waiting) {
            lowered = false;
            waiting = false;
            for (int at = first; at < end; at++) {
                double before = excess[at];
                waiting |= lower(at, first, end);
                lowered |= excess[at] < before;
            }
        }
        for (int at = first; at < end; at++) {
            int space = preorder[at];
            if (excess[at] > 0 && space > settled[0]) {
                action.accept(removed, space, distance[space] + excess[at]);
            }
        }
    }

    /**
     * Lowers the excess at a place as far as that of its neighbours allows now; true if a neighbour that comes later in the
     * pass may lower it further.
     *
     * @param first first place below the removed space, which is the place before
     */
    private boolean lower(int at, int first, int end) {
        int space = preorder[at];
        order(space);
        int stop = graph.start[space + 1];
        double least = excess[at];
        double later = Double.POSITIVE_INFINITY;
        for (int link = graph.start[space]; link < stop && surplus[link] < least; link++) {
            int from = bySurplus[link];
            if (from < first - 1 || from >= end) {
                least = surplus[link];
            } else if (from >= first) {
                least = Math.min(least, excess[from] + surplus[link]);
                if (from > at) {
                    later = Math.min(later, surplus[link]);
                }
            }
        }
        excess[at] = least;
        return later < least;
    }

    /** Sorts the links of a space by surplus, once a tree. */
    private void order(int space) {
        if (ordered[space]) {
            return;
        }
        ordered[space] = true;
        int from = graph.start[space];
        int to = graph.start[space + 1];
        for (int link = from; link < to; link++) {
            int other = graph.target[link];
            surplus[link] = distance[other] + graph.length(link) - distance[space];
            bySurplus[link] = place[other];
        }
        SurplusOrder.sort(surplus, bySurplus, from, to);
    }
}
