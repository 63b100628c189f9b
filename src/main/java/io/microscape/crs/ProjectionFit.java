package io.microscape.crs;

import io.microscape.study.InvalidInputException;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Whether a projected system serves the places of a study. What is measured is its scale: the length of a short step east
 * and of one north in the projection over their length on the WGS 84 ellipsoid. A system whose scale is off by more than
 * {@value #TOLERANCE} at a place is refused there, since areas are then off by more than twice that.
 *
 * <p>The tolerance lets every zone system do what it is made for, and a city that lies across the edge of a zone: at the edge
 * of its zone a CGCS2000 3-degree zone is off by at most 0.034 %, a 6-degree zone by 0.137 %, UTM by 0.098 %. A zone beyond the
 * next, a Mercator system (1 / cos φ) and a conic system made for a whole country are refused where they are worse.
 */
public final class ProjectionFit {
    /** Largest departure of the scale from 1. */
    public static final double TOLERANCE = 0.0025;

    private static final double STEP_DEG = 1e-4;

    private final CoordinateSystem system;
    private final CoordinateTransform fromLonLat;

    /** @param system a projected system in metres */
    public ProjectionFit(CoordinateSystem system) {
        this.system = system;
        this.fromLonLat = CoordinateTransform.between(CoordinateSystem.of("CRS:84"), system);
    }

    /**
     * Departure of the scale from 1 in the worse of the two directions; positive when lengths come out too long.
     *
     * @param longitude degrees
     * @param latitude degrees
     */
    public double scaleError(double longitude, double latitude) {
        double towards = latitude > 0 ? -STEP_DEG : STEP_DEG;
        double phi = Math.toRadians(latitude);
        double e2 = (2 - 1 / Ellipsoid.WGS84.inverseFlattening()) / Ellipsoid.WGS84.inverseFlattening();
        double w2 = 1 - e2 * Math.sin(phi) * Math.sin(phi);
        double normal = Ellipsoid.WGS84.semiMajorM() / Math.sqrt(w2);
        double meridian = normal * (1 - e2) / w2;
        double step = Math.toRadians(STEP_DEG);
        double east = distance(longitude, latitude, STEP_DEG, 0) / (normal * Math.cos(phi) * step) - 1;
        double north = distance(longitude, latitude, 0, towards) / (meridian * step) - 1;
        return Math.abs(east) > Math.abs(north) ? east : north;
    }

    /**
     * Refuses the system where it does not serve.
     *
     * @param where what lies there, for the message ("space A3")
     * @param lonLat its place, degrees
     * @throws InvalidInputException naming the system to choose
     */
    public void require(String where, Coordinate lonLat) {
        double error = scaleError(lonLat.x, lonLat.y);
        if (Math.abs(error) <= TOLERANCE) {
            return;
        }
        MetricCrs better = MetricCrs.choose(new Envelope(lonLat));
        throw InvalidInputException.of(
                where,
                String.format(
                        Locale.ROOT,
                        "%s does not serve its place %.4f, %.4f: lengths there come out %.2f %% too %s, more than %.2f %%",
                        system.code(),
                        lonLat.x,
                        lonLat.y,
                        100 * Math.abs(error),
                        error > 0 ? "long" : "short",
                        100 * TOLERANCE),
                "set crs: " + better.system().code() + " (" + better.system().name()
                        + ") in the study file; a study wider than one zone serves has to be split into one a zone");
    }

    private double distance(double longitude, double latitude, double east, double north) {
        double[] xy = {longitude, latitude, longitude + east, latitude + north};
        fromLonLat.apply(xy, 0, 2);
        return Math.hypot(xy[2] - xy[0], xy[3] - xy[1]);
    }
}
