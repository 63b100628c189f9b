package io.microscape.store.entity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/**
 * Features of a study, read as a stream within a transaction: neither database nor JVM holds more than a fetch of them, if
 * the caller detaches what it has seen.
 *
 * @param <E> the entity
 */
public class FeatureRepository<E extends FeatureEntity> {
    /** Rows fetched at once; geometries are a few hundred bytes to some kilobytes each. */
    private static final int FETCH_SIZE = 1_000;

    final EntityManager entities;
    private final String entity;
    private final String order;

    FeatureRepository(EntityManager entities, Class<E> type, String order) {
        this.entities = entities;
        this.entity = type.getSimpleName();
        this.order = order;
    }

    /** Features in the order of their import. */
    public static <E extends FeatureEntity> FeatureRepository<E> asImported(EntityManager entities, Class<E> type) {
        return new FeatureRepository<>(entities, type, "e.id");
    }

    /**
     * Features that have a code, in the order of the code's UTF-8 bytes, which is the same on every database and in every
     * locale.
     */
    public static <E extends FeatureEntity> FeatureRepository<E> byCode(EntityManager entities, Class<E> type) {
        return new FeatureRepository<>(entities, type, "byte_order(e.code), e.id");
    }

    /** All features of the study. */
    @SuppressWarnings("unchecked") // the entity's name is that of E
    public Stream<E> ofStudy(long studyId) {
        return (Stream<E>) stream(entities.createQuery(
                        "select e from " + entity + " e where e.studyId = :study order by " + order,
                        FeatureEntity.class)
                .setParameter("study", studyId));
    }

    public long countOfStudy(long studyId) {
        return entities.createQuery("select count(e) from " + entity + " e where e.studyId = :study", Long.class)
                .setParameter("study", studyId)
                .getSingleResult();
    }

    static <T> Stream<T> stream(TypedQuery<T> query) {
        return query.setHint(HibernateHints.HINT_FETCH_SIZE, FETCH_SIZE).getResultStream();
    }
}
