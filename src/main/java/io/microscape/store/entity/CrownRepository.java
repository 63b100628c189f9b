package io.microscape.store.entity;

import io.microscape.study.SourceKind;
import org.springframework.data.jpa.repository.Query;

/** Crowns of a study: trees, or crown polygons that a canopy source brought. */
public interface CrownRepository extends FeatureRepository<CrownEntity> {
    /** Crowns brought by sources of that kind. */
    @Query("select count(c) from CrownEntity c join ImportRecordEntity r on r.id = c.importId"
            + " where c.studyId = :studyId and r.kind = :kind")
    long countOfKind(long studyId, SourceKind kind);
}
