package io.microscape.report;

import io.microscape.study.AtlasRow;
import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where the accounts come from: each method and source of a component once, with the number of spaces it stands for. */
final class MethodRows {
    private final List<AtlasRow> rows;
    private final ReportWords words;

    MethodRows(List<AtlasRow> rows, ReportWords words) {
        this.rows = rows;
        this.words = words;
    }

    List<Map<String, String>> rows() {
        List<Map<String, String>> lines = new ArrayList<>();
        for (CarbonComponent component : CarbonComponent.values()) {
            Map<List<String>, Integer> uses = new LinkedHashMap<>();
            rows.forEach(row -> uses.merge(provenance(row.carbon().value(component)), 1, Integer::sum));
            uses.forEach((provenance, count) -> lines.add(Map.of(
                    "component", words.text("component." + component.name()),
                    "method", provenance.get(0),
                    "source", provenance.get(1),
                    "year", provenance.get(2),
                    "note", provenance.get(3),
                    "spaces", Integer.toString(count))));
        }
        return lines;
    }

    private List<String> provenance(CarbonValue value) {
        String uncertainty =
                value.uncertaintyPercent() == null ? null : "± " + Numbers.of(value.uncertaintyPercent(), 1) + " %";
        String note = Stream.of(value.kg() == null ? words.text("no.value") : null, uncertainty, value.reason())
                .filter(text -> text != null && !text.isBlank())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
        return List.of(
                value.method() == null ? Numbers.NONE : value.method(),
                value.source() == null ? Numbers.NONE : value.source(),
                value.year() == null ? Numbers.NONE : value.year().toString(),
                note);
    }
}
