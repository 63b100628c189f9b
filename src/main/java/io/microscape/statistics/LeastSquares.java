package io.microscape.statistics;

import io.microscape.statistics.LinearModel.Term;
import io.microscape.study.LocalizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * Fits an account to several indices by ordinary least squares (QR decomposition), over the spaces that have all values.
 * Constant and collinear predictors, and fewer spaces than a residual needs, give a reason instead of numbers.
 */
final class LeastSquares {
    /** Variance that every combination of standardised predictors must keep. */
    private static final double LEAST_VARIANCE = 1e-10;

    /** Weight above which a predictor takes part in a combination. */
    private static final double LEAST_PART = 1e-4;

    private LeastSquares() {}

    static LinearModel fit(Sample sample, Variable account, List<Variable> indices) {
        List<Variable> predictors =
                indices.stream().filter(index -> index.known() > 0).toList();
        List<String> without = indices.stream()
                .filter(index -> index.known() == 0)
                .map(Variable::name)
                .toList();
        List<Variable> all = new ArrayList<>(predictors);
        all.add(account);
        int[] complete = sample.complete(all);
        int n = complete.length;
        double[] y = Sample.at(account.values(), complete);
        double[][] columns = predictors.stream()
                .map(predictor -> Sample.at(predictor.values(), complete))
                .toArray(double[][]::new);
        LocalizedText reason = reasonAgainst(account, predictors, y, columns);
        return reason != null
                ? new LinearModel(
                        account.name(),
                        n,
                        sample.size() - n,
                        List.of(),
                        without,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        reason)
                : fit(account, predictors, y, columns, sample.size() - n, without);
    }

    private static LocalizedText reasonAgainst(
            Variable account, List<Variable> predictors, double[] y, double[][] columns) {
        if (predictors.isEmpty()) {
            return Reasons.noPredictor();
        }
        if (y.length < predictors.size() + 2) {
            return Reasons.tooFew(y.length, predictors.size() + 2);
        }
        if (Variable.isConstant(y)) {
            return Reasons.constant(account);
        }
        for (int j = 0; j < columns.length; j++) {
            if (Variable.isConstant(columns[j])) {
                return Reasons.constant(predictors.get(j));
            }
        }
        List<Variable> collinear =
                Arrays.stream(collinear(columns)).mapToObj(predictors::get).toList();
        return collinear.isEmpty() ? null : Reasons.collinear(collinear);
    }

    private static LinearModel fit(
            Variable account,
            List<Variable> predictors,
            double[] y,
            double[][] columns,
            int leftOut,
            List<String> without) {
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(
                y, MatrixUtils.createRealMatrix(columns).transpose().getData());
        double[] coefficients = regression.estimateRegressionParameters();
        double[] errors = regression.estimateRegressionParametersStandardErrors();
        int freedom = y.length - coefficients.length;
        double[] vif = varianceInflation(columns);
        TDistribution distribution = new TDistribution(freedom);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < coefficients.length; i++) {
            double t = coefficients[i] / errors[i];
            double p = 2 * distribution.cumulativeProbability(-Math.abs(t));
            int j = i - 1;
            terms.add(
                    j < 0
                            ? new Term(LinearModel.INTERCEPT, coefficients[i], errors[i], t, p, null, null)
                            : new Term(
                                    predictors.get(j).name(),
                                    coefficients[i],
                                    errors[i],
                                    t,
                                    p,
                                    coefficients[i] * Math.sqrt(StatUtils.variance(columns[j]) / StatUtils.variance(y)),
                                    vif[j]));
        }
        double rSquared = regression.calculateRSquared();
        double f = rSquared / columns.length / ((1 - rSquared) / freedom);
        return new LinearModel(
                account.name(),
                y.length,
                leftOut,
                List.copyOf(terms),
                without,
                freedom,
                rSquared,
                regression.calculateAdjustedRSquared(),
                regression.estimateRegressionStandardError(),
                f,
                Double.isFinite(f) ? 1 - new FDistribution(columns.length, freedom).cumulativeProbability(f) : 0,
                null);
    }

    /** Correlations among the predictors: their inverse has the VIF on its diagonal, their null space what is collinear. */
    private static RealMatrix correlations(double[][] columns) {
        return columns.length == 1
                ? MatrixUtils.createRealIdentityMatrix(1)
                : new PearsonsCorrelation()
                        .computeCorrelationMatrix(
                                MatrixUtils.createRealMatrix(columns).transpose());
    }

    private static double[] varianceInflation(double[][] columns) {
        RealMatrix inverse = MatrixUtils.inverse(correlations(columns));
        return IntStream.range(0, columns.length)
                .mapToDouble(j -> inverse.getEntry(j, j))
                .toArray();
    }

    /** The columns that take part in a linear combination of (nearly) no variance. */
    private static int[] collinear(double[][] columns) {
        SingularValueDecomposition decomposition = new SingularValueDecomposition(correlations(columns));
        double[] variances = decomposition.getSingularValues();
        RealMatrix combinations = decomposition.getV();
        return IntStream.range(0, columns.length)
                .filter(j -> IntStream.range(0, variances.length)
                        .anyMatch(k ->
                                variances[k] < LEAST_VARIANCE && Math.abs(combinations.getEntry(j, k)) > LEAST_PART))
                .toArray();
    }
}
