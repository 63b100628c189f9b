package io.microscape.statistics;

import io.microscape.study.LocalizedText;
import java.util.List;

/**
 * Ordinary least squares of an account on indices. Without {@link #reason} all numbers are there; with one, there are none.
 *
 * @param account column of the account
 * @param n spaces that have all values
 * @param leftOut spaces without one of them
 * @param terms the intercept first, then one a predictor
 * @param leftOutPredictors columns that no space has a value of, and which are therefore not in the model
 * @param degreesOfFreedom of the residuals: n less the number of terms
 * @param rSquared share of the variance that the model explains
 * @param adjustedRSquared the same allowing for the number of predictors
 * @param residualStandardError in the account's unit
 * @param f F of the whole model against the mean alone
 * @param fP its p
 * @param reason why there are no numbers; else null
 */
public record LinearModel(
        String account,
        int n,
        int leftOut,
        List<Term> terms,
        List<String> leftOutPredictors,
        Integer degreesOfFreedom,
        Double rSquared,
        Double adjustedRSquared,
        Double residualStandardError,
        Double f,
        Double fP,
        LocalizedText reason) {

    /** Name of the first term. */
    public static final String INTERCEPT = "intercept";

    /**
     * A coefficient of the model.
     *
     * @param name column, or {@link #INTERCEPT}
     * @param coefficient change of the account for one unit of the column
     * @param standardError of the coefficient
     * @param t coefficient / standard error
     * @param p two-sided, from t with the residuals' degrees of freedom
     * @param standardized change of the account in its standard deviations for one standard deviation of the column;
     *     null for the intercept
     * @param vif variance inflation factor 1/(1 − R²) of the column on the others; null for the intercept
     */
    public record Term(
            String name,
            double coefficient,
            double standardError,
            double t,
            double p,
            Double standardized,
            Double vif) {}
}
