package io.microscape.store;

import com.zaxxer.hikari.HikariDataSource;
import io.microscape.store.bulk.BulkTable;
import io.microscape.store.bulk.StorableValues;
import io.microscape.store.entity.CanopyRasterEntity;
import io.microscape.store.entity.CarbonAccountRepository;
import io.microscape.store.entity.CommunityEntity;
import io.microscape.store.entity.CommunityRepository;
import io.microscape.store.entity.ConnectivityRepository;
import io.microscape.store.entity.ContextLayerEntity;
import io.microscape.store.entity.ContextRepository;
import io.microscape.store.entity.ImportRecordRepository;
import io.microscape.store.entity.LandscapeIndicesRepository;
import io.microscape.store.entity.SpatialStatisticRepository;
import io.microscape.store.entity.Stored;
import io.microscape.store.entity.StudyEntity;
import io.microscape.store.entity.StudyRepository;
import io.microscape.study.AtlasRow;
import io.microscape.study.CanopyRaster;
import io.microscape.study.CanopyTile;
import io.microscape.study.CarbonAccount;
import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonItem;
import io.microscape.study.CommunityMembership;
import io.microscape.study.CommunitySummary;
import io.microscape.study.ContextFeature;
import io.microscape.study.ContextTable;
import io.microscape.study.Crown;
import io.microscape.study.InventoryItem;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.RenovationCase;
import io.microscape.study.Road;
import io.microscape.study.SourceKind;
import io.microscape.study.SpatialSettings;
import io.microscape.study.SpatialStatistic;
import io.microscape.study.Study;
import io.microscape.study.StudyConnectivity;
import io.microscape.study.StudyParameters;
import io.microscape.study.Surface;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/**
 * The store on a relational database with spatial types. Each read is one read-only transaction that sees one state of the
 * database, and streams; each change is a {@link StudyTransaction}. Thread-safe.
 */
final class JpaStudyStore implements CloseableStudyStore {
    private final Database database;
    private final HikariDataSource dataSource;
    private final EntityManagerFactory factory;

    JpaStudyStore(Database database, HikariDataSource dataSource, EntityManagerFactory factory) {
        this.database = database;
        this.dataSource = dataSource;
        this.factory = factory;
    }

    @Override
    public List<Study> studies() {
        return reading(entities -> new StudyRepository(entities)
                .all().stream().map(StudyEntity::toDomain).toList());
    }

    @Override
    public Optional<Study> study(String key) {
        return reading(entities -> new StudyRepository(entities).ofKey(key).map(StudyEntity::toDomain));
    }

    @Override
    public void save(Study study) {
        if (!exists(study.key())) {
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
        if (!exists(key)) {
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
                (entities, id) -> new ImportRecordRepository(entities)
                        .ofStudy(id).stream()
                                .map(entity -> new ImportRecord(entity.report(), entity.origin(), entity.importedAt()))
                                .toList());
    }

    @Override
    public void eachSpace(String studyKey, Consumer<MicroSpace> action) {
        each(studyKey, (features, id) -> features.spaces().ofStudy(id), action);
    }

    @Override
    public void eachSurface(String studyKey, Consumer<Surface> action) {
        each(studyKey, (features, id) -> features.surfaces().ofStudy(id), action);
    }

    @Override
    public void eachRoad(String studyKey, Consumer<Road> action) {
        each(studyKey, (features, id) -> features.roads().ofStudy(id), action);
    }

    @Override
    public void eachCrown(String studyKey, Consumer<Crown> action) {
        each(studyKey, (features, id) -> features.crowns().ofStudy(id), action);
    }

    @Override
    public void eachCommunity(String studyKey, Consumer<Community> action) {
        each(studyKey, (features, id) -> features.communities().ofStudy(id), action);
    }

    @Override
    public List<CommunityCarbonItem> communityCarbon(String studyKey) {
        return all(studyKey, (features, id) -> features.communityCarbon().ofStudy(id));
    }

    @Override
    public List<RenovationCase> renovations(String studyKey) {
        return all(studyKey, (features, id) -> features.renovations().ofStudy(id));
    }

    @Override
    public List<CommunityMembership> memberships(String studyKey) {
        return ofStudy(studyKey, List.of(), (entities, id) -> new CommunityRepository(entities).memberships(id));
    }

    @Override
    public void saveMemberships(String studyKey, List<CommunityMembership> memberships) {
        StorableValues storable = new StorableValues();
        try (StudyTransaction change = begin(studyKey)) {
            long studyId = change.study().id();
            new CommunityRepository(change.entities()).removeMemberships(studyId);
            for (CommunityMembership member : memberships) {
                change.loader()
                        .add(
                                BulkTable.COMMUNITY_MEMBERSHIP,
                                storable.of(
                                        () -> "community of " + member.code(),
                                        BulkTable.COMMUNITY_MEMBERSHIP,
                                        studyId,
                                        member.code(),
                                        member.community(),
                                        member.from(),
                                        member.overlapShare(),
                                        member.note()));
            }
            change.commit();
        }
    }

    @Override
    public List<CommunitySummary> communitySummaries(String studyKey) {
        return ofStudy(studyKey, List.of(), (entities, id) -> {
            try (Stream<CommunityEntity> communities =
                    new FeatureRepositories(entities).communities().ofStudy(id)) {
                List<Community> known =
                        communities.map(CommunityEntity::toDomain).toList();
                return new CommunityRepository(entities).summaries(studyKey, known);
            }
        });
    }

    @Override
    public List<ContextTable> contextTables(String studyKey) {
        return ofStudy(
                studyKey,
                List.of(),
                (entities, id) -> new ContextRepository(entities)
                        .ofStudy(id).stream().map(ContextLayerEntity::toDomain).toList());
    }

    @Override
    public void eachContextFeature(String studyKey, String layerName, Consumer<ContextFeature> action) {
        each(studyKey, (features, id) -> features.context().features(id, layerName), action);
    }

    @Override
    public List<Planting> plantings(String studyKey) {
        return all(studyKey, (features, id) -> features.plantings().ofStudy(id));
    }

    @Override
    public List<CarbonAccount> carbonAccounts(String studyKey) {
        return ofStudy(studyKey, List.of(), (entities, id) -> {
            try (Stream<CarbonAccount> accounts = new CarbonAccountRepository(entities).given(id)) {
                return accounts.toList();
            }
        });
    }

    @Override
    public List<CarbonAccount> carbonEstimates(String studyKey) {
        return ofStudy(studyKey, List.of(), (entities, id) -> {
            try (Stream<CarbonAccount> accounts = new CarbonAccountRepository(entities).computed(id)) {
                return accounts.toList();
            }
        });
    }

    @Override
    public void saveCarbonEstimates(String studyKey, double periodYears, List<CarbonAccount> estimates) {
        StorableValues storable = new StorableValues();
        try (StudyTransaction change = begin(studyKey)) {
            long studyId = change.study().id();
            change.entities()
                    .createQuery("delete from CarbonEstimateEntity e where e.place.studyId = :study")
                    .setParameter("study", studyId)
                    .executeUpdate();
            for (CarbonAccount account : estimates) {
                account.values().forEach((component, value) -> {
                    if (value.kg() != null || value.reason() != null) {
                        change.loader()
                                .add(
                                        BulkTable.CARBON_ESTIMATE,
                                        storable.of(
                                                () -> "account of " + account.code(),
                                                BulkTable.CARBON_ESTIMATE,
                                                studyId,
                                                account.code(),
                                                component,
                                                value.kg(),
                                                value.method(),
                                                value.source(),
                                                periodYears,
                                                value.reason()));
                    }
                });
            }
            change.commit();
        }
    }

    @Override
    public List<InventoryItem> inventory(String studyKey) {
        return all(studyKey, (features, id) -> features.inventory().ofStudy(id));
    }

    @Override
    public List<CanopyRaster> canopyRasters(String studyKey) {
        return all(studyKey, (features, id) -> features.canopyRasters().ofStudy(id));
    }

    @Override
    public void eachCanopyTile(String studyKey, int raster, Consumer<CanopyTile> action) {
        each(
                studyKey,
                (features, studyId) -> {
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
    public void saveIndices(
            String studyKey,
            StudyParameters parameters,
            List<LandscapeIndices> computed,
            List<StudyConnectivity> connectivity) {
        try (StudyTransaction change = begin(studyKey)) {
            new IndexRows(change, parameters).replaceAll(computed, connectivity);
            change.commit();
        }
    }

    @Override
    public void changeIndices(String studyKey, IndexChanges changes) {
        try (StudyTransaction change = begin(studyKey)) {
            new IndexRows(change, changes.parameters()).change(changes);
            change.commit();
        }
    }

    @Override
    public IndexDigests indexDigests(String studyKey) {
        return ofStudy(
                studyKey,
                new IndexDigests(Map.of(), null),
                (entities, id) -> new IndexDigests(
                        new LandscapeIndicesRepository(entities).digestsOfStudy(id),
                        new StudyRepository(entities)
                                .ofKey(studyKey)
                                .map(StudyEntity::connectivityDigest)
                                .orElse(null)));
    }

    @Override
    public List<StudyConnectivity> connectivity(String studyKey) {
        return ofStudy(studyKey, List.of(), (entities, id) -> new ConnectivityRepository(entities).ofStudy(id));
    }

    @Override
    public Optional<StudyParameters> indexParameters(String studyKey) {
        return ofStudy(
                studyKey,
                Optional.empty(),
                (entities, id) -> new LandscapeIndicesRepository(entities).parametersOfStudy(id));
    }

    @Override
    public void saveSpatialStatistics(
            String studyKey, String variable, SpatialSettings settings, List<SpatialStatistic> statistics) {
        StorableValues storable = new StorableValues();
        try (StudyTransaction change = begin(studyKey)) {
            long studyId = change.study().id();
            new SpatialStatisticRepository(change.entities()).clear(studyId);
            for (SpatialStatistic row : statistics) {
                Object[] values = storable.of(
                        () -> "spatial statistics of " + row.code(),
                        BulkTable.SPATIAL_STATISTIC,
                        studyId,
                        variable,
                        row.code(),
                        settings.neighbours().kind(),
                        settings.neighbours().value(),
                        settings.permutations(),
                        settings.seed(),
                        row.neighbours(),
                        row.localMoran(),
                        row.giStarZ(),
                        row.p(),
                        row.cluster(),
                        row.hotSpot());
                change.loader().add(BulkTable.SPATIAL_STATISTIC, values);
            }
            change.commit();
        }
    }

    @Override
    public Optional<SpatialSettings> spatialSettings(String studyKey, String variable) {
        return ofStudy(
                studyKey,
                Optional.empty(),
                (entities, id) -> new SpatialStatisticRepository(entities).settings(id, variable));
    }

    @Override
    public void eachAtlasRow(String studyKey, Consumer<AtlasRow> action) {
        ofStudy(studyKey, null, (entities, id) -> {
            new AtlasReader(entities).each(studyKey, id, action);
            return null;
        });
    }

    @Override
    public Map<SourceKind, Long> counts(String studyKey) {
        return ofStudy(studyKey, Map.of(), (entities, id) -> new FeatureRepositories(entities).counts(id));
    }

    @Override
    public long version(String studyKey) {
        return reading(entities -> new StudyRepository(entities).versionOfKey(studyKey))
                .orElse(0L);
    }

    @Override
    public Optional<String> fingerprint(String studyKey) {
        return reading(entities -> new StudyRepository(entities).ofKey(studyKey).map(StudyEntity::sourceFingerprint));
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

    private boolean exists(String studyKey) {
        return ofStudy(studyKey, false, (entities, id) -> true);
    }

    private <T> void each(
            String studyKey,
            BiFunction<FeatureRepositories, Long, Stream<? extends Stored<T>>> rows,
            Consumer<T> action) {
        ofStudy(studyKey, null, (entities, id) -> {
            try (Stream<? extends Stored<T>> stream = rows.apply(new FeatureRepositories(entities), id)) {
                stream.forEach(row -> {
                    T value = row.toDomain();
                    entities.clear(); // or the persistence context would keep all that has been read
                    action.accept(value);
                });
            }
            return null;
        });
    }

    private <T> List<T> all(String studyKey, BiFunction<FeatureRepositories, Long, Stream<? extends Stored<T>>> rows) {
        List<T> values = new ArrayList<>();
        each(studyKey, rows, values::add);
        return values;
    }

    /** Reads by the study's row, within one transaction. */
    private <T> T ofStudy(String studyKey, T absent, BiFunction<EntityManager, Long, T> reading) {
        return reading(entities -> new StudyRepository(entities)
                .idOfKey(studyKey)
                .map(id -> reading.apply(entities, id))
                .orElse(absent));
    }

    private <T> T reading(Function<EntityManager, T> action) {
        try (EntityManager entities = factory.createEntityManager()) {
            Session session = entities.unwrap(Session.class);
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
            session.doWork(JpaStudyStore::readOneState);
            entities.getTransaction().begin();
            try {
                return action.apply(entities);
            } finally {
                entities.getTransaction().rollback();
            }
        }
    }

    /** The pool takes both settings back with the connection. */
    private static void readOneState(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    private static <T> T domain(Stored<T> row) {
        return row == null ? null : row.toDomain();
    }
}
