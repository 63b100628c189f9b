package io.microscape.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * The last column of exports and published layers, {@code remarks}: why values of a row are absent, or what to know of them.
 */
public final class Remarks {
    /** Name of the column. */
    public static final String NAME = "remarks";

    private final List<String> columnNames;

    private Remarks(List<AtlasColumn> columns) {
        columnNames = columns.stream().map(AtlasColumn::name).toList();
    }

    /** The column that explains the nulls of these columns. */
    public static AtlasColumn column(List<AtlasColumn> columns) {
        return new AtlasColumn(
                NAME,
                String.class,
                "",
                new LocalizedText("remarks", "备注"),
                new LocalizedText("why values of this row are absent, or what to know of them", "本行缺值的原因及取值说明"),
                new Remarks(columns)::text);
    }

    /** "green_ratio, hard_ratio: no surfaces; carbon: no account"; null when all is there. */
    private String text(AtlasRow row) {
        StringJoiner reasons = new StringJoiner("; ").setEmptyValue("");
        if (row.indices() == null) {
            reasons.add("indices: not computed yet");
        } else {
            columnsByReason(row.indices())
                    .forEach((reason, columns) -> reasons.add(String.join(", ", columns) + ": " + reason));
        }
        if (row.carbon() == null) {
            reasons.add("carbon: no account for this code");
        } else {
            row.carbon().values().forEach((component, value) -> {
                if (value.reason() != null) {
                    reasons.add(component.column() + ": " + value.reason());
                }
            });
        }
        return reasons.length() == 0 ? null : reasons.toString();
    }

    private Map<String, List<String>> columnsByReason(LandscapeIndices indices) {
        return columnNames.stream()
                .filter(indices.reasons()::containsKey)
                .collect(Collectors.groupingBy(indices.reasons()::get, LinkedHashMap::new, Collectors.toList()));
    }
}
