package io.microscape.store.entity;

import io.microscape.study.SpatialSettings;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Spatial statistics of a study. */
public record SpatialStatisticRepository(EntityManager entities) {
    /** The statistics of a column, by code. */
    public List<SpatialStatisticEntity> ofVariable(long studyId, String variable) {
        return entities.createQuery(
                        "select s from SpatialStatisticEntity s where s.place.studyId = :study"
                                + " and s.place.variable = :variable order by byte_order(s.place.code)",
                        SpatialStatisticEntity.class)
                .setParameter("study", studyId)
                .setParameter("variable", variable)
                .getResultList();
    }

    /** What the statistics of a column were computed with, which is equal in all rows; empty if there are none. */
    public Optional<SpatialSettings> settings(long studyId, String variable) {
        return ofVariable(studyId, variable).stream().findFirst().map(SpatialStatisticEntity::settings);
    }

    /** Removes all statistics of the study. */
    public void clear(long studyId) {
        entities.createQuery("delete from SpatialStatisticEntity s where s.place.studyId = :study")
                .setParameter("study", studyId)
                .executeUpdate();
    }
}
