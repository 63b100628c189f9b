package io.microscape.store.entity;

import io.microscape.study.SourceKind;
import jakarta.persistence.EntityManager;

/** Crowns of a study: trees, or crown polygons that a canopy source brought. */
public final class CrownRepository extends FeatureRepository<CrownEntity> {
    public CrownRepository(EntityManager entities) {
        super(entities, CrownEntity.class, "e.id");
    }

    /** Crowns brought by sources of that kind. */
    public long countOfKind(long studyId, SourceKind kind) {
        return entities.createQuery(
                        "select count(c) from CrownEntity c join ImportRecordEntity r on r.id = c.importId"
                                + " where c.studyId = :study and r.kind = :kind",
                        Long.class)
                .setParameter("study", studyId)
                .setParameter("kind", kind)
                .getSingleResult();
    }
}
