package io.microscape.report;

import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasColumns;
import io.microscape.study.AtlasRow;
import io.microscape.study.Remarks;
import io.microscape.study.StudyParameters;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the templates show, in one language: texts and numbers as they are printed. */
final class ReportModel {
    /** Most spaces in a table; the export has all. */
    static final int MOST_ROWS = 1000;

    private final ReportContent content;
    private final ReportWords words;
    private final ReportMaps maps;
    private final Function<Picture, String> embedding;
    private final Map<String, AtlasColumn> columns = new LinkedHashMap<>();

    ReportModel(ReportContent content, ReportWords words, ReportMaps maps, Function<Picture, String> embedding) {
        this.content = content;
        this.words = words;
        this.maps = maps;
        this.embedding = embedding;
        AtlasColumns.of(content.study().parameters()).forEach(column -> columns.put(column.name(), column));
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("t", words.all());
        values.put("title", title());
        values.put("subtitle", subtitle());
        values.put("figures", new KeyFigures(content.rows(), words).figures());
        values.put(
                "findings",
                content.statistics().findings().stream()
                        .map(finding -> finding.in(words.language()))
                        .toList());
        values.put("maps", mapFigures());
        putCharts(values);
        List<AtlasRow> rows =
                content.rows().subList(0, Math.min(MOST_ROWS, content.rows().size()));
        values.put(
                "rowsShown",
                rows.size() == content.rows().size()
                        ? ""
                        : words.text("rows.shown")
                                .formatted(rows.size(), content.rows().size()));
        values.put("accounts", table(rows, accountColumns()));
        values.put("indices", table(rows, indexColumns()));
        StatisticsRows statistics = new StatisticsRows(content.statistics(), words);
        values.put("correlations", statistics.correlations());
        values.put("models", statistics.models());
        values.put("patterns", statistics.patterns());
        values.put("methods", new MethodRows(content.rows(), words).rows());
        values.put("factors", factors());
        values.put("hasFactors", !content.factors().isEmpty());
        values.put("sources", sources());
        values.put("parameters", parameters());
        values.put("remarks", remarks(rows));
        return values;
    }

    private String title() {
        String title = content.study().title().in(words.language());
        return title.isBlank() ? content.study().key() : title;
    }

    private String subtitle() {
        return words.text("subtitle")
                .formatted(
                        Numbers.of(content.study().parameters().periodYears(), 0),
                        content.madeAt().atZone(ZoneOffset.UTC).format(DateTimeFormatter.ISO_LOCAL_DATE));
    }

    private List<Map<String, Object>> mapFigures() {
        List<Map<String, Object>> figures = new ArrayList<>();
        for (ReportMaps.ThemeMap map : maps.of(content.study().key(), words)) {
            figures.add(Map.of(
                    "title", map.title().in(words.language()),
                    "caption", map.description().in(words.language()),
                    "picture", embedding.apply(map.map()),
                    "legend", embedding.apply(map.legend())));
        }
        return figures;
    }

    private void putCharts(Map<String, Object> values) {
        List<AtlasRow> shown = AccountBars.shown(content.rows());
        int all = (int) content.rows().stream()
                .filter(row -> row.carbon().netCarbonKg() != null)
                .count();
        values.put("bars", shown.isEmpty() ? "" : embedding.apply(AccountBars.of(shown, columns, words)));
        values.put(
                "barsShown",
                shown.size() == all
                        ? words.text("bars.all").formatted(all)
                        : words.text("bars.ends").formatted(AccountBars.MOST / 2, AccountBars.MOST / 2, all));
        NetCurves curves = new NetCurves(content.cumulativeNet(), words);
        values.put("curves", curves.picture(shown).map(embedding).orElse(""));
        values.put("curvesCaption", curves.caption());
        values.put(
                "scatter",
                CanopyScatter.of(content.rows(), columns, words).map(embedding).orElse(""));
        values.put("matrix", embedding.apply(CorrelationHeatMap.of(content.statistics(), words)));
    }

    private List<String> accountColumns() {
        return List.of(
                "code",
                "name",
                "community",
                "soil_sink_kg",
                "vegetation_sink_kg",
                "material_emission_kg",
                "construction_emission_kg",
                "operation_emission_kg",
                AtlasColumns.NET_CARBON,
                "net_carbon_kg_per_m2",
                "net_carbon_hot_spot");
    }

    private List<String> indexColumns() {
        String radius = content.study().parameters().radiusLabel();
        return List.of(
                "code",
                "area_m2",
                "green_ratio",
                "hard_ratio",
                "canopy_cover",
                "canopy_density",
                "road_density_" + radius,
                "neighbours_" + radius,
                "connectivity",
                "species_richness",
                "shannon");
    }

    /** Headings and rows of those columns. */
    private Map<String, Object> table(List<AtlasRow> rows, List<String> names) {
        List<AtlasColumn> shown = names.stream().map(columns::get).toList();
        return Map.of(
                "head",
                shown.stream()
                        .map(column -> Map.of(
                                "title", words.capital(column.title()),
                                "unit", column.unit(),
                                "kind", kind(column)))
                        .toList(),
                "rows",
                rows.stream()
                        .map(row -> shown.stream()
                                .map(column ->
                                        Map.of("text", words.value(column, column.valueOf(row)), "kind", kind(column)))
                                .toList())
                        .toList());
    }

    private static String kind(AtlasColumn column) {
        return Number.class.isAssignableFrom(column.type()) ? "number" : "text";
    }

    private List<Map<String, String>> factors() {
        return content.factors().stream()
                .map(use -> Map.of(
                        "item", use.item(),
                        "factor", Numbers.of(use.kgPerUnit(), 6),
                        "unit", use.unit(),
                        "region", Objects.requireNonNullElse(use.region(), Numbers.NONE),
                        "year", use.year() == null ? Numbers.NONE : use.year().toString(),
                        "source", Objects.requireNonNullElse(use.source(), Numbers.NONE),
                        "note", Objects.requireNonNullElse(use.note(), ""),
                        "lines", Integer.toString(use.lines()),
                        "kg", Numbers.fixed(use.kg(), 2)))
                .toList();
    }

    private List<Map<String, String>> sources() {
        return content.imports().stream()
                .map(report -> Map.of(
                        "kind", report.kind().key(),
                        "file", report.file(),
                        "format", report.format() == null ? "" : report.format(),
                        "crs", report.crs() == null ? "" : report.crs(),
                        "accepted", Long.toString(report.accepted())))
                .toList();
    }

    private List<Map<String, String>> parameters() {
        StudyParameters parameters = content.study().parameters();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("parameter.crs", content.study().crs());
        values.put("parameter.radius", Numbers.of(parameters.radiusM(), 2) + " m");
        values.put(
                "parameter.density",
                words.text("density." + parameters.roadDensityPer().name()));
        values.put(
                "parameter.connectivity",
                words.text("connectivity." + parameters.connectivityDistance().name()));
        values.put("parameter.period", words.text("years").formatted(Numbers.of(parameters.periodYears(), 0)));
        content.spatial()
                .ifPresent(settings -> values.put(
                        "parameter.spatial",
                        words.text("spatial." + settings.neighbours().kind().name())
                                .formatted(
                                        Numbers.of(settings.neighbours().value(), 1),
                                        settings.permutations(),
                                        Long.toString(settings.seed()))));
        values.put("parameter.version", content.programVersion());
        return values.entrySet().stream()
                .map(entry -> Map.of("name", words.text(entry.getKey()), "value", entry.getValue()))
                .toList();
    }

    private List<Map<String, String>> remarks(List<AtlasRow> rows) {
        AtlasColumn remarks = Remarks.column(List.copyOf(columns.values()));
        Stream<Map<String, String>> ofRows = rows.stream()
                .filter(row -> remarks.valueOf(row) != null)
                .map(row -> Map.of(
                        "code", row.space().code(), "text", remarks.valueOf(row).toString()));
        Stream<Map<String, String>> ofStudy = content.sampledWithoutAccount() == 0
                ? Stream.of()
                : Stream.of(Map.of(
                        "code", "", "text", words.text("without.account").formatted(content.sampledWithoutAccount())));
        return Stream.concat(ofStudy, ofRows).toList();
    }
}
