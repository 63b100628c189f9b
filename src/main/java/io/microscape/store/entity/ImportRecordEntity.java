package io.microscape.store.entity;

import io.microscape.store.StudyStore.Origin;
import io.microscape.study.ImportReport;
import io.microscape.study.SourceKind;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.Length;

/** A source file that is in a study; unique by study, kind and file name. The report comes once the file has been read. */
@Entity
@Table(name = "import_record")
public class ImportRecordEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long studyId;

    @Enumerated(EnumType.STRING)
    private SourceKind kind;

    private String sourceFile;
    private String sourceCrs;
    private String encoding;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Column(name = "report_json", length = Length.LONG32)
    @Convert(converter = ReportConverter.class)
    private ImportReport report;

    private long acceptedCount;
    private Instant importedAt;

    protected ImportRecordEntity() {}

    /** A source file about to be read. */
    public ImportRecordEntity(long studyId, SourceKind kind, String sourceFile, Instant importedAt) {
        this.studyId = studyId;
        this.kind = kind;
        this.sourceFile = sourceFile;
        this.importedAt = importedAt;
    }

    /** The file is read again. */
    public void restart(Instant at) {
        report = null;
        importedAt = at;
    }

    /** Takes over what the import found. */
    public void describe(ImportReport found, Origin from) {
        report = found;
        sourceCrs = found.crs();
        encoding = found.encoding();
        acceptedCount = found.accepted();
        origin = from;
    }

    public long id() {
        return id;
    }

    /** What the import found; null when it was not recorded. */
    public ImportReport report() {
        return report;
    }

    public Origin origin() {
        return origin;
    }

    public Instant importedAt() {
        return importedAt;
    }
}
