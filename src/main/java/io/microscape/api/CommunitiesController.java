package io.microscape.api;

import io.microscape.pipeline.StudyPipeline;
import io.microscape.store.StudyStore;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The communities of a study. */
@RestController
@CrossOrigin
@RequestMapping("/api/studies/{study}/communities")
class CommunitiesController {
    private final StudyStore store;
    private final StudyPipeline pipeline;

    CommunitiesController(StudyStore store, StudyPipeline pipeline) {
        this.store = store;
        this.pipeline = pipeline;
    }

    /** Roll-up of the micro-spaces, carbon accounts and renovations; the same JSON as that of the command. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    String communities(@PathVariable String study) {
        return pipeline.communities(store.study(study)
                        .orElseThrow(() -> new NotFoundException("there is no study '" + study + "'")))
                .toJson();
    }
}
