package io.microscape.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of a community's carbon account: a result as published, or the activity data it is computed from.
 *
 * @param community code or name of the community
 * @param group part of the account it counts for
 * @param component what it is: electricity, travel, food …
 * @param given the result; null when there are activity data
 * @param activity the activity data; null when there is a result
 * @param source where it comes from; may be null
 * @param place file and row, for messages
 */
public record CommunityCarbonItem(
        String community,
        CommunityCarbonGroup group,
        String component,
        Given given,
        ActivityData activity,
        String source,
        String place) {

    public CommunityCarbonItem {
        Objects.requireNonNull(group, "group");
        if ((given == null) == (activity == null)) {
            throw new IllegalArgumentException("a row is a result or activity data");
        }
    }

    /**
     * A result: not negative, of fixation not positive; one of both may be null.
     *
     * @param tPerPersonYear t CO2 per person and year
     * @param kgPerM2Year kg CO2 per m² of floor and year
     */
    public record Given(Double tPerPersonYear, Double kgPerM2Year) {}

    /**
     * How much is used.
     *
     * @param quantity amount in {@code unit}, or number of trips where there is a distance; not negative
     * @param unit unit as written; null for trips
     * @param item name of an emission factor; of travel, the mode
     * @param distanceKm length of a trip in km; null for what is no travel
     * @param per whose amount it is
     * @param timesPerYear how often a year
     */
    public record ActivityData(
            double quantity, String unit, String item, Double distanceKm, Basis per, double timesPerYear) {}

    /** Whose amount an amount is: it is multiplied by their number. */
    public enum Basis {
        COMMUNITY,
        HOUSEHOLD,
        PERSON;

        /** {@code household}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The basis of that name; empty if there is none. */
        public static Optional<Basis> of(String name) {
            return Arrays.stream(values())
                    .filter(basis -> basis.key().equalsIgnoreCase(name.strip()))
                    .findFirst();
        }
    }
}
