package io.microscape.store.h2;

import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * The distance test of the embedded database. H2GIS measures lon/lat on a sphere, up to 0.5 % off; PostGIS measures
 * {@code geography} on the WGS 84 ellipsoid, and both databases must find the same spaces. Public because H2 calls it by
 * its name, which is stored in the database: neither is to be renamed.
 */
public final class GeodesicDistance {
    private GeodesicDistance() {}

    /**
     * Whether two geometries are at most so far from each other.
     *
     * @param a in EPSG:4326 (longitude, latitude)
     * @param b likewise
     * @param metres distance in m
     */
    public static boolean within(Geometry a, Geometry b, double metres) {
        return a != null && b != null && metres(a, b) <= metres;
    }

    /**
     * Distance in m on the WGS 84 ellipsoid (Karney's geodesic) between the nearest points of two geometries, which are
     * found in a plane scaled to their mean latitude: right to a millimetre over the few kilometres of a search.
     */
    static double metres(Geometry a, Geometry b) {
        double latitude =
                (a.getEnvelopeInternal().centre().y + b.getEnvelopeInternal().centre().y) / 2;
        double scale = longitudeScale(latitude);
        Coordinate[] nearest = DistanceOp.nearestPoints(scaled(a, scale), scaled(b, scale));
        return Geodesic.WGS84.Inverse(nearest[0].y, nearest[0].x / scale, nearest[1].y, nearest[1].x / scale).s12;
    }

    /** Length of a degree of longitude over that of a degree of latitude on the ellipsoid. */
    private static double longitudeScale(double latitude) {
        double f = Geodesic.WGS84.Flattening();
        double e2 = f * (2 - f);
        double sin = Math.sin(Math.toRadians(latitude));
        return Math.cos(Math.toRadians(latitude)) * (1 - e2 * sin * sin) / (1 - e2);
    }

    private static Geometry scaled(Geometry geometry, double scale) {
        Geometry copy = geometry.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                sequence.setOrdinate(i, 0, sequence.getX(i) * scale);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }
}
