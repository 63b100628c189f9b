package io.microscape.store.entity;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Studies. */
public record StudyRepository(EntityManager entities) {
    /** All of them by key. */
    public List<StudyEntity> all() {
        return entities.createQuery("select s from StudyEntity s order by byte_order(s.key)", StudyEntity.class)
                .getResultList();
    }

    public Optional<StudyEntity> ofKey(String key) {
        return ofKey("s", StudyEntity.class, key);
    }

    /** The key of the study's row; empty if there is no such study. */
    public Optional<Long> idOfKey(String key) {
        return ofKey("s.id", Long.class, key);
    }

    /** Version of the study's data. */
    public Optional<Long> versionOfKey(String key) {
        return ofKey("s.dataVersion", Long.class, key);
    }

    private <T> Optional<T> ofKey(String selection, Class<T> type, String key) {
        return entities.createQuery("select " + selection + " from StudyEntity s where s.key = :key", type)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}
