package io.microscape.api;

import io.microscape.atlas.Atlas;
import io.microscape.pipeline.StudyPipeline;
import io.microscape.pipeline.StudyReport;
import io.microscape.portrayal.Portrayal;
import io.microscape.store.StudyStore;
import io.microscape.study.Study;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The report of a study, as the command writes it. One at a time: charts and fonts take memory. */
@RestController
@CrossOrigin
@RequestMapping("/api/studies/{study}/report.{format}")
class ReportController {
    private final StudyStore store;
    private final StudyReport reports;

    ReportController(StudyStore store, StudyPipeline pipeline, Atlas atlas, Portrayal portrayal) {
        this.store = store;
        this.reports = new StudyReport(store, pipeline, atlas, portrayal);
    }

    @GetMapping
    ResponseEntity<byte[]> report(@PathVariable String study, @PathVariable String format) throws IOException {
        Study found = store.study(study).orElseThrow(() -> new NotFoundException("there is no study '" + study + "'"));
        StudyReport.Format target = StudyReport.Format.of("report." + format);
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        synchronized (reports) {
            reports.write(found, target, report);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(target.mediaType()))
                .body(report.toByteArray());
    }
}
