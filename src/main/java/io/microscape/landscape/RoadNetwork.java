package io.microscape.landscape;

import io.microscape.study.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Distances between spaces along roads ({@code connectivity_distance: network}): the access from a space to its nearest
 * road point, the shortest path, and the access at the other end, m.
 *
 * <p><b>Noding.</b> Roads are joined where they share a vertex, as OpenStreetMap joins a bridge to its ramps. Two roads
 * that cross, or of which one ends on the other, are joined there only when they are on the same level and both or neither
 * on a bridge, both or neither in a tunnel: a bridge does not join what it crosses. A vertex within
 * {@value #NODING_TOLERANCE_M} m of a road lies on it.
 *
 * <p><b>Access.</b> Where roads meet the space the access is 0, from every point where a road crosses its edge and every
 * road vertex inside; otherwise it is the distance to the nearest road, from its nearest point (from each, when several
 * segments are equally near to {@value #NODING_TOLERANCE_M} m). A space with no road within reach, or none that leads to
 * the other space, has no distance to it.
 *
 * <p>Thread-safe after construction.
 */
final class RoadNetwork {
    static final double NODING_TOLERANCE_M = 0.001;

    /** No town has as many different segments that a zone, or the box of a road, can meet. */
    static final int MOST_AT_ONE_PLACE = 20_000;

    private final FeatureIndex<RoadSegment> segments;
    private final double accessReach;
    private final double reach;
    private final Map<Coordinate, Integer> vertexNodes = new HashMap<>();
    private final Map<RoadSegment, List<Cut>> cuts = new HashMap<>();
    private final List<List<Link>> links = new ArrayList<>();
    private final List<List<Access>> accessOfSpace = new ArrayList<>();
    private final List<List<Access>> accessAtNode = new ArrayList<>();

    /**
     * Nodes the roads and ties the spaces to them.
     *
     * @param spaces valid polygons or multi-polygons
     * @param reach longest distance that is looked for, m
     */
    RoadNetwork(FeatureIndex<RoadSegment> segments, Geometry[] spaces, double reach) {
        this(segments, spaces, reach, reach);
    }

    /**
     * Nodes the roads and ties the spaces to them.
     *
     * @param segments identical ones count once
     * @param spaces valid polygons or multi-polygons
     * @param accessReach how far a space's nearest road may be, m
     * @param reach longest distance that is looked for, m; may be infinite
     */
    RoadNetwork(FeatureIndex<RoadSegment> segments, Geometry[] spaces, double accessReach, double reach) {
        this.accessReach = accessReach;
        this.reach = reach;
        for (RoadSegment segment : segments.features()) {
            cuts.computeIfAbsent(
                    segment,
                    key -> new ArrayList<>(List.of(
                            new Cut(0, vertexNode(new Coordinate(segment.x1(), segment.y1()))),
                            new Cut(1, vertexNode(new Coordinate(segment.x2(), segment.y2()))))));
        }
        this.segments = FeatureIndex.of(cuts.keySet(), RoadSegment::envelope, RoadSegment.ORDER);
        joinCrossings();
        for (int space = 0; space < spaces.length; space++) {
            accessOfSpace.add(access(space, spaces[space]));
        }
        cuts.forEach(this::linkAlong);
        links.forEach(ofNode -> ofNode.sort(Link.ORDER));
    }

    /** A node on a segment at the fraction of its length. */
    private record Cut(double fraction, int node) {}

    private record Link(int node, double length) {
        static final Comparator<Link> ORDER =
                Comparator.comparingDouble(Link::length).thenComparingInt(Link::node);
    }

    /** That a space reaches a node over that distance. */
    private record Access(int space, int node, double distance) {}

    private record Reached(int node, double distance) {}

    /** Distances from the space to the others within reach, ascending, m. */
    double[] distancesFrom(int space) {
        return nearestFrom(space).values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }

    /** Distances from the space to each other within reach, m. */
    Map<Integer, Double> nearestFrom(int space) {
        Map<Integer, Double> nearest = new HashMap<>();
        Map<Integer, Double> settled = new HashMap<>();
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingDouble(Reached::distance));
        for (Access access : accessOfSpace.get(space)) {
            open.add(new Reached(access.node, access.distance));
        }
        while (!open.isEmpty() && open.peek().distance <= reach) {
            Reached reached = open.remove();
            if (settled.putIfAbsent(reached.node, reached.distance) != null) {
                continue;
            }
            for (Access access : accessAtNode.get(reached.node)) {
                double distance = reached.distance + access.distance;
                if (access.space != space && distance <= reach) {
                    nearest.merge(access.space, distance, Math::min);
                }
            }
            for (Link link : links.get(reached.node)) {
                if (!settled.containsKey(link.node)) {
                    open.add(new Reached(link.node, reached.distance + link.length));
                }
            }
        }
        return nearest;
    }

    private int newNode() {
        links.add(new ArrayList<>());
        accessAtNode.add(new ArrayList<>());
        return links.size() - 1;
    }

    private int vertexNode(Coordinate vertex) {
        return vertexNodes.computeIfAbsent(vertex, key -> newNode());
    }

    private void joinCrossings() {
        for (RoadSegment segment : segments.features()) {
            Envelope box = segment.envelope();
            box.expandBy(NODING_TOLERANCE_M);
            List<RoadSegment> near = segments.meeting(box);
            requireFew(near.size(), segment);
            for (RoadSegment other : near) {
                if (RoadSegment.ORDER.compare(segment, other) < 0 && segment.meets(other)) {
                    join(segment, other);
                }
            }
        }
    }

    /**
     * Refuses a heap of roads, the joining of which takes the square of their number.
     *
     * @throws InvalidInputException naming the place, if there are more than {@link #MOST_AT_ONE_PLACE}
     */
    static void requireFew(int segments, RoadSegment at) {
        if (segments > MOST_AT_ONE_PLACE) {
            throw InvalidInputException.of(
                    String.format(Locale.ROOT, "roads near %.1f, %.1f (metric CRS)", at.x1(), at.y1()),
                    segments + " different road segments lie there, more than the " + MOST_AT_ONE_PLACE
                            + " that can be joined",
                    "remove the surplus roads");
        }
    }

    private void join(RoadSegment first, RoadSegment second) {
        LineSegment a = first.line();
        LineSegment b = second.line();
        boolean touching = joinEnds(a, second, b) | joinEnds(b, first, a);
        Coordinate crossing = touching ? null : a.intersection(b);
        if (crossing != null) {
            int node = newNode();
            cuts.get(first).add(new Cut(a.segmentFraction(crossing), node));
            cuts.get(second).add(new Cut(b.segmentFraction(crossing), node));
        }
    }

    /** Joins the ends of a line to the segment where they lie on it; true if one does. */
    private boolean joinEnds(LineSegment line, RoadSegment segment, LineSegment on) {
        boolean touching = false;
        for (Coordinate end : new Coordinate[] {line.p0, line.p1}) {
            if (end.equals2D(on.p0) || end.equals2D(on.p1)) {
                touching = true;
            } else if (on.distance(end) <= NODING_TOLERANCE_M) {
                touching = true;
                int node = newNode();
                cuts.get(segment).add(new Cut(on.segmentFraction(end), node));
                link(node, vertexNode(end), on.distance(end));
            }
        }
        return touching;
    }

    private List<Access> access(int space, Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal().copy();
        box.expandBy(accessReach);
        Map<RoadSegment, DistanceOp> near = new HashMap<>();
        double least = accessReach;
        List<RoadSegment> candidates = segments.meeting(box);
        for (RoadSegment segment : candidates) {
            DistanceOp distance = new DistanceOp(geometry, segment.line().toGeometry(geometry.getFactory()));
            near.put(segment, distance);
            least = Math.min(least, distance.distance());
        }
        List<Access> found = new ArrayList<>();
        for (RoadSegment segment : candidates) {
            double distance = near.get(segment).distance();
            if (distance == 0) {
                accessInside(space, geometry, segment, found);
            } else if (least > 0 && distance <= Math.min(accessReach, least + NODING_TOLERANCE_M)) {
                Coordinate point = near.get(segment).nearestPoints()[1];
                found.add(accessAt(space, segment, point, distance));
            }
        }
        return found;
    }

    private void accessInside(int space, Geometry geometry, RoadSegment segment, List<Access> found) {
        LineString line = segment.line().toGeometry(geometry.getFactory());
        for (Coordinate point : geometry.intersection(line).getCoordinates()) {
            found.add(accessAt(space, segment, point, 0));
        }
    }

    private Access accessAt(int space, RoadSegment segment, Coordinate point, double distance) {
        int node = newNode();
        cuts.get(segment).add(new Cut(segment.line().segmentFraction(point), node));
        Access access = new Access(space, node, distance);
        accessAtNode.get(node).add(access);
        return access;
    }

    private void linkAlong(RoadSegment segment, List<Cut> onSegment) {
        onSegment.sort(Comparator.comparingDouble(Cut::fraction).thenComparingInt(Cut::node));
        double length = Math.hypot(segment.x2() - segment.x1(), segment.y2() - segment.y1());
        for (int i = 1; i < onSegment.size(); i++) {
            Cut from = onSegment.get(i - 1);
            Cut to = onSegment.get(i);
            link(from.node, to.node, (to.fraction - from.fraction) * length);
        }
    }

    private void link(int a, int b, double length) {
        links.get(a).add(new Link(b, length));
        links.get(b).add(new Link(a, length));
    }
}
