package io.microscape.landscape;

import io.microscape.landscape.index.SegmentLayer;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;

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

    /** The segments of a layer. */
    static FeatureIndex<RoadSegment> index(SegmentLayer layer) {
        return FeatureIndex.of(
                IntStream.range(0, layer.count())
                        .mapToObj(i -> new RoadSegment(
                                layer.x1(i),
                                layer.y1(i),
                                layer.x2(i),
                                layer.y2(i),
                                layer.bridge(i),
                                layer.tunnel(i),
                                layer.level(i)))
                        .toList(),
                RoadSegment::envelope,
                ORDER);
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
