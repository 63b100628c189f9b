package io.microscape.store.entity;

import io.microscape.study.SpatialSettings;
import io.microscape.study.SpatialStatistic;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.stream.Stream;

/** Spatial statistics of a study. */
public record SpatialStatisticRepository(EntityManager entities) {
    /** The statistics of a column in the order of the codes' UTF-8 bytes, to be closed. */
    public Stream<SpatialStatistic> ofVariable(long studyId, String variable) {
        return FeatureRepository.stream(entities.createQuery(
                        "select new io.microscape.study.SpatialStatistic(s.place.code, s.neighbours,"
                                + " s.localMoran, s.giStarZ, s.p, s.cluster, s.hotSpot)"
                                + " from SpatialStatisticEntity s where s.place.studyId = :study"
                                + " and s.place.variable = :variable order by byte_order(s.place.code)",
                        SpatialStatistic.class)
                .setParameter("study", studyId)
                .setParameter("variable", variable));
    }

    /** What the statistics of a column were computed with, which is equal in all rows; empty if there are none. */
    public Optional<SpatialSettings> settings(long studyId, String variable) {
        return entities.createQuery(
                        "select s from SpatialStatisticEntity s where s.place.studyId = :study"
                                + " and s.place.variable = :variable",
                        SpatialStatisticEntity.class)
                .setParameter("study", studyId)
                .setParameter("variable", variable)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(SpatialStatisticEntity::settings);
    }

    /** Removes all statistics of the study. */
    public void clear(long studyId) {
        entities.createQuery("delete from SpatialStatisticEntity s where s.place.studyId = :study")
                .setParameter("study", studyId)
                .executeUpdate();
    }
}
