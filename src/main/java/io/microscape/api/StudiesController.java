package io.microscape.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microscape.atlas.Atlas;
import io.microscape.atlas.PublishedLayer;
import io.microscape.export.AtlasExport;
import io.microscape.export.ExportOptions;
import io.microscape.store.StudyStore;
import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasColumns;
import io.microscape.study.InvalidInputException;
import io.microscape.study.MetricGroup;
import io.microscape.study.MetricOptions;
import io.microscape.study.SourceKind;
import io.microscape.study.Study;
import io.microscape.study.StudyConnectivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Reads: studies, their spaces, their exports. */
@RestController
@CrossOrigin
@RequestMapping("/api/studies")
class StudiesController {
    private static final int MOST_SPACES = 10_000;

    private final StudyStore store;
    private final Atlas atlas;

    StudiesController(StudyStore store, Atlas atlas) {
        this.store = store;
        this.atlas = atlas;
    }

    /** A study in a list. */
    record StudyView(
            String key,
            String titleEn,
            String titleZh,
            String crs,
            Map<String, Object> parameters,
            Map<String, Long> counts) {}

    /** A study with what it was made from and what it shows. */
    record StudyDetails(
            StudyView study, List<ImportView> imports, List<LayerView> layers, List<ConnectivityView> connectivity) {}

    /** Connectivity of all spaces at one threshold, by the names of the metric cards; null where a reason is given. */
    record ConnectivityView(
            @JsonProperty("threshold_m") double thresholdM,
            int spaces,
            Double connect,
            Double pc,
            Double iic,
            @JsonProperty("ec_pc_m2") Double ecPcM2,
            @JsonProperty("ec_iic_m2") Double ecIicM2,
            @JsonProperty("landscape_area_m2") Double landscapeAreaM2,
            Map<String, String> reasons) {
        static ConnectivityView of(StudyConnectivity row) {
            return new ConnectivityView(
                    row.thresholdM(),
                    row.spaces(),
                    row.connect(),
                    row.pc(),
                    row.iic(),
                    row.ecPcM2(),
                    row.ecIicM2(),
                    row.landscapeAreaM2(),
                    row.reasons());
        }
    }

    /** An import that is in the study now. */
    record ImportView(
            String kind,
            String file,
            String format,
            String encoding,
            String crs,
            long read,
            long accepted,
            int repaired,
            int duplicates,
            int rejected,
            List<String> notes,
            Instant at) {}

    /** A published layer. */
    record LayerView(String name, String titleEn, String titleZh, String version, long features, List<String> styles) {}

    /** A page of the joined result; the columns are those of the export. */
    record SpacesPage(long total, int offset, List<Map<String, Object>> spaces) {}

    @GetMapping
    List<StudyView> studies() {
        return store.studies().stream().map(this::view).toList();
    }

    @GetMapping("/{study}")
    StudyDetails study(@PathVariable String study) {
        Study found = require(study);
        return new StudyDetails(
                view(found),
                store.imports(study).stream().map(StudiesController::view).toList(),
                atlas.layers().stream()
                        .filter(layer -> layer.study().equals(study))
                        .map(StudiesController::view)
                        .toList(),
                store.connectivity(study).stream().map(ConnectivityView::of).toList());
    }

    /** The whole reports of the imports that are in the study now: every repair, duplicate, rejection and note. */
    @GetMapping("/{study}/imports")
    List<StudyStore.ImportRecord> imports(@PathVariable String study) {
        require(study);
        return store.imports(study);
    }

    @GetMapping("/{study}/spaces")
    SpacesPage spaces(
            @PathVariable String study,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "1000") int limit) {
        Study found = require(study);
        if (offset < 0 || limit < 1 || limit > MOST_SPACES) {
            throw new InvalidInputException("offset must not be negative and limit be from 1 to " + MOST_SPACES
                    + "; for everything use /export");
        }
        List<AtlasColumn> columns = AtlasColumns.of(found.parameters());
        List<Map<String, Object>> page = new ArrayList<>();
        long[] row = {0};
        store.eachAtlasRow(study, atlasRow -> {
            if (row[0] >= offset && page.size() < limit) {
                Map<String, Object> values = new LinkedHashMap<>();
                columns.forEach(column -> values.put(column.name(), column.valueOf(atlasRow)));
                page.add(values);
            }
            row[0]++;
        });
        return new SpacesPage(row[0], offset, page);
    }

    @GetMapping("/{study}/export.{format}")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String study,
            @PathVariable String format,
            @RequestParam(defaultValue = "false") boolean wkt) {
        Study found = require(study);
        String fileName = study + "." + format;
        AtlasExport.Format target = AtlasExport.formatOf(fileName);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(target.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString())
                .body(out -> AtlasExport.write(store, found, target, out, new ExportOptions(wkt)));
    }

    private Study require(String key) {
        return store.study(key).orElseThrow(() -> new NotFoundException("there is no study '" + key + "'"));
    }

    private StudyView view(Study study) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("radius_m", study.parameters().radiusM());
        parameters.put("road_density_per", lower(study.parameters().roadDensityPer()));
        parameters.put("period_years", study.parameters().periodYears());
        parameters.put("connectivity_distance", lower(study.parameters().connectivityDistance()));
        MetricOptions metrics = study.parameters().metrics();
        parameters.put(
                "metrics", metrics.groups().stream().map(MetricGroup::key).toList());
        parameters.put("edge_depth_m", metrics.edgeDepthM());
        parameters.put("search_radius_m", metrics.searchRadiusM());
        parameters.put("thresholds_m", metrics.thresholdsM());
        parameters.put("landscape_area_m2", metrics.landscapeAreaM2());
        Map<String, Long> counts = new LinkedHashMap<>();
        store.counts(study.key()).forEach((SourceKind kind, Long count) -> counts.put(kind.key(), count));
        return new StudyView(study.key(), study.title().en(), study.title().zh(), study.crs(), parameters, counts);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static ImportView view(StudyStore.ImportRecord imported) {
        var report = imported.report();
        return new ImportView(
                report.kind().key(),
                report.file(),
                report.format(),
                report.encoding(),
                report.crs(),
                report.read(),
                report.accepted(),
                report.repaired().size(),
                report.duplicates().size(),
                report.rejected().size(),
                report.notes(),
                imported.at());
    }

    private static LayerView view(PublishedLayer layer) {
        return new LayerView(
                layer.qualifiedName(),
                layer.definition().title().en(),
                layer.definition().title().zh(),
                layer.version(),
                layer.featureCount(),
                layer.definition().styles());
    }
}
