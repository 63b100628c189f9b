package io.microscape.statistics;

import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * The least-squares line of one column on another, and the confidence band of its mean.
 *
 * @param n pairs
 * @param slope y per unit of x
 * @param intercept y at x = 0
 * @param residualStandardError in the unit of y
 * @param meanX mean of x
 * @param sumSquaresX Σ(x − mean)²
 * @param tCritical t of the two-sided 95 % interval with n − 2 degrees of freedom
 */
public record LineFit(
        int n,
        double slope,
        double intercept,
        double residualStandardError,
        double meanX,
        double sumSquaresX,
        double tCritical) {
    private static final int FEWEST = 3;
    private static final double UPPER_QUANTILE = 0.975;

    /** The line through the pairs that have both values; empty for fewer than three of them or a constant x. */
    public static Optional<LineFit> of(double[] x, double[] y) {
        SimpleRegression regression = new SimpleRegression();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                regression.addData(x[i], y[i]);
                sum += x[i];
            }
        }
        int n = (int) regression.getN();
        if (n < FEWEST || !(regression.getXSumSquares() > 0)) {
            return Optional.empty();
        }
        return Optional.of(new LineFit(
                n,
                regression.getSlope(),
                regression.getIntercept(),
                Math.sqrt(regression.getMeanSquareError()),
                sum / n,
                regression.getXSumSquares(),
                new TDistribution(n - 2.0).inverseCumulativeProbability(UPPER_QUANTILE)));
    }

    /** The line's y at x. */
    public double at(double x) {
        return intercept + slope * x;
    }

    /** Half the width of the 95 % confidence band of the mean at x. */
    public double halfWidthAt(double x) {
        return tCritical * residualStandardError * Math.sqrt(1.0 / n + (x - meanX) * (x - meanX) / sumSquaresX);
    }
}
