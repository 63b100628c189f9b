package io.microscape.store.entity;

import io.microscape.study.CarbonSettings;
import io.microscape.study.LocalizedText;
import io.microscape.study.Study;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A study, its parameters and the version of its data. */
@Entity
@Table(name = "study")
public class StudyEntity implements Stored<Study> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "study_key")
    private String key;

    private String titleEn;
    private String titleZh;
    private String crs;

    @Embedded
    private ParametersColumns parameters;

    private String[] layers;

    @Column(name = "carbon_settings_json")
    @Convert(converter = CarbonSettingsConverter.class)
    private CarbonSettings carbon;

    private long dataVersion;

    private String sourceFingerprint;

    private String connectivityDigest;

    protected StudyEntity() {}

    /** A study that has no data yet. */
    public StudyEntity(Study study, long dataVersion) {
        this.key = study.key();
        this.dataVersion = dataVersion;
        describe(study);
    }

    /** Takes over title, CRS, parameters, layers and carbon settings. */
    public final void describe(Study study) {
        titleEn = study.title() == null ? null : study.title().en();
        titleZh = study.title() == null ? null : study.title().zh();
        crs = study.crs();
        parameters = new ParametersColumns(study.parameters());
        layers = study.layers().toArray(String[]::new);
        carbon = study.carbon();
    }

    @Override
    public Study toDomain() {
        return new Study(key, new LocalizedText(titleEn, titleZh), crs, parameters.toDomain(), List.of(layers), carbon);
    }

    public long id() {
        return id;
    }

    public long dataVersion() {
        return dataVersion;
    }

    public void setDataVersion(long version) {
        dataVersion = version;
    }

    public String sourceFingerprint() {
        return sourceFingerprint;
    }

    public String connectivityDigest() {
        return connectivityDigest;
    }

    public void setConnectivityDigest(String digest) {
        connectivityDigest = digest;
    }

    public void setSourceFingerprint(String fingerprint) {
        sourceFingerprint = fingerprint;
    }
}
