package io.microscape.store.entity;

import io.microscape.study.ContextTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A context layer of a study; layers are read in the order of their import, which is that of the study file. */
@Entity
@Table(name = "context_layer")
public class ContextLayerEntity implements Stored<ContextTable> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long studyId;

    @Column(name = "table_json")
    @Convert(converter = ContextTableConverter.class)
    private ContextTable table;

    protected ContextLayerEntity() {}

    /** A layer that an import brings. */
    public ContextLayerEntity(long studyId, ContextTable table) {
        this.studyId = studyId;
        this.table = table;
    }

    public long id() {
        return id;
    }

    /** Takes over what the whole file turned out to hold. */
    public void describe(ContextTable found) {
        table = found;
    }

    @Override
    public ContextTable toDomain() {
        return table;
    }
}
