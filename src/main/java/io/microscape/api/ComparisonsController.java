package io.microscape.api;

import io.microscape.pipeline.StudyPipeline;
import io.microscape.store.StudyStore;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Study;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Comparisons of a study with a scenario: computed and answered, never stored, so that whoever may read may ask. */
@RestController
@CrossOrigin
@RequestMapping("/api/studies/{study}/comparisons")
class ComparisonsController {
    private final StudyStore store;
    private final StudyPipeline pipeline;

    ComparisonsController(StudyStore store, StudyPipeline pipeline) {
        this.store = store;
        this.pipeline = pipeline;
    }

    /** The body is a scenario, YAML or JSON; the answer the same JSON as that of the command. */
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> compare(@PathVariable String study, HttpServletRequest request) throws IOException {
        Study found = store.study(study).orElseThrow(() -> new NotFoundException("there is no study '" + study + "'"));
        byte[] body;
        try (InputStream stream = request.getInputStream()) {
            body = stream.readNBytes(StudyPipeline.MAX_SCENARIO_BYTES + 1);
        }
        if (body.length > StudyPipeline.MAX_SCENARIO_BYTES) {
            throw InvalidInputException.of(
                    "scenario",
                    "is larger than " + StudyPipeline.MAX_SCENARIO_BYTES + " bytes",
                    "send a scenario file");
        }
        return ResponseEntity.ok(pipeline.compare(found, "scenario", text(body)).toJson());
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("scenario: is not UTF-8; send it as UTF-8", e);
        }
    }
}
