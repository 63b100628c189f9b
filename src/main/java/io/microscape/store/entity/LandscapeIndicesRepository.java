package io.microscape.store.entity;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Landscape indices of a study. */
public interface LandscapeIndicesRepository extends Repository<LandscapeIndicesEntity, LandscapeIndicesEntity.Place> {
    /** The parameters of the study's indices, once a row; they are equal in all rows. */
    @Query("select i.parameters from LandscapeIndicesEntity i where i.place.studyId = :studyId")
    List<ParametersColumns> parametersOfStudy(long studyId, Limit limit);
}
