package io.microscape.store.entity;

import io.microscape.study.StudyParameters;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Landscape indices of a study. */
public record LandscapeIndicesRepository(EntityManager entities) {
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
