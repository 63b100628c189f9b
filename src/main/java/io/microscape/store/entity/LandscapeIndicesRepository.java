package io.microscape.store.entity;

import io.microscape.study.StudyParameters;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Landscape indices of a study. */
public record LandscapeIndicesRepository(EntityManager entities) {
    /** Digest of what each row was computed from, by code; an empty text where there is none. */
    public Map<String, String> digestsOfStudy(long studyId) {
        Map<String, String> digests = new HashMap<>();
        try (Stream<Tuple> rows = entities.createQuery(
                        "select i.place.code, coalesce(i.inputDigest, '') from LandscapeIndicesEntity i"
                                + " where i.place.studyId = :study",
                        Tuple.class)
                .setParameter("study", studyId)
                .getResultStream()) {
            rows.forEach(row -> digests.put(row.get(0, String.class), row.get(1, String.class)));
        }
        return digests;
    }

    /** The parameters of the study's indices, which are equal in all rows; empty if there are no indices. */
    public Optional<StudyParameters> parametersOfStudy(long studyId) {
        return entities.createQuery(
                        "select i.parameters from LandscapeIndicesEntity i where i.place.studyId = :study",
                        ParametersColumns.class)
                .setParameter("study", studyId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(ParametersColumns::toDomain);
    }
}
