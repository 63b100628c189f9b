package io.microscape.crs;

import org.locationtech.jts.geom.Envelope;

/**
 * A coordinate system that coordinates can be in. Within Microscape x is always east or longitude and y north or
 * latitude; {@link #northingFirst()} tells what the authority says, for the protocols that must obey it.
 */
public interface CoordinateSystem {
    /**
     * The system of that name.
     *
     * @param name "EPSG:4547", "urn:ogc:def:crs:EPSG::4547", "http://www.opengis.net/def/crs/EPSG/0/4547", "CRS:84",
     *     "GCJ-02", "BD-09", or WKT (matched to an EPSG code where one fits)
     * @throws io.microscape.study.InvalidInputException if there is no such system
     */
    static CoordinateSystem of(String name) {
        return CoordinateSystemNames.resolve(name);
    }

    /** "EPSG:4547", "CRS:84", "GCJ-02", "BD-09", or the WKT where no code fits. */
    String code();

    /** The name people know it by, "CGCS2000 / 3-degree Gauss-Kruger CM 114E". */
    String name();

    /**
     * Projected with metres on both axes: lengths and areas can be measured in it. The Mercator family is in metres too,
     * but stretches them with latitude (by 1.15 in Chongqing): it is not metric.
     */
    boolean metric();

    /** Longitude and latitude in degrees. */
    boolean geographic();

    /** Whether the authority's first axis is northing or latitude (EPSG:4326, EPSG:4490, EPSG:4547). */
    boolean northingFirst();

    /** Where it is meant to be used, longitude and latitude in degrees; null when not known. */
    Envelope areaOfUse();
}
