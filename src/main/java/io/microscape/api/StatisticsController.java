package io.microscape.api;

import io.microscape.pipeline.StudyPipeline;
import io.microscape.statistics.StatisticsJson;
import io.microscape.statistics.StatisticsRequest;
import io.microscape.store.StudyStore;
import io.microscape.study.InvalidInputException;
import io.microscape.study.NeighbourRule;
import io.microscape.study.SpatialSettings;
import io.microscape.study.Study;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statistics of a study, as the command prints them with {@code --json}. */
@RestController
@CrossOrigin
@RequestMapping("/api/studies/{study}/stats")
class StatisticsController {
    /** Reading is open to everybody, so that nobody can keep the machine busy with permutations. */
    private static final int MOST_PERMUTATIONS = 9_999;

    private final StudyStore store;
    private final StudyPipeline pipeline;

    StatisticsController(StudyStore store, StudyPipeline pipeline) {
        this.store = store;
        this.pipeline = pipeline;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    String statistics(
            @PathVariable String study,
            @RequestParam(defaultValue = "") List<String> account,
            @RequestParam(defaultValue = "") List<String> indices,
            @RequestParam(required = false) Integer neighbours,
            @RequestParam(required = false) Double within,
            @RequestParam(required = false) Integer permutations,
            @RequestParam(required = false) Long seed) {
        Study found = store.study(study).orElseThrow(() -> new NotFoundException("there is no study '" + study + "'"));
        if (permutations != null && permutations > MOST_PERMUTATIONS) {
            throw new InvalidInputException("permutations must be at most " + MOST_PERMUTATIONS + " by HTTP, not "
                    + permutations + "; the command stats takes more");
        }
        SpatialSettings settings =
                SpatialSettings.DEFAULTS.with(NeighbourRule.ofEither(neighbours, within), permutations, seed);
        return StatisticsJson.write(
                pipeline.statistics(found, StatisticsRequest.of(found.parameters(), account, indices, settings)));
    }
}
