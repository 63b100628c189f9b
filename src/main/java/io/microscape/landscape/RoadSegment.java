package io.microscape.landscape;

import io.microscape.study.Road;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** A straight piece of a road, its start before its end in (x, y) order, with the way it crosses others. */
record RoadSegment(double x1, double y1, double x2, double y2, boolean bridge, boolean tunnel, int level) {
    /** By coordinates and then by all else, so that the order of roads and the direction of lines do not matter. */
    static final Comparator<RoadSegment> ORDER = Comparator.comparingDouble(RoadSegment::x1)
            .thenComparingDouble(RoadSegment::y1)
            .thenComparingDouble(RoadSegment::x2)
            .thenComparingDouble(RoadSegment::y2)
            .thenComparing(RoadSegment::bridge)
            .thenComparing(RoadSegment::tunnel)
            .thenComparingInt(RoadSegment::level);

    /** The segments of all roads, packed. Zero-length segments are left out. */
    static FeatureIndex<RoadSegment> index(List<Road> roads) {
        List<RoadSegment> segments = new ArrayList<>();
        for (Road road : roads) {
            for (Object line : LinearComponentExtracter.getLines(road.geometry())) {
                CoordinateSequence points = ((LineString) line).getCoordinateSequence();
                for (int i = 1; i < points.size(); i++) {
                    append(road, points, i, segments);
                }
            }
        }
        return FeatureIndex.of(segments, RoadSegment::envelope, ORDER);
    }

    private static void append(Road road, CoordinateSequence points, int end, List<RoadSegment> segments) {
        double x1 = points.getX(end - 1);
        double y1 = points.getY(end - 1);
        double x2 = points.getX(end);
        double y2 = points.getY(end);
        if (x1 < x2 || (x1 == x2 && y1 < y2)) {
            segments.add(new RoadSegment(x1, y1, x2, y2, road.bridge(), road.tunnel(), road.level()));
        } else if (x1 != x2 || y1 != y2) {
            segments.add(new RoadSegment(x2, y2, x1, y1, road.bridge(), road.tunnel(), road.level()));
        }
    }

    Envelope envelope() {
        return new Envelope(x1, x2, y1, y2);
    }

    LineSegment line() {
        return new LineSegment(x1, y1, x2, y2);
    }

    /** Whether two roads that cross here meet: both on the ground, or both on the same kind of structure and level. */
    boolean meets(RoadSegment other) {
        return bridge == other.bridge && tunnel == other.tunnel && level == other.level;
    }
}
