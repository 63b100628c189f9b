package io.microscape.landscape.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A graph of straight street pieces between noded points, and its counts after the points that only bend a street are
 * dissolved, as OSMnx simplifies. Pieces may cross without being joined: a graph need not be planar. Not thread-safe.
 *
 * <p>Two straight pieces between the same two points lie on each other and are one. After the dissolving, two streets
 * between the same two nodes are two edges, and a street that comes back to its node is one edge, a loop. A closed street
 * that meets no other keeps one node.
 */
public final class StreetGraph {
    private static final int THROUGH = 2;

    private final List<Integer> degree = new ArrayList<>();
    private final List<Integer> leader = new ArrayList<>();
    private final Set<Long> pieces = new HashSet<>();

    /**
     * What the graph has.
     *
     * @param nodes v: ends and junctions
     * @param edges e: streets between nodes
     * @param components p: connected parts
     * @param junctions nodes where three or more pieces meet
     */
    public record Counts(int nodes, int edges, int components, int junctions) {
        /** Why alpha, beta and gamma are absent. */
        public static final String TOO_FEW_NODES = "the road network of the zone has fewer than three nodes";

        /** Whether alpha, beta and gamma are defined: v &gt; 2. */
        public boolean hasIndices() {
            return nodes > 2;
        }

        /** (e − v + p)/(2v − 5): circuits there are over those a planar network can have (Kansky 1963). */
        public double alpha() {
            return (edges - nodes + components) / (2.0 * nodes - 5);
        }

        /** e/v: edges a node (Kansky 1963). */
        public double beta() {
            return edges / (double) nodes;
        }

        /** e/(3(v − 2)): edges there are over those a planar network can have (Kansky 1963). */
        public double gamma() {
            return edges / (3.0 * (nodes - 2));
        }
    }

    /** A new point. */
    public int addPoint() {
        degree.add(0);
        leader.add(leader.size());
        return degree.size() - 1;
    }

    /** A straight piece between two points; a second one between the same points, or one from a point to itself, is none. */
    public void addPiece(int a, int b) {
        if (a == b || !pieces.add(((long) Math.min(a, b) << Integer.SIZE) | Math.max(a, b))) {
            return;
        }
        degree.set(a, degree.get(a) + 1);
        degree.set(b, degree.get(b) + 1);
        leader.set(leaderOf(a), leaderOf(b));
    }

    /** Counts of the graph without its through points. */
    public Counts counts() {
        int points = 0;
        int through = 0;
        int junctions = 0;
        Set<Integer> components = new HashSet<>();
        Set<Integer> withNode = new HashSet<>();
        for (int point = 0; point < degree.size(); point++) {
            int ends = degree.get(point);
            if (ends == 0) {
                continue;
            }
            points++;
            components.add(leaderOf(point));
            if (ends == THROUGH) {
                through++;
            } else {
                withNode.add(leaderOf(point));
                junctions += ends > THROUGH ? 1 : 0;
            }
        }
        int rings = components.size() - withNode.size();
        int dissolved = through - rings;
        return new Counts(points - dissolved, pieces.size() - dissolved, components.size(), junctions);
    }

    private int leaderOf(int point) {
        int found = point;
        while (leader.get(found) != found) {
            leader.set(found, leader.get(leader.get(found)));
            found = leader.get(found);
        }
        return found;
    }
}
