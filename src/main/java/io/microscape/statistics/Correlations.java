package io.microscape.statistics;

import io.microscape.statistics.Correlation.Coefficient;
import io.microscape.study.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * Correlations of one account with several indices. Each pair uses the spaces that have both values; p is two-sided from t =
 * r √((n − 2)/(1 − r²)) with n − 2 degrees of freedom, adjusted by Holm over the indices.
 */
final class Correlations {
    private static final int FEWEST = 3;

    private Correlations() {}

    static List<Correlation> of(Sample sample, Variable account, List<Variable> indices) {
        List<Pair> pairs =
                indices.stream().map(index -> Pair.of(sample, index, account)).toList();
        double[] pearson = HolmAdjustment.adjust(
                pairs.stream().mapToDouble(pair -> p(pair.r, pair.n())).toArray());
        double[] spearman = HolmAdjustment.adjust(
                pairs.stream().mapToDouble(pair -> p(pair.rho, pair.n())).toArray());
        List<Correlation> correlations = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            correlations.add(new Correlation(
                    indices.get(i).name(),
                    account.name(),
                    pair.n(),
                    sample.size() - pair.n(),
                    coefficient(pair.r, pair.n(), pearson[i]),
                    coefficient(pair.rho, pair.n(), spearman[i]),
                    pair.reason));
        }
        return correlations;
    }

    /** Pearson's r of two columns over the spaces that have both; NaN when it cannot be computed. */
    static double r(Sample sample, Variable one, Variable other) {
        return Pair.of(sample, one, other).r;
    }

    /** Two-sided p of a correlation; NaN of NaN. */
    private static double p(double r, int n) {
        if (Double.isNaN(r)) {
            return Double.NaN;
        }
        double t = Math.abs(r) * Math.sqrt((n - 2) / Math.max(0, 1 - r * r));
        return 2 * new TDistribution(n - 2.0).cumulativeProbability(-t);
    }

    private static Coefficient coefficient(double value, int n, double pHolm) {
        return Double.isNaN(value) ? null : new Coefficient(value, p(value, n), pHolm);
    }

    private record Pair(double[] x, double[] y, double r, double rho, LocalizedText reason) {
        static Pair of(Sample sample, Variable index, Variable account) {
            int[] complete = sample.complete(List.of(index, account));
            double[] x = Sample.at(index.values(), complete);
            double[] y = Sample.at(account.values(), complete);
            LocalizedText reason = x.length < FEWEST
                    ? Reasons.tooFew(x.length, FEWEST)
                    : Variable.isConstant(x)
                            ? Reasons.constant(index)
                            : Variable.isConstant(y) ? Reasons.constant(account) : null;
            return reason != null
                    ? new Pair(x, y, Double.NaN, Double.NaN, reason)
                    : new Pair(x, y, pearson(x, y), spearman(index.rankable(x), account.rankable(y)), null);
        }

        private static double pearson(double[] x, double[] y) {
            return new PearsonsCorrelation().correlation(x, y);
        }

        /** NaN when all ranks are equal. */
        private static double spearman(double[] x, double[] y) {
            return Variable.isConstant(x) || Variable.isConstant(y)
                    ? Double.NaN
                    : new SpearmansCorrelation().correlation(x, y);
        }

        int n() {
            return x.length;
        }
    }
}
