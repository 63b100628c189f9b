package io.microscape.crs;

/**
 * Transverse Mercator (Gauss-Krüger, UTM) by Krüger's series to the sixth power of the third flattening, after Karney,
 * "Transverse Mercator with an accuracy of a few nanometers", Journal of Geodesy 85 (2011), equations 7 to 36. Agrees with
 * PROJ to a nanometre within 30 degrees of the central meridian and inverts itself to the same.
 *
 * <p>Own code because GeoTools loads its whole referencing for the first transform (1.3 s, half of what a run of the sample
 * takes), and its truncated series is off by a millimetre four degrees from the meridian.
 */
final class TransverseMercator implements LonLatMapping {
    /** Beyond it (82° of longitude on the equator) the series has nothing to do with the projection any more. */
    private static final double MAX_ETA = 2.62;

    private final double centralMeridianDeg;
    private final double falseEastingM;
    private final double falseNorthingM;
    private final double eccentricity;
    private final double scaledRadiusM;
    private final double[] alpha;
    private final double[] beta;

    /**
     * @param ellipsoid ellipsoid
     * @param centralMeridianDeg longitude of the central meridian, degrees
     * @param scale scale on the central meridian
     * @param falseEastingM easting of the central meridian, m
     * @param falseNorthingM northing of the equator, m
     */
    TransverseMercator(
            Ellipsoid ellipsoid, double centralMeridianDeg, double scale, double falseEastingM, double falseNorthingM) {
        this.centralMeridianDeg = centralMeridianDeg;
        this.falseEastingM = falseEastingM;
        this.falseNorthingM = falseNorthingM;
        double f = 1 / ellipsoid.inverseFlattening();
        double n = f / (2 - f);
        double n2 = n * n;
        eccentricity = Math.sqrt(f * (2 - f));
        scaledRadiusM = scale * ellipsoid.semiMajorM() / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64 + n2 * n2 * n2 / 256);
        alpha = new double[] {
            series(n, 1, 1d / 2, -2d / 3, 5d / 16, 41d / 180, -127d / 288, 7891d / 37800),
            series(n, 2, 13d / 48, -3d / 5, 557d / 1440, 281d / 630, -1983433d / 1935360),
            series(n, 3, 61d / 240, -103d / 140, 15061d / 26880, 167603d / 181440),
            series(n, 4, 49561d / 161280, -179d / 168, 6601661d / 7257600),
            series(n, 5, 34729d / 80640, -3418889d / 1995840),
            series(n, 6, 212378941d / 319334400)
        };
        beta = new double[] {
            series(n, 1, 1d / 2, -2d / 3, 37d / 96, -1d / 360, -81d / 512, 96199d / 604800),
            series(n, 2, 1d / 48, 1d / 15, -437d / 1440, 46d / 105, -1118711d / 3870720),
            series(n, 3, 17d / 480, -37d / 840, -209d / 4480, 5569d / 90720),
            series(n, 4, 4397d / 161280, -11d / 504, -830251d / 7257600),
            series(n, 5, 4583d / 161280, -108847d / 3991680),
            series(n, 6, 20648693d / 638668800)
        };
    }

    @Override
    public boolean fromLonLat(double[] xy, int at) {
        if (!LonLatMapping.isLonLat(xy, at)) {
            return false;
        }
        double lambda = Math.toRadians(Math.IEEEremainder(xy[at] - centralMeridianDeg, 360));
        double conformal = conformalTangent(Math.tan(Math.toRadians(xy[at + 1])));
        double cosLambda = Math.cos(lambda);
        double xi = Math.atan2(conformal, cosLambda);
        double eta = asinh(Math.sin(lambda) / Math.hypot(conformal, cosLambda));
        if (!(Math.abs(eta) <= MAX_ETA)) {
            return false;
        }
        double easting = eta;
        double northing = xi;
        for (int j = 1; j <= alpha.length; j++) {
            easting += alpha[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
            northing += alpha[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
        }
        xy[at] = falseEastingM + scaledRadiusM * easting;
        xy[at + 1] = falseNorthingM + scaledRadiusM * northing;
        return true;
    }

    @Override
    public boolean toLonLat(double[] xy, int at) {
        double eta = (xy[at] - falseEastingM) / scaledRadiusM;
        double xi = (xy[at + 1] - falseNorthingM) / scaledRadiusM;
        if (!(Math.abs(eta) <= MAX_ETA && Math.abs(xi) <= Math.PI)) {
            return false;
        }
        double etaSphere = eta;
        double xiSphere = xi;
        for (int j = 1; j <= beta.length; j++) {
            etaSphere -= beta[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
            xiSphere -= beta[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
        }
        double cosXi = Math.cos(xiSphere);
        double sinhEta = Math.sinh(etaSphere);
        double conformal = Math.sin(xiSphere) / Math.hypot(sinhEta, cosXi);
        double longitude = centralMeridianDeg + Math.toDegrees(Math.atan2(sinhEta, cosXi));
        xy[at] = longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
        xy[at + 1] = Math.toDegrees(Math.atan(geodeticTangent(conformal)));
        return true;
    }

    /** Tangent of the conformal latitude from that of the geodetic latitude (Karney, equations 7 to 9). */
    private double conformalTangent(double tangent) {
        double secant = Math.hypot(1, tangent);
        double sigma = Math.sinh(eccentricity * atanh(eccentricity * tangent / secant));
        return tangent * Math.hypot(1, sigma) - sigma * secant;
    }

    /** The inverse by Newton's method (equations 19 to 21), which doubles its digits each time: four rounds are enough. */
    private double geodeticTangent(double conformal) {
        double oneLessE2 = 1 - eccentricity * eccentricity;
        double tangent = conformal;
        for (int round = 0; round < 4; round++) {
            double now = conformalTangent(tangent);
            tangent += (conformal - now)
                    / Math.hypot(1, now)
                    * (1 + oneLessE2 * tangent * tangent)
                    / (oneLessE2 * Math.hypot(1, tangent));
        }
        return tangent;
    }

    private static double series(double n, int firstPower, double... coefficients) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * n + coefficients[i];
        }
        return sum * Math.pow(n, firstPower);
    }

    private static double asinh(double x) {
        double magnitude = Math.abs(x);
        return Math.copySign(Math.log1p(magnitude + magnitude * magnitude / (1 + Math.hypot(1, magnitude))), x);
    }

    private static double atanh(double x) {
        return Math.log1p(2 * x / (1 - x)) / 2;
    }
}
