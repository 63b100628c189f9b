package io.microscape.api;

import io.microscape.pipeline.ImportSummary;
import io.microscape.pipeline.Job;
import io.microscape.pipeline.Jobs;
import io.microscape.pipeline.Settings;
import io.microscape.pipeline.StudyPipeline;
import io.microscape.store.StudyStore;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.study.Study;
import io.microscape.study.StudyFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Writes: each answers 202 and the job that does it. */
@RestController
@RequestMapping("/api/studies/{study}")
class WritesController {
    private final StudyPipeline pipeline;
    private final StudyStore store;
    private final Jobs jobs;
    private final Settings settings;

    WritesController(StudyPipeline pipeline, StudyStore store, Jobs jobs, Settings settings) {
        this.pipeline = pipeline;
        this.store = store;
        this.jobs = jobs;
        this.settings = settings;
    }

    /** Imports an uploaded file; the parameters are those of the import command. */
    @PostMapping("/imports/{kind}")
    ResponseEntity<Job.Status> importFile(
            @PathVariable String study,
            @PathVariable String kind,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) String crs,
            @RequestParam(required = false) String encoding,
            @RequestParam(required = false) String layer,
            @RequestParam(required = false) List<String> field,
            @RequestParam(required = false) String where,
            @RequestParam(required = false) String x,
            @RequestParam(required = false) String y,
            @RequestParam(required = false) String covered,
            @RequestParam(name = "valid_only", defaultValue = "false") boolean validOnly,
            @RequestParam(defaultValue = "false") boolean replace)
            throws IOException {
        if (!study.matches(StudyFile.KEY_PATTERN)) {
            throw new InvalidInputException(
                    "'" + study + "' is not a study key: it looks like " + StudyFile.KEY_PATTERN);
        }
        SourceKind sourceKind = SourceKind.of(kind)
                .orElseThrow(
                        () -> new NotFoundException("there is no kind '" + kind + "'; kinds are " + SourceKind.keys()));
        Map<String, String> fields = fieldsOf(field);
        Path folder = Files.createDirectories(
                settings.home().resolve("uploads").resolve(UUID.randomUUID().toString()));
        Path upload = folder.resolve(fileName(file.getOriginalFilename()));
        file.transferTo(upload);
        SourceSpec spec =
                new SourceSpec(sourceKind, upload, crs, encoding, layer, fields, where, x, y, covered, null, validOnly);
        return accepted(jobs.submit(study, "import " + sourceKind.key(), progress -> {
            try {
                return ImportSummary.lines(pipeline.importSource(pipeline.studyOrNew(study), spec, replace, progress));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        }));
    }

    /** Computes the indices anew that a change concerns; all of them when asked. */
    @PostMapping("/analyses")
    ResponseEntity<Job.Status> analyse(@PathVariable String study, @RequestParam(defaultValue = "false") boolean all) {
        Study found = require(study);
        return accepted(jobs.submit(study, "analyse", progress -> {
            List<String> lines = new ArrayList<>(List.of("indices computed in " + found.crs()));
            lines.addAll(pipeline.analyse(study, all, progress).lines());
            return lines;
        }));
    }

    /** Publishes the layers anew. */
    @PostMapping("/publications")
    ResponseEntity<Job.Status> publish(@PathVariable String study) {
        require(study);
        return accepted(jobs.submit(study, "publish", progress -> {
            List<String> lines = new ArrayList<>();
            pipeline.publish(study, progress)
                    .forEach(layer -> lines.add(layer.qualifiedName() + " version " + layer.version()));
            lines.add(0, lines.size() + " layers published");
            return lines;
        }));
    }

    private static ResponseEntity<Job.Status> accepted(Job job) {
        Job.Status status = job.status();
        return ResponseEntity.accepted()
                .location(URI.create("/api/jobs/" + status.id()))
                .body(status);
    }

    private Study require(String key) {
        return store.study(key).orElseThrow(() -> new NotFoundException("there is no study '" + key + "'"));
    }

    private static Map<String, String> fieldsOf(List<String> fields) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String field : fields == null ? List.<String>of() : fields) {
            int equals = field.indexOf('=');
            if (equals < 1) {
                throw new InvalidInputException("field '" + field + "' is not of the form target=source");
            }
            map.put(field.substring(0, equals), field.substring(equals + 1));
        }
        return map;
    }

    /** The last part of the name the client gave, so that no path leaves the upload's folder. */
    private static String fileName(String original) {
        String name = original == null
                ? ""
                : original.substring(Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1);
        String clean = name.replaceAll("\\p{Cntrl}", "");
        if (clean.isBlank() || clean.equals(".") || clean.equals("..")) {
            throw new InvalidInputException("the uploaded file has no name; the name's suffix tells the format");
        }
        return clean;
    }
}
