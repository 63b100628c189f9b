package io.microscape.landscape;

import io.microscape.landscape.geometry.DistanceZone;
import io.microscape.landscape.geometry.PolygonEdges;
import io.microscape.landscape.index.Hits;
import io.microscape.landscape.index.PolygonLayer;
import io.microscape.landscape.index.SegmentLayer;
import io.microscape.study.StudyParameters.DensityDenominator;

/**
 * Roads in the distance zone Z of a space S.
 *
 * <ul>
 *   <li>{@code road_length_15m_m}: length of the parts of roads within Z, m; 0 when there are none. Roads that lie on
 *       each other count each
 *   <li>{@code road_density_15m} = that length / area(Z), m per m²; or / area(S) with {@code road_density_per: space}
 * </ul>
 *
 * Null when the study has no roads layer. Source: DEFINITIONS, "Landscape indices of a micro-space". Not thread-safe.
 */
final class RoadsInZone {
    static final String NO_ROADS = "the study has no roads layer";

    private final PolygonLayer spaces;
    private final SegmentLayer segments;
    private final double radius;
    private final DensityDenominator denominator;
    private final Hits hits = new Hits();
    private final DistanceZone zone = new DistanceZone();

    RoadsInZone(Landscape landscape, double radius, DensityDenominator denominator) {
        this.spaces = landscape.spaces();
        this.segments = landscape.roads();
        this.radius = radius;
        this.denominator = denominator;
    }

    record Roads(Measure length, Measure density) {}

    /**
     * @param edges those of the space
     * @param area of the space, m²
     */
    Roads of(int space, PolygonEdges edges, double area) {
        if (segments == null) {
            return new Roads(Measure.absent(NO_ROADS), Measure.absent(NO_ROADS));
        }
        zone.of(edges, radius);
        segments.query(
                spaces.minX(space) - radius,
                spaces.minY(space) - radius,
                spaces.maxX(space) + radius,
                spaces.maxY(space) + radius,
                hits);
        double length = 0;
        for (int i = 0; i < hits.count(); i++) {
            int segment = hits.get(i);
            length += zone.lengthWithin(
                    segments.x1(segment), segments.y1(segment), segments.x2(segment), segments.y2(segment));
        }
        if (length == 0) {
            return new Roads(Measure.of(0), Measure.of(0));
        }
        return new Roads(
                Measure.of(length),
                Measure.of(length / (denominator == DensityDenominator.SPACE ? area : zone.area())));
    }
}
