package io.microscape.study;

import java.util.Objects;

/**
 * One component of a carbon account and where it comes from. What is not known is null.
 *
 * @param kg amount over the period, kg CO2; null when there is none, then {@code reason} says why
 * @param origin whether it was given with the study or computed from its inventory and plants
 * @param method how it was got
 * @param source where it was published, or where the factors come from
 * @param year year of the value
 * @param periodYears years it is summed over; null means the study's period
 * @param uncertaintyPercent its uncertainty, ± percent
 * @param reason why the amount is null, or what to know of it
 */
public record CarbonValue(
        Double kg,
        Origin origin,
        String method,
        String source,
        Integer year,
        Double periodYears,
        Double uncertaintyPercent,
        String reason) {

    /** Where a value comes from. */
    public enum Origin {
        GIVEN,
        COMPUTED
    }

    public CarbonValue {
        Objects.requireNonNull(origin, "origin");
    }

    /** A value that came with the study. */
    public static CarbonValue given(Double kg, String method, String source, Integer year) {
        return new CarbonValue(kg, Origin.GIVEN, method, source, year, null, null, null);
    }

    /** No amount, and why. */
    public static CarbonValue absent(Origin origin, String reason) {
        return new CarbonValue(null, origin, null, null, null, null, null, reason);
    }

    /** The same value with another reason or remark. */
    public CarbonValue withReason(String newReason) {
        return new CarbonValue(kg, origin, method, source, year, periodYears, uncertaintyPercent, newReason);
    }

    /** The same value with one more thing to know of it; null adds nothing. */
    public CarbonValue withRemark(String remark) {
        if (remark == null) {
            return this;
        }
        return withReason(reason == null ? remark : reason + "; " + remark);
    }
}
