package io.microscape.store.entity;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Import records. */
public interface ImportRecordRepository extends Repository<ImportRecordEntity, Long> {
    /** Records of the study that have their report, in the order in which the files first came. */
    @Query("select r from ImportRecordEntity r where r.studyId = :studyId and r.report is not null order by r.id")
    List<ImportRecordEntity> ofStudy(long studyId);
}
