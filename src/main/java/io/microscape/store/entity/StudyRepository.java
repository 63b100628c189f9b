package io.microscape.store.entity;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Studies. */
public interface StudyRepository extends Repository<StudyEntity, Long> {
    @Query("select s from StudyEntity s order by byte_order(s.key)")
    List<StudyEntity> all();

    @Query("select s from StudyEntity s where s.key = :key")
    Optional<StudyEntity> ofKey(String key);

    /** The key of the study's row; empty if there is no such study. */
    @Query("select s.id from StudyEntity s where s.key = :key")
    Optional<Long> idOfKey(String key);

    /** Version of the study's data. */
    @Query("select s.dataVersion from StudyEntity s where s.key = :key")
    Optional<Long> versionOfKey(String key);
}
