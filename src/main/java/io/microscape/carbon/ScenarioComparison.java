package io.microscape.carbon;

import io.microscape.study.CarbonComponent;
import io.microscape.study.LocalizedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accounts as they are and after each scenario, side by side.
 *
 * @param study key of the study
 * @param periodYears accounting period, years
 * @param alternatives the study as it is first, then the scenarios
 */
public record ScenarioComparison(String study, double periodYears, List<Alternative> alternatives) {
    /** Key of the study as it is. */
    public static final String BASE = "base";

    public ScenarioComparison {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * The study as it is, or after a scenario.
     *
     * @param key "base" or the scenario's key
     * @param title may be empty
     * @param total all spaces together; its code is null
     * @param spaces the spaces by code
     * @param notes changes that do not show, and why
     */
    public record Alternative(
            String key, LocalizedText title, Outcome total, List<Outcome> spaces, List<String> notes) {}

    /**
     * The account of a space, or of all of them.
     *
     * @param code code of the space
     * @param kg amounts by component column and of {@code net_carbon_kg}, kg CO2 over the period; null where there is none
     * @param spaces number of spaces in each amount, by the same columns
     * @param carbonPositiveFromYear first year from which on what was taken up exceeds what was emitted until the end of
     *     the period; null when there is none or an amount is missing
     * @param byYear amounts by year; null when a component has none. Of all spaces: of those that have all
     * @param reasons why amounts are missing, by component column
     */
    public record Outcome(
            String code,
            Map<String, Double> kg,
            Map<String, Integer> spaces,
            Integer carbonPositiveFromYear,
            ByYear byYear,
            Map<String, String> reasons) {}

    /**
     * Amounts in kg CO2 from year 0, before the first year, to the last year of the period.
     *
     * @param emissionKg emitted in the year
     * @param sinkKg taken up in the year
     * @param cumulativeNetKg taken up less emitted, up to and with the year
     */
    public record ByYear(double[] emissionKg, double[] sinkKg, double[] cumulativeNetKg) {}

    /** An alternative of these accounts. */
    public static Alternative alternative(
            String key, LocalizedText title, Collection<SpaceAccount> accounts, List<String> notes) {
        return new Alternative(
                key,
                title,
                total(accounts),
                accounts.stream().map(ScenarioComparison::outcome).toList(),
                List.copyOf(notes));
    }

    private static Outcome outcome(SpaceAccount account) {
        Map<String, Double> kg = new LinkedHashMap<>();
        Map<String, Integer> spaces = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        for (CarbonComponent component : CarbonComponent.values()) {
            Double amount = account.account().kg(component);
            kg.put(component.column(), amount);
            spaces.put(component.column(), amount == null ? 0 : 1);
            String reason = account.account().value(component).reason();
            if (amount == null && reason != null) {
                reasons.put(component.column(), reason);
            }
        }
        Double net = account.account().netCarbonKg();
        kg.put("net_carbon_kg", net);
        spaces.put("net_carbon_kg", net == null ? 0 : 1);
        return new Outcome(
                account.code(),
                kg,
                spaces,
                account.carbonPositiveFromYear().isPresent()
                        ? Integer.valueOf(account.carbonPositiveFromYear().getAsInt())
                        : null,
                net == null ? null : byYear(List.of(account)),
                reasons);
    }

    /** Sums of the spaces that have an amount; the curve is that of the spaces that have all of them. */
    private static Outcome total(Collection<SpaceAccount> accounts) {
        Map<String, Double> kg = new LinkedHashMap<>();
        Map<String, Integer> spaces = new LinkedHashMap<>();
        for (CarbonComponent component : CarbonComponent.values()) {
            sum(
                    component.column(),
                    accounts.stream()
                            .map(account -> account.account().kg(component))
                            .toList(),
                    kg,
                    spaces);
        }
        sum(
                "net_carbon_kg",
                accounts.stream()
                        .map(account -> account.account().netCarbonKg())
                        .toList(),
                kg,
                spaces);
        List<SpaceAccount> complete = accounts.stream()
                .filter(account -> account.account().netCarbonKg() != null)
                .toList();
        YearSeries net = complete.stream()
                .map(SpaceAccount::netByYear)
                .reduce(YearSeries::plus)
                .orElse(null);
        Integer year = net != null && net.positiveFromYear().isPresent()
                ? Integer.valueOf(net.positiveFromYear().getAsInt())
                : null;
        return new Outcome(null, kg, spaces, year, complete.isEmpty() ? null : byYear(complete), Map.of());
    }

    private static void sum(String column, List<Double> amounts, Map<String, Double> kg, Map<String, Integer> spaces) {
        List<Double> known = amounts.stream().filter(Objects::nonNull).toList();
        kg.put(
                column,
                known.isEmpty()
                        ? null
                        : Double.valueOf(
                                known.stream().mapToDouble(Double::doubleValue).sum()));
        spaces.put(column, known.size());
    }

    private static ByYear byYear(List<SpaceAccount> complete) {
        YearSeries emission = YearSeries.none(complete.get(0).periodYears());
        YearSeries sink = emission;
        for (SpaceAccount account : complete) {
            for (CarbonComponent component : CarbonComponent.values()) {
                YearSeries years = account.years(component);
                if (component.isSink()) {
                    sink = sink.plus(years);
                } else {
                    emission = emission.plus(years);
                }
            }
        }
        return new ByYear(
                emission.toArray(),
                sink.toArray(),
                sink.plus(emission.times(-1)).cumulative());
    }

    /** All numbers as JSON, with names in snake case. */
    public String toJson() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(this);
    }

    /** The curves as rows: scenario, code (null for all spaces), year, emission, sink and cumulative net, kg. */
    public List<Object[]> rowsByYear() {
        List<Object[]> rows = new ArrayList<>();
        for (Alternative alternative : alternatives) {
            List<Outcome> outcomes = new ArrayList<>(List.of(alternative.total()));
            outcomes.addAll(alternative.spaces());
            for (Outcome outcome : outcomes) {
                ByYear byYear = outcome.byYear();
                for (int year = 0; byYear != null && year < byYear.emissionKg().length; year++) {
                    rows.add(new Object[] {
                        alternative.key(),
                        outcome.code(),
                        year,
                        byYear.emissionKg()[year],
                        byYear.sinkKg()[year],
                        byYear.cumulativeNetKg()[year]
                    });
                }
            }
        }
        return rows;
    }
}
