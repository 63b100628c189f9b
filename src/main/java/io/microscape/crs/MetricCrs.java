package io.microscape.crs;

import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The metric system a study is computed in when none is given.
 *
 * @param system the CGCS2000 3-degree zone of the place in China (EPSG:4534 to 4554, eastings without zone number),
 *     elsewhere its UTM zone
 * @param reason why, for people ("CGCS2000 3-degree zone of the centre 106.40 E, 29.80 N")
 */
public record MetricCrs(CoordinateSystem system, String reason) {
    /**
     * A coarse outline of China, drawn generously (some 50 km outside the land border) so that no Chinese town is left out;
     * islands included. Only the choice between two good metric systems hangs on it.
     */
    private static final double[] CHINA = {
        73.3, 39.5, 74.8, 40.8, 80.0, 42.3, 80.0, 45.2, 82.4, 45.6, 82.8, 47.4, 85.3, 47.3, 85.5, 48.6, 87.0, 49.5,
        88.2, 49.4, 91.3, 47.3, 91.2, 45.4, 93.8, 45.2, 95.7, 44.5, 96.6, 43.1, 100.0, 42.9, 105.2, 42.0, 108.0, 42.7,
        110.3, 43.0, 111.8, 44.0, 111.6, 45.3, 114.0, 45.1, 116.5, 46.6, 119.4, 47.0, 117.8, 47.8, 115.4, 47.7, 115.4,
        48.3, 116.6, 50.1, 119.2, 50.6, 119.8, 53.0, 122.8, 53.8, 126.0, 53.3, 128.0, 50.0, 131.2, 49.0, 131.3, 48.1,
        135.3, 48.7, 134.0, 46.5, 133.3, 45.0, 131.4, 44.7, 131.5, 43.3, 130.9, 42.3, 129.0, 41.9, 128.1, 41.4, 126.0,
        40.8, 124.4, 39.8, 124.0, 38.8, 123.0, 37.0, 122.5, 34.0, 124.0, 30.0, 123.5, 25.5, 122.3, 24.5, 121.3, 21.5,
        118.0, 15.0, 112.0, 3.5, 109.0, 6.0, 110.0, 16.0, 108.2, 18.3, 107.9, 21.4, 106.5, 21.9, 105.4, 23.2, 103.8,
        22.4, 101.8, 22.3, 101.8, 21.0, 99.8, 21.4, 98.6, 23.6, 97.4, 23.8, 97.5, 25.0, 98.6, 27.6, 97.2, 28.2, 94.0,
        28.8, 92.0, 27.6, 89.0, 27.2, 86.0, 27.8, 84.0, 28.6, 81.0, 30.0, 78.6, 31.3, 78.3, 33.5, 77.7, 35.4, 75.9,
        36.5, 74.2, 37.3, 73.3, 39.5
    };

    private static final Polygon OUTLINE = outline();

    /**
     * The metric system for a study.
     *
     * @param lonLat where the study lies, longitude and latitude in degrees (WGS 84)
     */
    public static MetricCrs choose(Envelope lonLat) {
        Coordinate centre = lonLat.centre();
        String place = "the centre " + degrees(centre.x, "E", "W") + ", " + degrees(centre.y, "N", "S");
        if (SimplePointInAreaLocator.locate(centre, OUTLINE) != Location.EXTERIOR) {
            return new MetricCrs(
                    EverydaySystems.cgcs2000ThreeDegreeZone(centre.x), "CGCS2000 3-degree zone of " + place);
        }
        return new MetricCrs(EverydaySystems.utmZone(centre.x, centre.y), "UTM zone of " + place);
    }

    private static Polygon outline() {
        Coordinate[] ring = new Coordinate[CHINA.length / 2];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(CHINA[2 * i], CHINA[2 * i + 1]);
        }
        return new GeometryFactory().createPolygon(ring);
    }

    private static String degrees(double value, String positive, String negative) {
        return String.format(java.util.Locale.ROOT, "%.2f %s", Math.abs(value), value < 0 ? negative : positive);
    }
}
