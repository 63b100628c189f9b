package io.microscape.source.osm;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;

/** Sets trees along a line, distances measured on the WGS 84 ellipsoid. */
final class TreeRow {
    private TreeRow() {}

    /**
     * Places at equal gaps along the line, one at each end (a closed line has one place where its ends meet). The number of
     * gaps is the line's length over the spacing, rounded, and at least one; so a gap is the spacing where it divides the
     * length, and as near to it as can be elsewhere.
     *
     * @param line longitudes and latitudes in degrees, at least two places
     * @param spacingM spacing on the ground in m
     */
    static List<Coordinate> plant(Coordinate[] line, double spacingM) {
        double length = lengthM(line);
        if (length == 0) {
            return List.of(line[0]);
        }
        int gaps = (int) Math.max(1, Math.rint(length / spacingM));
        double gap = length / gaps;
        List<Coordinate> places = new ArrayList<>();
        int segment = 0;
        double segmentM = distanceM(line[0], line[1]);
        double before = 0;
        for (int i = 0; i < gaps; i++) {
            double at = i * gap;
            while (segment < line.length - 2 && at >= before + segmentM) {
                before += segmentM;
                segment++;
                segmentM = distanceM(line[segment], line[segment + 1]);
            }
            places.add(along(line[segment], line[segment + 1], at - before));
        }
        if (!line[0].equals2D(line[line.length - 1])) {
            places.add(line[line.length - 1]);
        }
        return places;
    }

    /** Length of a line on the ground in m. */
    static double lengthM(Coordinate[] line) {
        double length = 0;
        for (int i = 1; i < line.length; i++) {
            length += distanceM(line[i - 1], line[i]);
        }
        return length;
    }

    static double distanceM(Coordinate a, Coordinate b) {
        return Geodesic.WGS84.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.DISTANCE).s12;
    }

    private static Coordinate along(Coordinate from, Coordinate to, double distanceM) {
        if (distanceM <= 0) {
            return from;
        }
        GeodesicData course = Geodesic.WGS84.Inverse(from.y, from.x, to.y, to.x, GeodesicMask.AZIMUTH);
        GeodesicData place = Geodesic.WGS84.Direct(from.y, from.x, course.azi1, distanceM);
        return new Coordinate(place.lon2, place.lat2);
    }
}
