package io.microscape.statistics;

import io.microscape.study.LocalizedText;

/**
 * How an index goes with an account.
 *
 * @param index column of the index
 * @param account column of the account
 * @param n pairs
 * @param leftOut spaces without a value of one or the other
 * @param pearson product-moment correlation r; null when it cannot be computed
 * @param spearman rank correlation ρ, average ranks; null when it cannot be computed
 * @param reason why there is no number; else null
 */
public record Correlation(
        String index,
        String account,
        int n,
        int leftOut,
        Coefficient pearson,
        Coefficient spearman,
        LocalizedText reason) {
    /** The level at which a relation counts as significant. */
    public static final double LEVEL = 0.05;

    /**
     * A coefficient and its tests.
     *
     * @param value −1 to 1
     * @param p two-sided, from t with n − 2 degrees of freedom
     * @param pHolm the same after Holm's adjustment over the indices tested with this account
     */
    public record Coefficient(double value, double p, double pHolm) {
        /** Whether it differs from zero at the 5 % level after adjustment. */
        public boolean isSignificant() {
            return pHolm < LEVEL;
        }
    }
}
