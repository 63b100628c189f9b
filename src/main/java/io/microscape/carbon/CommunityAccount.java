package io.microscape.carbon;

import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonGroup;
import io.microscape.study.CommunityCarbonGroup.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * Carbon account of a community: E = Ee + Em + Ei − Eg, CO2 a year. What greenery takes up stands in it as a negative
 * amount, so that E is the sum of all parts.
 *
 * @param community the community with its number of people and floor area
 * @param parts its parts in the order of their rows
 * @param notes differences from stated totals, and what else to know
 */
public record CommunityAccount(Community community, List<Part> parts, List<String> notes) {
    public CommunityAccount {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /**
     * A part of the account.
     *
     * @param group what it belongs to
     * @param component what it is
     * @param perYear its amounts
     * @param working how they were computed, as a person would write it; null for given results
     * @param source where the result or the factor was published; may be null
     * @param reason why an amount is absent, or what to know of it; may be null
     * @param place file and row
     */
    public record Part(
            CommunityCarbonGroup group,
            String component,
            PerYear perYear,
            String working,
            String source,
            String reason,
            String place) {}

    /**
     * CO2 a year, what is taken up negative; each may be null.
     *
     * @param kg in all, kg
     * @param tPerPerson t per person
     * @param kgPerM2 kg per m² of floor
     */
    public record PerYear(Double kg, Double tPerPerson, Double kgPerM2) {
        /** Nothing known. */
        public static final PerYear UNKNOWN = new PerYear(null, null, null);
    }

    /** E; an amount that a part lacks is null. */
    public PerYear total() {
        return sum(parts);
    }

    /** One summand of E, Eg negative; null when the account has no part of it. */
    public PerYear term(Term term) {
        List<Part> own =
                parts.stream().filter(part -> part.group().term() == term).toList();
        return own.isEmpty() ? null : sum(own);
    }

    private static PerYear sum(List<Part> parts) {
        return new PerYear(sum(parts, PerYear::kg), sum(parts, PerYear::tPerPerson), sum(parts, PerYear::kgPerM2));
    }

    /** Summed as decimals, so that figures with two decimals have a sum with two decimals. */
    private static Double sum(List<Part> parts, Function<PerYear, Double> amount) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Part part : parts) {
            Double value = amount.apply(part.perYear());
            if (value == null) {
                return null;
            }
            sum = sum.add(BigDecimal.valueOf(value));
        }
        return parts.isEmpty() ? null : sum.doubleValue();
    }
}
