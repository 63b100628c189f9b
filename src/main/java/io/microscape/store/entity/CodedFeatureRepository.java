package io.microscape.store.entity;

import jakarta.persistence.QueryHint;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.NoRepositoryBean;

/**
 * Features that have a code: they are read in the order of the code's UTF-8 bytes, which is the same on every database and
 * in every locale.
 *
 * @param <E> the entity
 */
@NoRepositoryBean
public interface CodedFeatureRepository<E extends FeatureEntity> extends FeatureRepository<E> {
    @Override
    @Query("select e from #{#entityName} e where e.studyId = :studyId order by byte_order(e.code), e.id")
    @QueryHints({
        @QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = FETCH_SIZE),
        @QueryHint(name = HibernateHints.HINT_READ_ONLY, value = "true")
    })
    Stream<E> ofStudy(long studyId);
}
