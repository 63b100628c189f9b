package io.microscape.store.entity;

import jakarta.persistence.QueryHint;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/**
 * Features of a study, read as a stream within a transaction: neither database nor JVM holds more than a fetch of them, if
 * the caller detaches what it has seen.
 *
 * @param <E> the entity
 */
@NoRepositoryBean
public interface FeatureRepository<E extends FeatureEntity> extends Repository<E, Long> {
    /** Rows fetched at once; geometries are a few hundred bytes to some kilobytes each. */
    String FETCH_SIZE = "1000";

    /** All features of the study in the order of their import. */
    @Query("select e from #{#entityName} e where e.studyId = :studyId order by e.id")
    @QueryHints({
        @QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = FETCH_SIZE),
        @QueryHint(name = HibernateHints.HINT_READ_ONLY, value = "true")
    })
    Stream<E> ofStudy(long studyId);

    @Query("select count(e) from #{#entityName} e where e.studyId = :studyId")
    long countOfStudy(long studyId);
}
