package io.microscape.store.entity;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Import records. */
public record ImportRecordRepository(EntityManager entities) {
    /** Records of the study that have their report, in the order in which the files first came. */
    public List<ImportRecordEntity> ofStudy(long studyId) {
        return entities.createQuery(
                        "select r from ImportRecordEntity r where r.studyId = :study and r.report is not null"
                                + " order by r.id",
                        ImportRecordEntity.class)
                .setParameter("study", studyId)
                .getResultList();
    }
}
