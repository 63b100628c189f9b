package io.microscape.store;

import io.microscape.store.bulk.BulkLoader;
import io.microscape.store.entity.StudyEntity;
import io.microscape.study.InvalidInputException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * A change of a study: one transaction that holds the study's row, so that there is one change at a time, bumps the version
 * of its data, and is undone by closing without commit. Not thread-safe, but not bound to a thread either.
 */
final class StudyTransaction implements AutoCloseable {
    private final Database database;
    private final EntityManager entities;
    private final StudyEntity study;
    private final BulkLoader loader;

    private StudyTransaction(Database database, EntityManager entities, StudyEntity study, BulkLoader loader) {
        this.database = database;
        this.entities = entities;
        this.study = study;
        this.loader = loader;
    }

    /**
     * Begins a change.
     *
     * @throws InvalidInputException if there is no such study, or if another change of it is under way
     */
    static StudyTransaction begin(EntityManager entities, Database database, String key) {
        try {
            entities.getTransaction().begin();
            StudyEntity study = lock(entities, key);
            BulkLoader loader = entities.unwrap(Session.class).doReturningWork(database::loader);
            return new StudyTransaction(database, entities, study, loader);
        } catch (RuntimeException e) {
            entities.close();
            throw e;
        }
    }

    EntityManager entities() {
        return entities;
    }

    StudyEntity study() {
        return study;
    }

    BulkLoader loader() {
        return loader;
    }

    /** Makes the change visible, and durable. */
    void commit() {
        loader.flush();
        study.setDataVersion(nextVersion(entities));
        commit(entities, database);
    }

    /** Undoes the change unless it is committed. */
    @Override
    public void close() {
        try {
            loader.close();
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    /** Commits what was done through the entity manager, and makes it durable. */
    static void commit(EntityManager entities, Database database) {
        try {
            entities.getTransaction().commit();
        } catch (PersistenceException e) {
            throw StoreException.of("the change could not be committed", e);
        }
        entities.unwrap(Session.class).doWork(database::makeDurable);
    }

    /** A version that no study ever had, also none that was deleted. */
    static long nextVersion(EntityManager entities) {
        String next = entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getJdbcServices()
                .getDialect()
                .getSequenceSupport()
                .getSequenceNextValString("study_version");
        return ((Number) entities.createNativeQuery(next, Long.class).getSingleResult()).longValue();
    }

    private static StudyEntity lock(EntityManager entities, String key) {
        List<StudyEntity> found;
        try {
            found = entities.createQuery("select s from StudyEntity s where s.key = :key", StudyEntity.class)
                    .setParameter("key", key)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .setHint("jakarta.persistence.lock.timeout", 0)
                    .getResultList();
        } catch (LockTimeoutException | PessimisticLockException e) {
            throw new InvalidInputException(
                    "study %s: another import or analysis of it is under way; try again when that has ended"
                            .formatted(key),
                    e);
        }
        if (found.isEmpty()) {
            throw new InvalidInputException("there is no study " + key + "; create it by running its study file first");
        }
        return found.get(0);
    }
}
