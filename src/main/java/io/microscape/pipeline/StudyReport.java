package io.microscape.pipeline;

import io.microscape.atlas.Atlas;
import io.microscape.carbon.AccountLine;
import io.microscape.carbon.EmissionFactor;
import io.microscape.carbon.SpaceAccount;
import io.microscape.carbon.YearSeries;
import io.microscape.portrayal.Portrayal;
import io.microscape.report.HtmlReport;
import io.microscape.report.PdfReport;
import io.microscape.report.ReportContent;
import io.microscape.report.ReportContent.CumulativeNet;
import io.microscape.report.ReportContent.FactorUse;
import io.microscape.report.ReportMaps;
import io.microscape.statistics.StatisticsRequest;
import io.microscape.statistics.StudyStatistics;
import io.microscape.store.StudyStore;
import io.microscape.study.AtlasColumns;
import io.microscape.study.AtlasRow;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SpatialSettings;
import io.microscape.study.Study;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the report of a study from the store and the published maps. */
public final class StudyReport {
    private final StudyStore store;
    private final StudyPipeline pipeline;
    private final ReportMaps maps;

    /** Reports of that store's studies with maps of that atlas. */
    public StudyReport(StudyStore store, StudyPipeline pipeline, Atlas atlas, Portrayal portrayal) {
        this.store = store;
        this.pipeline = pipeline;
        this.maps = new ReportMaps(atlas, portrayal);
    }

    /** What a report can be. */
    public enum Format {
        HTML("text/html;charset=UTF-8"),
        PDF("application/pdf");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /**
         * The format of a file by its suffix.
         *
         * @throws InvalidInputException if it is none of a report
         */
        public static Format of(String fileName) {
            String lower = fileName.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".html") || lower.endsWith(".htm")) {
                return HTML;
            } else if (lower.endsWith(".pdf")) {
                return PDF;
            }
            throw InvalidInputException.of(
                    fileName, "a report cannot be written in this format", "give it the suffix .html or .pdf");
        }
    }

    /**
     * Writes the report of the sampled spaces with a carbon account.
     *
     * @throws InvalidInputException if there are none
     */
    public void write(Study study, Format format, OutputStream out) throws IOException {
        ReportContent content = content(study);
        if (format == Format.PDF) {
            PdfReport.write(content, maps, out);
        } else {
            HtmlReport.write(content, maps, out);
        }
    }

    private ReportContent content(Study study) {
        StudySample read = StudySample.of(store, study);
        read.requireAccounts(study.key());
        StatisticsRequest request =
                StatisticsRequest.of(study.parameters(), List.of(), List.of(), SpatialSettings.DEFAULTS);
        List<AtlasRow> rows = new ArrayList<>();
        store.eachAtlasRow(study.key(), row -> {
            if (row.space().sampled() && row.carbon() != null) {
                rows.add(row);
            }
        });
        List<SpaceAccount> accounts = pipeline.accounts(study);
        String version = StudyReport.class.getPackage().getImplementationVersion();
        return new ReportContent(
                study,
                rows,
                read.sampledWithoutAccount(),
                cumulativeNet(rows, accounts),
                StudyStatistics.of(study.key(), read.sample(), read.sampledWithoutAccount(), request),
                store.spatialSettings(study.key(), AtlasColumns.NET_CARBON),
                factors(accounts),
                store.imports(study.key()).stream()
                        .map(StudyStore.ImportRecord::report)
                        .toList(),
                version == null ? "(not packaged)" : version,
                Instant.now());
    }

    private static List<CumulativeNet> cumulativeNet(List<AtlasRow> rows, List<SpaceAccount> accounts) {
        Map<String, SpaceAccount> byCode =
                accounts.stream().collect(Collectors.toMap(SpaceAccount::code, account -> account));
        List<CumulativeNet> curves = new ArrayList<>();
        for (AtlasRow row : rows) {
            YearSeries net = byCode.get(row.space().code()).netByYear();
            if (net != null) {
                curves.add(new CumulativeNet(row.space().code(), net.cumulative(), net.positiveFromYear()));
            }
        }
        return curves;
    }

    private static List<FactorUse> factors(List<SpaceAccount> accounts) {
        Map<EmissionFactor, List<AccountLine>> uses = new LinkedHashMap<>();
        accounts.stream()
                .flatMap(account -> account.lines().stream())
                .filter(line -> line.factor() != null && line.kg() != null)
                .forEach(line -> uses.computeIfAbsent(line.factor(), factor -> new ArrayList<>())
                        .add(line));
        return uses.entrySet().stream()
                .map(use -> new FactorUse(
                        use.getKey().item(),
                        use.getKey().kgCo2ePerUnit(),
                        use.getKey().unitText(),
                        use.getKey().region(),
                        use.getKey().year(),
                        use.getKey().source(),
                        use.getKey().note(),
                        use.getValue().size(),
                        use.getValue().stream().mapToDouble(AccountLine::kg).sum()))
                .toList();
    }
}
