package io.microscape.study;

/**
 * Parameters of a study's computation; they are stored with each result.
 *
 * @param radiusM radius of the distance zone in m (default 15)
 * @param roadDensityPer denominator of the road density (default the zone)
 * @param periodYears accounting period of the carbon accounts in years (default 50)
 * @param connectivityDistance how the distance between two spaces is measured (default edge to edge)
 * @param metrics metrics beside the basic indices, and their parameters (default none)
 */
public record StudyParameters(
        double radiusM,
        DensityDenominator roadDensityPer,
        double periodYears,
        ConnectivityDistance connectivityDistance,
        MetricOptions metrics) {

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

    /** Parameters of a study that asks for the basic indices alone. */
    public StudyParameters(
            double radiusM,
            DensityDenominator roadDensityPer,
            double periodYears,
            ConnectivityDistance connectivityDistance) {
        this(radiusM, roadDensityPer, periodYears, connectivityDistance, MetricOptions.defaults(radiusM));
    }

    /** The same parameters with other metrics. */
    public StudyParameters withMetrics(MetricOptions others) {
        return new StudyParameters(radiusM, roadDensityPer, periodYears, connectivityDistance, others);
    }

    /** The same parameters with another accounting period. */
    public StudyParameters withPeriodYears(double years) {
        return new StudyParameters(radiusM, roadDensityPer, years, connectivityDistance, metrics);
    }

    /** The radius as it stands in column names: {@code 15m}, or {@code 7_5m} for 7.5 m. */
    public String radiusLabel() {
        return metresLabel(radiusM);
    }

    /** A length in m as it stands in column names. */
    public static String metresLabel(double metres) {
        String number = metres == Math.rint(metres)
                ? Long.toString((long) metres)
                : Double.toString(metres).replace('.', '_');
        return number + "m";
    }
}
