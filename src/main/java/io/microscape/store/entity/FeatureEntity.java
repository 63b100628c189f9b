package io.microscape.store.entity;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What a source file brought: it goes with its import record, and that goes with its study. */
@MappedSuperclass
public abstract class FeatureEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long studyId;

    private long importId;

    protected FeatureEntity() {}

    protected FeatureEntity(long studyId, long importId) {
        this.studyId = studyId;
        this.importId = importId;
    }

    /** Key of the row; features without a code are read in its order, which is that of the import. */
    public Long id() {
        return id;
    }
}
