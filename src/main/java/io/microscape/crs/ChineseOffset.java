package io.microscape.crs;

/**
 * The offset longitudes and latitudes of Chinese map services: GCJ-02 (the state's, used by AMap and Tencent) and BD-09
 * (Baidu, on top of GCJ-02). The formulas are the ones that have been public since 2010; no authority publishes them, and
 * GeoTools has none, hence own code.
 *
 * <p>By the usual definition nothing is shifted outside the box 72.004° to 137.8347° E, 0.8293° to 55.8271° N, which is
 * decided by the WGS 84 place. (BD-09's own step is applied everywhere.) The box is far larger than China: places in its
 * other countries are shifted too.
 *
 * <p>The inverse is found by iteration: the shift is below 0.02° and changes by less than a tenth of a step, so each
 * round gains a digit or more. It returns to the starting point within 1e-11° (a micrometre), except in the strip of a few
 * hundred metres along the box's edge, where two places can share one shifted position.
 */
enum ChineseOffset implements LonLatMapping {
    GCJ02 {
        @Override
        void shift(double lon, double lat, double[] xy, int at) {
            gcj02(lon, lat, xy, at);
        }
    },
    BD09 {
        @Override
        void shift(double lon, double lat, double[] xy, int at) {
            gcj02(lon, lat, xy, at);
            baidu(xy[at], xy[at + 1], xy, at);
        }
    };

    /** Krasovsky 1940, which the formulas of GCJ-02 use for metres per degree. */
    private static final double SEMI_MAJOR_M = 6378245;

    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final double BAIDU_FREQUENCY = Math.PI * 3000 / 180;
    private static final int MAX_ROUNDS = 60;
    private static final double PRECISION_DEG = 1e-13;

    abstract void shift(double lon, double lat, double[] xy, int at);

    @Override
    public boolean fromLonLat(double[] xy, int at) {
        if (!LonLatMapping.isLonLat(xy, at)) {
            return false;
        }
        shift(xy[at], xy[at + 1], xy, at);
        return true;
    }

    @Override
    public boolean toLonLat(double[] xy, int at) {
        if (!LonLatMapping.isLonLat(xy, at)) {
            return false;
        }
        double lon = xy[at];
        double lat = xy[at + 1];
        double[] shifted = new double[2];
        for (int round = 0; round < MAX_ROUNDS; round++) {
            shift(lon, lat, shifted, 0);
            double lonStep = xy[at] - shifted[0];
            double latStep = xy[at + 1] - shifted[1];
            lon += lonStep;
            lat += latStep;
            if (Math.abs(lonStep) < PRECISION_DEG && Math.abs(latStep) < PRECISION_DEG) {
                break;
            }
        }
        xy[at] = lon;
        xy[at + 1] = lat;
        return true;
    }

    private static void gcj02(double lon, double lat, double[] xy, int at) {
        if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271) {
            xy[at] = lon;
            xy[at + 1] = lat;
            return;
        }
        double x = lon - 105;
        double y = lat - 35;
        double common = 2 * (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) / 3;
        double northM = -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + common
                + waves(y, 20, 1, 40, 3, 160, 12, 320, 30);
        double eastM = 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + common
                + waves(x, 20, 1, 40, 3, 150, 12, 300, 30);
        double phi = Math.toRadians(lat);
        double w2 = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
        double meridianM = SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED) / (w2 * Math.sqrt(w2));
        double parallelM = SEMI_MAJOR_M / Math.sqrt(w2) * Math.cos(phi);
        xy[at] = lon + Math.toDegrees(eastM / parallelM);
        xy[at + 1] = lat + Math.toDegrees(northM / meridianM);
    }

    /** Two thirds of the sum of amplitude · sin(π v / divisor), given as pairs of amplitude and divisor. */
    private static double waves(double value, double... amplitudesAndDivisors) {
        double sum = 0;
        for (int i = 0; i < amplitudesAndDivisors.length; i += 2) {
            sum += amplitudesAndDivisors[i] * Math.sin(value * Math.PI / amplitudesAndDivisors[i + 1]);
        }
        return sum * 2 / 3;
    }

    private static void baidu(double lon, double lat, double[] xy, int at) {
        double radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BAIDU_FREQUENCY);
        double angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BAIDU_FREQUENCY);
        xy[at] = radius * Math.cos(angle) + 0.0065;
        xy[at + 1] = radius * Math.sin(angle) + 0.006;
    }
}
