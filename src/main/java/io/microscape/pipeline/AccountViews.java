package io.microscape.pipeline;

import io.microscape.carbon.AccountLine;
import io.microscape.carbon.EmissionFactor;
import io.microscape.carbon.SpaceAccount;
import io.microscape.carbon.YearSeries;
import io.microscape.study.CarbonValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Accounts and their breakdown as documents of JSON, for the API and {@code carbon --json}. Absent is null. */
public final class AccountViews {
    private AccountViews() {}

    /** An account: its values, net by year and in all, and the lines it was computed from. */
    public static Map<String, Object> account(SpaceAccount account) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("code", account.code());
        view.put("period_years", account.periodYears());
        view.put(
                "values",
                account.account().values().entrySet().stream()
                        .map(entry -> {
                            Map<String, Object> value = new LinkedHashMap<>();
                            value.put("component", entry.getKey().key());
                            put(value, entry.getValue());
                            value.put(
                                    "computed_kg",
                                    account.computed() == null
                                            ? null
                                            : account.computed().kg(entry.getKey()));
                            return value;
                        })
                        .toList());
        Double net = account.account().netCarbonKg();
        YearSeries years = account.netByYear();
        view.put("net_carbon_kg", net);
        view.put("net_carbon_kg_per_year", net == null ? null : net / account.periodYears());
        view.put("carbon_positive", net == null ? null : net > 0);
        view.put(
                "carbon_positive_from_year",
                account.carbonPositiveFromYear().isPresent()
                        ? account.carbonPositiveFromYear().getAsInt()
                        : null);
        view.put("net_kg_by_year", years == null ? null : years.toArray());
        view.put("cumulative_net_kg", years == null ? null : years.cumulative());
        view.put("lines", account.lines().stream().map(AccountViews::line).toList());
        return view;
    }

    /** Which factor was used where: each factor with its source, and the rows that it was used for. */
    public static List<Map<String, Object>> factorsUsed(List<SpaceAccount> accounts) {
        Map<EmissionFactor, List<Map<String, Object>>> uses = new IdentityHashMap<>();
        List<EmissionFactor> order = new ArrayList<>();
        for (SpaceAccount account : accounts) {
            for (AccountLine line : account.lines()) {
                if (line.factor() == null) {
                    continue;
                }
                if (!uses.containsKey(line.factor())) {
                    order.add(line.factor());
                }
                Map<String, Object> use = new LinkedHashMap<>();
                use.put("code", account.code());
                use.put("component", line.component().key());
                use.put(
                        "activity",
                        line.activity() == null ? null : line.activity().key());
                use.put("kg", line.kg());
                use.put("place", line.place());
                uses.computeIfAbsent(line.factor(), any -> new ArrayList<>()).add(use);
            }
        }
        return order.stream()
                .map(factor -> {
                    Map<String, Object> view = factor(factor);
                    view.put("used_for", uses.get(factor));
                    return view;
                })
                .toList();
    }

    private static Map<String, Object> line(AccountLine line) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("component", line.component().key());
        view.put(
                "stage",
                line.activity() == null ? null : line.activity().stage().key());
        view.put(
                "modules",
                line.activity() == null ? null : line.activity().stage().modules());
        view.put("activity", line.activity() == null ? null : line.activity().key());
        view.put("item", line.item());
        view.put("quantity", line.quantity());
        view.put("unit", line.unit());
        view.put("converted_quantity", line.convertedQuantity());
        view.put("factor", line.factor() == null ? null : factor(line.factor()));
        view.put("occurrences", line.occurrences());
        view.put("kg", line.kg());
        view.put("working", line.working());
        view.put("method", line.method());
        view.put("source", line.source());
        view.put("reason", line.reason());
        view.put("place", line.place());
        return view;
    }

    private static Map<String, Object> factor(EmissionFactor factor) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("item", factor.item());
        view.put("kg_co2e_per_unit", factor.kgCo2ePerUnit());
        view.put("unit", factor.unitText());
        view.put("region", factor.region());
        view.put("year", factor.year());
        view.put("source", factor.source());
        view.put("note", factor.note());
        view.put("place", factor.place());
        return view;
    }

    private static void put(Map<String, Object> view, CarbonValue value) {
        view.put("kg", value.kg());
        view.put("origin", value.kg() == null ? null : value.origin().name().toLowerCase(Locale.ROOT));
        view.put("method", value.method());
        view.put("source", value.source());
        view.put("year", value.year());
        view.put("period_years", value.periodYears());
        view.put("uncertainty_percent", value.uncertaintyPercent());
        view.put("remark", value.reason());
    }
}
