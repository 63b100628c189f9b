package io.microscape.store;

import com.zaxxer.hikari.HikariDataSource;
import io.microscape.store.bulk.BulkTable;
import io.microscape.store.bulk.StorableValues;
import io.microscape.store.entity.AtlasEntry;
import io.microscape.store.entity.CanopyRasterEntity;
import io.microscape.store.entity.ImportRecordRepository;
import io.microscape.store.entity.LandscapeIndicesRepository;
import io.microscape.store.entity.ParametersColumns;
import io.microscape.store.entity.ReasonsConverter;
import io.microscape.store.entity.Stored;
import io.microscape.store.entity.StudyEntity;
import io.microscape.store.entity.StudyRepository;
import io.microscape.study.AtlasRow;
import io.microscape.study.CanopyRaster;
import io.microscape.study.CanopyTile;
import io.microscape.study.CarbonAccount;
import io.microscape.study.Community;
import io.microscape.study.Crown;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.SourceKind;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import io.microscape.study.Surface;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store on a relational database with spatial types. Each read is one read-only transaction that sees one state of the
 * database, and streams; each change is a {@link StudyTransaction}. Thread-safe.
 */
final class JpaStudyStore implements CloseableStudyStore {
    private final Database database;
    private final HikariDataSource dataSource;
    private final EntityManagerFactory factory;
    private final EntityManager entities;
    private final TransactionTemplate read;
    private final StudyRepository studies;
    private final ImportRecordRepository importRecords;
    private final LandscapeIndicesRepository indices;
    private final FeatureRepositories features;

    JpaStudyStore(
            Database database,
            HikariDataSource dataSource,
            EntityManagerFactory factory,
            PlatformTransactionManager transactions,
            StudyRepository studies,
            ImportRecordRepository importRecords,
            LandscapeIndicesRepository indices,
            FeatureRepositories features) {
        this.database = database;
        this.dataSource = dataSource;
        this.factory = factory;
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
        this.studies = studies;
        this.importRecords = importRecords;
        this.indices = indices;
        this.features = features;
        this.read = new TransactionTemplate(transactions);
        read.setReadOnly(true);
        read.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public List<Study> studies() {
        return reading(() -> studies.all().stream().map(StudyEntity::toDomain).toList());
    }

    @Override
    public Optional<Study> study(String key) {
        return reading(() -> studies.ofKey(key).map(StudyEntity::toDomain));
    }

    @Override
    public void save(Study study) {
        if (reading(() -> studies.idOfKey(study.key())).isEmpty()) {
            create(study);
            return;
        }
        try (StudyTransaction change = begin(study.key())) {
            change.study().describe(study);
            change.commit();
        }
    }

    @Override
    public boolean delete(String key) {
        if (reading(() -> studies.idOfKey(key)).isEmpty()) {
            return false;
        }
        try (StudyTransaction change = begin(key)) {
            change.entities().remove(change.study());
            StudyTransaction.commit(change.entities(), database);
        }
        return true;
    }

    @Override
    public ImportSession beginImport(String studyKey) {
        return new JpaImportSession(begin(studyKey));
    }

    @Override
    public List<ImportRecord> imports(String studyKey) {
        return ofStudy(
                studyKey,
                List.of(),
                id -> importRecords.ofStudy(id).stream()
                        .map(entity -> new ImportRecord(entity.report(), entity.origin(), entity.importedAt()))
                        .toList());
    }

    @Override
    public void eachSpace(String studyKey, Consumer<MicroSpace> action) {
        each(studyKey, features.spaces()::ofStudy, action);
    }

    @Override
    public void eachSurface(String studyKey, Consumer<Surface> action) {
        each(studyKey, features.surfaces()::ofStudy, action);
    }

    @Override
    public void eachRoad(String studyKey, Consumer<Road> action) {
        each(studyKey, features.roads()::ofStudy, action);
    }

    @Override
    public void eachCrown(String studyKey, Consumer<Crown> action) {
        each(studyKey, features.crowns()::ofStudy, action);
    }

    @Override
    public void eachCommunity(String studyKey, Consumer<Community> action) {
        each(studyKey, features.communities()::ofStudy, action);
    }

    @Override
    public List<Planting> plantings(String studyKey) {
        return all(studyKey, features.plantings()::ofStudy);
    }

    @Override
    public List<CarbonAccount> carbonAccounts(String studyKey) {
        return all(studyKey, features.carbonAccounts()::ofStudy);
    }

    @Override
    public List<CanopyRaster> canopyRasters(String studyKey) {
        return all(studyKey, features.canopyRasters()::ofStudy);
    }

    @Override
    public void eachCanopyTile(String studyKey, int raster, Consumer<CanopyTile> action) {
        each(
                studyKey,
                studyId -> {
                    try (Stream<CanopyRasterEntity> rasters =
                            features.canopyRasters().ofStudy(studyId)) {
                        long rasterId = rasters.skip(raster)
                                .findFirst()
                                .orElseThrow(() -> new IndexOutOfBoundsException(
                                        "study " + studyKey + " has no canopy raster " + raster))
                                .id();
                        return features.canopyTiles().ofRaster(rasterId);
                    }
                },
                action);
    }

    @Override
    public void saveIndices(String studyKey, StudyParameters parameters, List<LandscapeIndices> computed) {
        StorableValues storable = new StorableValues();
        ReasonsConverter reasons = new ReasonsConverter();
        try (StudyTransaction change = begin(studyKey)) {
            long studyId = change.study().id();
            change.entities()
                    .createQuery("delete from LandscapeIndicesEntity i where i.place.studyId = :study")
                    .setParameter("study", studyId)
                    .executeUpdate();
            for (LandscapeIndices row : computed) {
                Object[] values = storable.of(
                        () -> "indices of " + row.code(),
                        BulkTable.LANDSCAPE_INDICES,
                        studyId,
                        row.code(),
                        parameters.radiusM(),
                        parameters.roadDensityPer(),
                        parameters.periodYears(),
                        parameters.connectivityDistance(),
                        row.areaM2(),
                        row.perimeterM(),
                        row.greenRatio(),
                        row.hardRatio(),
                        row.roadLengthM(),
                        row.roadDensity(),
                        row.neighbours(),
                        row.connectivity(),
                        row.speciesRichness(),
                        row.shannon(),
                        row.simpson(),
                        row.pielou(),
                        row.margalef(),
                        row.canopyCover(),
                        row.canopyDensity(),
                        reasons.convertToDatabaseColumn(row.reasons()));
                change.loader().add(BulkTable.LANDSCAPE_INDICES, values);
            }
            change.commit();
        }
    }

    @Override
    public Optional<StudyParameters> indexParameters(String studyKey) {
        return ofStudy(
                studyKey,
                Optional.empty(),
                id -> indices.parametersOfStudy(id, Limit.of(1)).stream()
                        .findFirst()
                        .map(ParametersColumns::toDomain));
    }

    @Override
    public void eachAtlasRow(String studyKey, Consumer<AtlasRow> action) {
        ofStudy(studyKey, null, id -> {
            try (Stream<AtlasEntry> rows = features.spaces().atlasOfStudy(id)) {
                rows.forEach(row -> {
                    AtlasRow joined =
                            new AtlasRow(studyKey, domain(row.space()), domain(row.indices()), domain(row.carbon()));
                    entities.clear();
                    action.accept(joined);
                });
            }
            return null;
        });
    }

    @Override
    public Map<SourceKind, Long> counts(String studyKey) {
        return ofStudy(studyKey, Map.of(), features::counts);
    }

    @Override
    public long version(String studyKey) {
        return reading(() -> studies.versionOfKey(studyKey)).orElse(0L);
    }

    @Override
    public Optional<String> fingerprint(String studyKey) {
        return reading(() -> studies.ofKey(studyKey).map(StudyEntity::sourceFingerprint));
    }

    @Override
    public void saveFingerprint(String studyKey, String fingerprint) {
        try (StudyTransaction change = begin(studyKey)) {
            change.study().setSourceFingerprint(fingerprint);
            StudyTransaction.commit(change.entities(), database);
        }
    }

    /** Lets go of the database. */
    @Override
    public void close() {
        factory.close();
        dataSource.close();
    }

    private void create(Study study) {
        try (EntityManager creating = factory.createEntityManager()) {
            creating.getTransaction().begin();
            creating.persist(new StudyEntity(study, StudyTransaction.nextVersion(creating)));
            StudyTransaction.commit(creating, database);
        }
    }

    private StudyTransaction begin(String studyKey) {
        return StudyTransaction.begin(factory.createEntityManager(), database, studyKey);
    }

    private <T> void each(String studyKey, Function<Long, Stream<? extends Stored<T>>> rows, Consumer<T> action) {
        ofStudy(studyKey, null, id -> {
            try (Stream<? extends Stored<T>> stream = rows.apply(id)) {
                stream.forEach(row -> {
                    T value = row.toDomain();
                    entities.clear(); // or the persistence context would keep all that has been read
                    action.accept(value);
                });
            }
            return null;
        });
    }

    private <T> List<T> all(String studyKey, Function<Long, Stream<? extends Stored<T>>> rows) {
        List<T> values = new ArrayList<>();
        each(studyKey, rows, values::add);
        return values;
    }

    /** Reads by the study's row, within one transaction. */
    private <T> T ofStudy(String studyKey, T absent, Function<Long, T> reading) {
        return reading(() -> studies.idOfKey(studyKey).map(reading).orElse(absent));
    }

    private <T> T reading(Supplier<T> action) {
        return read.execute(status -> action.get());
    }

    private static <T> T domain(Stored<T> row) {
        return row == null ? null : row.toDomain();
    }
}
