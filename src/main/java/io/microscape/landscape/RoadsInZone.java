package io.microscape.landscape;

import io.microscape.landscape.geometry.DistanceZone;
import io.microscape.study.StudyParameters.DensityDenominator;
import org.locationtech.jts.geom.Geometry;

/**
 * Roads in the distance zone Z of a space S.
 *
 * <ul>
 *   <li>{@code road_length_15m_m}: length of the parts of roads within Z, m; 0 when there are none. Roads that lie on
 *       each other count each
 *   <li>{@code road_density_15m} = that length / area(Z), m per m²; or / area(S) with {@code road_density_per: space}
 * </ul>
 *
 * Null when the study has no roads layer. Source: DEFINITIONS, "Landscape indices of a micro-space".
 */
final class RoadsInZone {
    static final String NO_ROADS = "the study has no roads layer";

    private final FeatureIndex<RoadSegment> segments;
    private final double radius;
    private final DensityDenominator denominator;

    /** @param segments all road segments of the study, or null when it has no such layer */
    RoadsInZone(FeatureIndex<RoadSegment> segments, double radius, DensityDenominator denominator) {
        this.segments = segments;
        this.radius = radius;
        this.denominator = denominator;
    }

    record Roads(Measure length, Measure density) {}

    /** @param space valid polygon or multi-polygon */
    Roads of(Geometry space) {
        if (segments == null) {
            return new Roads(Measure.absent(NO_ROADS), Measure.absent(NO_ROADS));
        }
        DistanceZone zone = new DistanceZone(space, radius);
        double length = 0;
        for (RoadSegment segment : segments.meeting(zone.envelope())) {
            length += zone.lengthWithin(segment.x1(), segment.y1(), segment.x2(), segment.y2());
        }
        double per = denominator == DensityDenominator.SPACE ? space.getArea() : zone.area();
        return new Roads(Measure.of(length), Measure.of(length / per));
    }
}
