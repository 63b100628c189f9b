package io.microscape.report;

import io.microscape.study.AtlasRow;
import io.microscape.study.CarbonAccount;
import io.microscape.study.CarbonComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The few figures at the head of the report. A sum over spaces that have no value of it all says over how many it is. */
final class KeyFigures {
    private final List<CarbonAccount> accounts;
    private final ReportWords words;

    KeyFigures(List<AtlasRow> rows, ReportWords words) {
        this.accounts = rows.stream().map(AtlasRow::carbon).toList();
        this.words = words;
    }

    List<Map<String, String>> figures() {
        List<Double> sinks = sums(true);
        List<Double> emissions = sums(false);
        List<Double> net = accounts.stream()
                .map(CarbonAccount::netCarbonKg)
                .filter(Objects::nonNull)
                .toList();
        List<Map<String, String>> figures = new ArrayList<>();
        figures.add(figure(Integer.toString(accounts.size()), "", words.text("figure.spaces"), ""));
        figures.add(sum(sinks, "figure.sinks"));
        figures.add(sum(emissions, "figure.emissions"));
        figures.add(sum(net, "figure.net"));
        figures.add(figure(
                net.stream().filter(kg -> kg > 0).count() + " / " + net.size(), "", words.text("figure.positive"), ""));
        return figures;
    }

    /** Sum of the sinks or emissions of each space that has all of them. */
    private List<Double> sums(boolean sinks) {
        List<Double> sums = new ArrayList<>();
        for (CarbonAccount account : accounts) {
            double sum = 0;
            for (CarbonComponent component : CarbonComponent.values()) {
                Double kg = account.kg(component);
                if (component.isSink() == sinks) {
                    sum += kg == null ? Double.NaN : kg;
                }
            }
            if (!Double.isNaN(sum)) {
                sums.add(sum);
            }
        }
        return sums;
    }

    private Map<String, String> sum(List<Double> kg, String title) {
        double tonnes = kg.stream().mapToDouble(Double::doubleValue).sum() / 1000;
        String note =
                kg.size() == accounts.size() ? "" : words.text("figure.of").formatted(kg.size(), accounts.size());
        return figure(Numbers.fixed(tonnes, 2), words.text("tonnes"), words.text(title), note);
    }

    private static Map<String, String> figure(String value, String unit, String title, String note) {
        return Map.of("value", value, "unit", unit, "title", title, "note", note);
    }
}
