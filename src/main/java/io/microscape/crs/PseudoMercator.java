package io.microscape.crs;

/**
 * The web map's Mercator (EPSG:3857, method 1024): formulas of the sphere applied to ellipsoidal latitudes. Own code, two
 * lines of formula, for the reason given in {@link TransverseMercator}.
 */
final class PseudoMercator implements LonLatMapping {
    private static final double RADIUS_M = Ellipsoid.WGS84.semiMajorM();

    @Override
    public boolean fromLonLat(double[] xy, int at) {
        if (!LonLatMapping.isLonLat(xy, at)) {
            return false;
        }
        xy[at] = RADIUS_M * Math.toRadians(xy[at]);
        xy[at + 1] = RADIUS_M * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(xy[at + 1]) / 2));
        return Double.isFinite(xy[at + 1]);
    }

    @Override
    public boolean toLonLat(double[] xy, int at) {
        xy[at] = Math.toDegrees(xy[at] / RADIUS_M);
        xy[at + 1] = Math.toDegrees(Math.atan(Math.sinh(xy[at + 1] / RADIUS_M)));
        return LonLatMapping.isLonLat(xy, at);
    }
}
