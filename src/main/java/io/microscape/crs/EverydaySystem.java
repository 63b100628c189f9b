package io.microscape.crs;

import org.locationtech.jts.geom.Envelope;

/**
 * A system whose mapping to longitude and latitude is computed here, without GeoTools. CGCS2000 and WGS 84 are taken to be
 * one datum: they agree within centimetres, and no authority publishes a shift.
 *
 * @param projection parameters of the projection, null for longitude and latitude and for the web map's Mercator
 */
record EverydaySystem(
        String code,
        String name,
        Kind kind,
        boolean northingFirst,
        Envelope areaOfUse,
        GaussKruger projection,
        LonLatMapping mapping)
        implements MappedSystem {

    /** What its coordinates are. */
    enum Kind {
        LON_LAT,
        METRIC,
        /** Metres, but stretched with latitude. */
        WEB_MERCATOR
    }

    /**
     * Parameters of a transverse Mercator whose latitude of origin is the equator.
     *
     * @param ellipsoid ellipsoid
     * @param centralMeridianDeg central meridian, degrees
     * @param scale scale on it
     * @param falseEastingM m
     * @param falseNorthingM m
     */
    record GaussKruger(
            Ellipsoid ellipsoid, double centralMeridianDeg, double scale, double falseEastingM, double falseNorthingM) {
        TransverseMercator mapping() {
            return new TransverseMercator(ellipsoid, centralMeridianDeg, scale, falseEastingM, falseNorthingM);
        }

        /** Whether both are the same within a millimetre on the ground. */
        boolean matches(GaussKruger other) {
            return ellipsoid.matches(other.ellipsoid.semiMajorM(), other.ellipsoid.inverseFlattening())
                    && Math.abs(centralMeridianDeg - other.centralMeridianDeg) < 1e-8
                    && Math.abs(scale - other.scale) < 1e-10
                    && Math.abs(falseEastingM - other.falseEastingM) < 1e-3
                    && Math.abs(falseNorthingM - other.falseNorthingM) < 1e-3;
        }
    }

    @Override
    public boolean metric() {
        return kind == Kind.METRIC;
    }

    @Override
    public boolean geographic() {
        return kind == Kind.LON_LAT;
    }

    /** A copy, for envelopes can be changed. */
    @Override
    public Envelope areaOfUse() {
        return areaOfUse == null ? null : new Envelope(areaOfUse);
    }

    @Override
    public String toString() {
        return code;
    }
}
