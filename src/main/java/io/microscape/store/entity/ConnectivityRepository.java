package io.microscape.store.entity;

import io.microscape.study.SpaceConnectivity;
import io.microscape.study.StudyConnectivity;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Connectivity of a study: of all spaces together, and what each contributes. */
public record ConnectivityRepository(EntityManager entities) {
    /** One a threshold, ascending. */
    public List<StudyConnectivity> ofStudy(long studyId) {
        return entities.createQuery(
                        "select c from StudyConnectivityEntity c where c.place.studyId = :study"
                                + " order by c.place.thresholdM",
                        StudyConnectivityEntity.class)
                .setParameter("study", studyId)
                .getResultStream()
                .map(StudyConnectivityEntity::toDomain)
                .toList();
    }

    /**
     * By the spaces' codes, thresholds ascending. All at once in memory: there are such rows only up to the number of
     * spaces for which they are computed.
     */
    public Map<String, List<SpaceConnectivity>> ofSpaces(long studyId) {
        Map<String, List<SpaceConnectivity>> byCode = new HashMap<>();
        try (Stream<SpaceConnectivityEntity> rows = entities.createQuery(
                        "select c from SpaceConnectivityEntity c where c.place.studyId = :study"
                                + " order by c.place.thresholdM",
                        SpaceConnectivityEntity.class)
                .setParameter("study", studyId)
                .getResultStream()) {
            rows.forEach(row -> {
                byCode.computeIfAbsent(row.code(), code -> new ArrayList<>()).add(row.toDomain());
                entities.detach(row);
            });
        }
        return byCode;
    }

    /** Removes all rows of the study. */
    public void clear(long studyId) {
        for (String entity : List.of("StudyConnectivityEntity", "SpaceConnectivityEntity")) {
            entities.createQuery("delete from " + entity + " c where c.place.studyId = :study")
                    .setParameter("study", studyId)
                    .executeUpdate();
        }
    }
}
