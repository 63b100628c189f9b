package io.microscape.carbon;

import io.microscape.study.Activity;
import io.microscape.study.CarbonComponent;

/**
 * One line of an account's breakdown: an amount of CO2 and everything it was computed from.
 *
 * @param component part of the account it counts for
 * @param activity what it is spent on; null for sinks
 * @param item goods, vehicle or taxon
 * @param quantity amount as given, of one occurrence
 * @param unit unit as given
 * @param convertedQuantity amount in the factor's unit, of one occurrence
 * @param factor the factor used; null for sinks by allometry
 * @param occurrences how many times within the period
 * @param kg kg CO2 over the period: converted quantity × factor × occurrences; null with a {@code reason}
 * @param years the same by year; null without {@code kg}
 * @param working the sum as a person would write it
 * @param method how it was computed
 * @param source where the factor or equation was published
 * @param reason why there is no amount
 * @param place file and row it comes from; null when it comes from none
 */
public record AccountLine(
        CarbonComponent component,
        Activity activity,
        String item,
        Double quantity,
        String unit,
        Double convertedQuantity,
        EmissionFactor factor,
        double occurrences,
        Double kg,
        YearSeries years,
        String working,
        String method,
        String source,
        String reason,
        String place) {

    /** A sink that could not be computed. */
    static AccountLine absent(CarbonComponent component, String item, Double quantity, String unit, String reason) {
        return new AccountLine(
                component, null, item, quantity, unit, null, null, 0, null, null, null, null, null, reason, null);
    }
}
