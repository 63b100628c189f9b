package io.microscape.crs;

/** Ellipsoid of revolution. The two of the everyday systems differ by 0.1 mm at the pole. */
record Ellipsoid(double semiMajorM, double inverseFlattening) {
    static final Ellipsoid WGS84 = new Ellipsoid(6378137, 298.257223563);
    static final Ellipsoid CGCS2000 = new Ellipsoid(6378137, 298.257222101);

    /** Whether both are the same to the digits that files give. */
    boolean matches(double semiMajorAxisM, double otherInverseFlattening) {
        return Math.abs(semiMajorM - semiMajorAxisM) < 1e-3
                && Math.abs(inverseFlattening - otherInverseFlattening) < 5e-7;
    }
}
