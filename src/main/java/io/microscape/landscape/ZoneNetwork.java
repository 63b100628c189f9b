package io.microscape.landscape;

import io.microscape.landscape.geometry.DistanceZone;
import io.microscape.landscape.network.StreetGraph;
import io.microscape.study.RoadNetworkMetrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;

/**
 * The road network in the distance zone Z of a space as a graph.
 *
 * <p>Roads are clipped at the zone's edge, exactly, and noded by the rules of {@link RoadNetwork}: joined where they share
 * a vertex; joined where they cross or one ends on the other only if both are on the same level and both or neither on a
 * bridge, in a tunnel. Nodes are junctions, dead ends, and the ends at the zone's edge; a vertex where a street only bends
 * is none.
 *
 * <ul>
 *   <li>v, e, p: nodes, edges, components; α, β, γ as {@link StreetGraph.Counts} has them, null for v ≤ 2
 *   <li>{@code street_density} = length of road within Z / area(Z), m per km²; roads that lie on each other count each there, in the graph identical ones are one
 *   <li>{@code junction_density} = nodes where three or more streets meet / area(Z), per km²
 * </ul>
 *
 * Null when the study has no roads layer. Source: Kansky 1963; Boeing 2017 (OSMnx).
 */
final class ZoneNetwork {
    private static final double M2_PER_KM2 = 1e6;

    private final FeatureIndex<RoadSegment> segments;
    private final double radius;

    /** @param segments all road segments of the study, or null when it has no such layer */
    ZoneNetwork(FeatureIndex<RoadSegment> segments, double radius) {
        this.segments = segments;
        this.radius = radius;
    }

    /** Absent when there is no roads layer: why. */
    boolean isAbsent() {
        return segments == null;
    }

    /**
     * The metrics of a space's zone.
     *
     * @param space valid polygon or multi-polygon
     * @throws IllegalStateException if there is no roads layer
     */
    RoadNetworkMetrics of(Geometry space) {
        if (segments == null) {
            throw new IllegalStateException(RoadsInZone.NO_ROADS);
        }
        DistanceZone zone = new DistanceZone(space, radius);
        double length = 0;
        List<Clipped> inZone = new ArrayList<>();
        Clipped last = null;
        for (RoadSegment segment : segments.meeting(zone.envelope())) {
            boolean again =
                    last != null && last.segment.equals(segment); // identical ones follow each other in the order
            last = again ? last : Clipped.of(segment, zone);
            length += last.length();
            if (!again && !last.parts.isEmpty()) {
                inZone.add(last);
                RoadNetwork.requireFew(inZone.size(), segment);
            }
        }
        StreetGraph.Counts counts = new Noding(inZone).counts();
        boolean indices = counts.hasIndices();
        double perKm2 = M2_PER_KM2 / zone.area();
        return new RoadNetworkMetrics(
                counts.nodes(),
                counts.edges(),
                counts.components(),
                indices ? counts.alpha() : null,
                indices ? counts.beta() : null,
                indices ? counts.gamma() : null,
                length * perKm2,
                counts.junctions() * perKm2);
    }

    /** A part of a segment by fractions of its length. */
    private record Part(double from, double to) {}

    /** A segment and its parts in the zone, which are apart from each other. */
    private record Clipped(RoadSegment segment, LineSegment line, List<Part> parts) {
        static Clipped of(RoadSegment segment, DistanceZone zone) {
            List<Part> parts = new ArrayList<>();
            zone.forEachPartWithin(
                    segment.x1(),
                    segment.y1(),
                    segment.x2(),
                    segment.y2(),
                    (from, to) -> parts.add(new Part(from, to)));
            return new Clipped(segment, segment.line(), parts);
        }

        double length() {
            double share = 0;
            for (Part part : parts) {
                share += part.to - part.from;
            }
            return share * line.getLength();
        }
    }

    /** A point of the graph on a segment. */
    private record Cut(double fraction, int point) {}

    /** Joins the segments of one zone. */
    private static final class Noding {
        private final List<Clipped> segments;
        private final List<List<Cut>> cuts = new ArrayList<>();
        private final Map<Coordinate, Integer> vertices = new HashMap<>();
        private final StreetGraph graph = new StreetGraph();

        Noding(List<Clipped> segments) {
            this.segments = segments;
            segments.forEach(segment -> cuts.add(new ArrayList<>()));
            for (int i = 0; i < segments.size(); i++) {
                for (int j = i + 1; j < segments.size(); j++) {
                    if (segments.get(i).segment.meets(segments.get(j).segment)) {
                        join(i, j);
                    }
                }
            }
            for (int i = 0; i < segments.size(); i++) {
                addPieces(i);
            }
        }

        StreetGraph.Counts counts() {
            return graph.counts();
        }

        private int vertex(Coordinate place) {
            return vertices.computeIfAbsent(place, any -> graph.addPoint());
        }

        private void join(int one, int other) {
            LineSegment a = segments.get(one).line;
            LineSegment b = segments.get(other).line;
            boolean touching = joinEnds(a, other) | joinEnds(b, one);
            Coordinate crossing = touching ? null : a.intersection(b);
            if (crossing != null) {
                int point = graph.addPoint();
                cuts.get(one).add(new Cut(a.segmentFraction(crossing), point));
                cuts.get(other).add(new Cut(b.segmentFraction(crossing), point));
            }
        }

        /** Joins the ends of a line to a segment where they lie on it; true if one does. */
        private boolean joinEnds(LineSegment line, int on) {
            LineSegment segment = segments.get(on).line;
            boolean touching = false;
            for (Coordinate end : new Coordinate[] {line.p0, line.p1}) {
                if (end.equals2D(segment.p0) || end.equals2D(segment.p1)) {
                    touching = true;
                } else if (segment.distance(end) <= RoadNetwork.NODING_TOLERANCE_M) {
                    touching = true;
                    cuts.get(on).add(new Cut(segment.segmentFraction(end), vertex(end)));
                }
            }
            return touching;
        }

        /** The pieces between the points of a segment, within each of its parts. */
        private void addPieces(int place) {
            Clipped segment = segments.get(place);
            List<Cut> onSegment = cuts.get(place);
            onSegment.sort(Comparator.comparingDouble(Cut::fraction).thenComparingInt(Cut::point));
            for (Part part : segment.parts) {
                int last = part.from == 0 ? vertex(segment.line.p0) : graph.addPoint();
                for (Cut cut : onSegment) {
                    if (cut.fraction >= part.from && cut.fraction <= part.to) {
                        graph.addPiece(last, cut.point);
                        last = cut.point;
                    }
                }
                graph.addPiece(last, part.to == 1 ? vertex(segment.line.p1) : graph.addPoint());
            }
        }
    }
}
