package io.microscape.study;

/**
 * Parameters of a study's computation; they are stored with each result.
 *
 * @param radiusM radius of the distance zone in m (default 15)
 * @param roadDensityPer denominator of the road density (default the zone)
 * @param periodYears accounting period of the carbon accounts in years (default 50)
 * @param connectivityDistance how the distance between two spaces is measured (default edge to edge)
 */
public record StudyParameters(
        double radiusM,
        DensityDenominator roadDensityPer,
        double periodYears,
        ConnectivityDistance connectivityDistance) {

    /** What a road density is divided by: area of the distance zone, or area of the space. */
    public enum DensityDenominator {
        ZONE,
        SPACE
    }

    /** Distance between spaces: edge to edge, or along the road network. */
    public enum ConnectivityDistance {
        EDGE,
        NETWORK
    }

    /** The defaults of the definitions page. */
    public static final StudyParameters DEFAULTS =
            new StudyParameters(15, DensityDenominator.ZONE, 50, ConnectivityDistance.EDGE);

    public StudyParameters {
        if (!(radiusM > 0) || Double.isInfinite(radiusM)) {
            throw new InvalidInputException("parameter radius_m must be a positive number of metres, not " + radiusM);
        }
        if (!(periodYears > 0) || Double.isInfinite(periodYears)) {
            throw new InvalidInputException("parameter period_years must be a positive number, not " + periodYears);
        }
    }

    /** The radius as it stands in column names: {@code 15m}, or {@code 7_5m} for 7.5 m. */
    public String radiusLabel() {
        String number = radiusM == Math.rint(radiusM)
                ? Long.toString((long) radiusM)
                : Double.toString(radiusM).replace('.', '_');
        return number + "m";
    }
}
