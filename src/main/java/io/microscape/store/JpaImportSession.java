package io.microscape.store;

import io.microscape.store.bulk.BulkTable;
import io.microscape.store.bulk.StorableValues;
import io.microscape.store.entity.CanopyRasterEntity;
import io.microscape.store.entity.CarbonValueEntity;
import io.microscape.store.entity.CommunityCarbonItemEntity;
import io.microscape.store.entity.CommunityEntity;
import io.microscape.store.entity.ContextLayerEntity;
import io.microscape.store.entity.ContextRepository;
import io.microscape.store.entity.ContextValuesConverter;
import io.microscape.store.entity.CrownEntity;
import io.microscape.store.entity.FeatureEntity;
import io.microscape.store.entity.ImportRecordEntity;
import io.microscape.store.entity.InventoryItemEntity;
import io.microscape.store.entity.MicroSpaceEntity;
import io.microscape.store.entity.PlantingEntity;
import io.microscape.store.entity.RenovationEntity;
import io.microscape.store.entity.RoadEntity;
import io.microscape.store.entity.SurfaceEntity;
import io.microscape.study.CanopyRaster;
import io.microscape.study.CanopyTile;
import io.microscape.study.CarbonAccount;
import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonItem;
import io.microscape.study.CommunityCarbonItem.ActivityData;
import io.microscape.study.CommunityCarbonItem.Given;
import io.microscape.study.ContextFeature;
import io.microscape.study.ContextLayer;
import io.microscape.study.ContextTable;
import io.microscape.study.Crown;
import io.microscape.study.ImportReport;
import io.microscape.study.InvalidInputException;
import io.microscape.study.InventoryItem;
import io.microscape.study.InventoryItem.Haul;
import io.microscape.study.InventoryItem.Lamp;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.RenovationCase;
import io.microscape.study.RenovationMeasure;
import io.microscape.study.Road;
import io.microscape.study.SourceKind;
import io.microscape.study.Study;
import io.microscape.study.Surface;
import io.microscape.study.TreeSize;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An import in a {@link StudyTransaction}. Features go to the bulk loader as they come; what stays in memory are the codes
 * that came, to refuse a code that comes twice.
 */
final class JpaImportSession implements ImportSession {
    private static final Map<SourceKind, Class<? extends FeatureEntity>> ENTITIES = new EnumMap<>(Map.ofEntries(
            Map.entry(SourceKind.SPACES, MicroSpaceEntity.class),
            Map.entry(SourceKind.SURFACES, SurfaceEntity.class),
            Map.entry(SourceKind.ROADS, RoadEntity.class),
            Map.entry(SourceKind.TREES, CrownEntity.class),
            Map.entry(SourceKind.CANOPY, CanopyRasterEntity.class),
            Map.entry(SourceKind.PLANTS, PlantingEntity.class),
            Map.entry(SourceKind.CARBON, CarbonValueEntity.class),
            Map.entry(SourceKind.INVENTORY, InventoryItemEntity.class),
            Map.entry(SourceKind.COMMUNITIES, CommunityEntity.class),
            Map.entry(SourceKind.COMMUNITY_CARBON, CommunityCarbonItemEntity.class),
            Map.entry(SourceKind.RENOVATION, RenovationEntity.class)));

    private static final TreeSize NO_SIZE = new TreeSize(null, null, null, null);
    private static final Given NOT_GIVEN = new Given(null, null);
    private static final Haul NO_HAUL = new Haul(null, null, null);
    private static final Lamp NO_LAMP = new Lamp(null, null, null);

    private final StudyTransaction transaction;
    private final EntityManager entities;
    private final long studyId;
    private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final StorableValues storable = new StorableValues();
    /** Code to the file that brought it. */
    private final Map<BulkTable, Map<String, String>> codes = new EnumMap<>(BulkTable.class);

    private SourceKind kind;
    private String sourceFile;
    private long importId;
    private long features;
    private long rasterId;
    private ContextLayerEntity context;
    private long contextFeatures;

    JpaImportSession(StudyTransaction transaction) {
        this.transaction = transaction;
        this.entities = transaction.entities();
        this.studyId = transaction.study().id();
    }

    @Override
    public void save(Study study) {
        if (!study.key().equals(transaction.study().toDomain().key())) {
            throw new IllegalArgumentException("another study: " + study.key());
        }
        transaction.study().describe(study);
    }

    /** Crowns belong to TREES, but those that a CANOPY source brought (crown polygons) go with CANOPY. */
    @Override
    public void clear(SourceKind cleared) {
        if (cleared == SourceKind.OSM) {
            throw new IllegalArgumentException("an OSM source brings several kinds: clear each of them");
        }
        transaction.loader().flush();
        String features = "delete from " + ENTITIES.get(cleared).getSimpleName() + " e where e.studyId = :study";
        if (cleared == SourceKind.TREES) {
            update(
                    features + " and e.importId in (select r.id from ImportRecordEntity r"
                            + " where r.studyId = :study and r.kind <> :canopy)",
                    Map.of("canopy", SourceKind.CANOPY));
        } else {
            update(features, Map.of());
        }
        update("delete from ImportRecordEntity r where r.studyId = :study and r.kind = :kind", Map.of("kind", cleared));
        forget(cleared);
    }

    @Override
    public void clear(SourceKind cleared, String file) {
        transaction.loader().flush();
        if (cleared != SourceKind.OSM) {
            update(
                    "delete from " + ENTITIES.get(cleared).getSimpleName() + " e where e.studyId = :study"
                            + " and e.importId in (select r.id from ImportRecordEntity r"
                            + " where r.studyId = :study and r.kind = :osm and r.sourceFile = :file)",
                    Map.of("osm", SourceKind.OSM, "file", file));
        }
        // the record takes its features with it
        update(
                "delete from ImportRecordEntity r"
                        + " where r.studyId = :study and r.kind = :kind and r.sourceFile = :file",
                Map.of("kind", cleared, "file", file));
        forget(cleared);
    }

    @Override
    public void source(SourceKind newKind, String newFile) {
        importId = changeRecord(newKind, newFile, entity -> entity.restart(startedAt));
        kind = newKind;
        sourceFile = newFile;
        features = 0;
    }

    @Override
    public void record(ImportReport report, StudyStore.Origin origin) {
        changeRecord(report.kind(), report.file(), entity -> entity.describe(report, origin));
    }

    @Override
    public void space(MicroSpace space) {
        refuseSecond(BulkTable.MICRO_SPACE, space.code());
        String name = space.name() == null ? "" : space.name();
        add(BulkTable.MICRO_SPACE, space.code(), name, space.community(), space.sampled(), space.geometry());
    }

    @Override
    public void surface(Surface surface) {
        add(BulkTable.SURFACE, surface.cover(), surface.geometry());
    }

    @Override
    public void road(Road road) {
        add(BulkTable.ROAD, road.name(), road.highway(), road.bridge(), road.tunnel(), road.level(), road.geometry());
    }

    @Override
    public void crown(Crown crown) {
        add(BulkTable.CROWN, crown.diameterM(), crown.species(), crown.geometry());
    }

    @Override
    public void planting(Planting planting) {
        TreeSize size = planting.size() == null ? NO_SIZE : planting.size();
        add(
                BulkTable.PLANTING,
                planting.code(),
                planting.taxon(),
                planting.count(),
                size.dbhCm(),
                size.heightM(),
                size.dbhGrowthCmPerYear(),
                size.heightGrowthMPerYear());
    }

    @Override
    public void carbon(CarbonAccount account) {
        refuseSecond(BulkTable.CARBON_VALUE, account.code());
        account.values()
                .forEach((component, value) -> addAt(
                        () -> sourceFile + ", code " + account.code() + ", " + component.column(),
                        BulkTable.CARBON_VALUE,
                        account.code(),
                        component,
                        value.kg(),
                        value.method(),
                        value.source(),
                        value.year(),
                        value.periodYears(),
                        value.uncertaintyPercent(),
                        value.reason()));
    }

    @Override
    public void inventory(InventoryItem item) {
        Haul haul = item.haul() == null ? NO_HAUL : item.haul();
        Lamp lamp = item.lamp() == null ? NO_LAMP : item.lamp();
        add(
                BulkTable.INVENTORY_ITEM,
                item.code(),
                item.activity(),
                item.item(),
                item.quantity(),
                item.unit(),
                haul.distanceKm(),
                haul.vehicle(),
                haul.massT(),
                item.recurrence().timesPerYear(),
                item.recurrence().fromYear(),
                item.recurrence().toYear(),
                item.recurrence().serviceLifeYears(),
                lamp.powerW(),
                lamp.hoursPerDay(),
                lamp.daysPerYear(),
                item.statedKg(),
                item.source(),
                item.place());
    }

    @Override
    public void community(Community community) {
        refuseSecond(BulkTable.COMMUNITY, community.code());
        Community.Facts facts = community.facts();
        add(
                BulkTable.COMMUNITY,
                community.code(),
                community.name(),
                community.geometry(),
                facts.persons(),
                facts.households(),
                facts.floorAreaM2(),
                facts.statedTonnesPerPersonYear(),
                facts.statedKgPerM2Year());
    }

    @Override
    public void communityCarbon(CommunityCarbonItem item) {
        Given given = item.given() == null ? NOT_GIVEN : item.given();
        ActivityData activity = item.activity();
        boolean computed = activity != null;
        add(
                BulkTable.COMMUNITY_CARBON_ITEM,
                item.community(),
                item.group(),
                item.component(),
                given.tPerPersonYear(),
                given.kgPerM2Year(),
                computed ? activity.quantity() : null,
                computed ? activity.unit() : null,
                computed ? activity.item() : null,
                computed ? activity.distanceKm() : null,
                computed ? activity.per() : null,
                computed ? activity.timesPerYear() : null,
                item.source(),
                item.place());
    }

    @Override
    public void renovation(RenovationCase renovation) {
        Map<RenovationMeasure, Double> areasM2 = renovation.areasM2();
        add(
                BulkTable.RENOVATION,
                renovation.community(),
                renovation.period(),
                areasM2.get(RenovationMeasure.NEW_BUILD),
                areasM2.get(RenovationMeasure.DEMOLITION),
                areasM2.get(RenovationMeasure.GREEN_RETROFIT),
                areasM2.get(RenovationMeasure.STRENGTHENING),
                renovation.statedTotal10kt(),
                renovation.source(),
                renovation.place());
    }

    @Override
    public void canopyRaster(CanopyRaster raster) {
        requireSource();
        CanopyRasterEntity entity = new CanopyRasterEntity(studyId, importId, raster);
        entities.persist(entity);
        entities.flush();
        rasterId = entity.id();
        entities.detach(entity);
    }

    @Override
    public void canopyTile(CanopyTile tile) {
        if (rasterId == 0) {
            throw new IllegalStateException("the raster comes before its tiles");
        }
        transaction
                .loader()
                .add(BulkTable.CANOPY_TILE, rasterId, tile.tileRow(), tile.tileColumn(), tile.covered(), tile.known());
    }

    @Override
    public void clearContext() {
        transaction.loader().flush();
        new ContextRepository(entities).deleteOfStudy(studyId);
    }

    @Override
    public void beginContext(ContextLayer layer) {
        context = new ContextLayerEntity(studyId, new ContextTable(layer, null, List.of()));
        contextFeatures = 0;
        entities.persist(context);
        entities.flush();
    }

    @Override
    public void contextFeature(ContextFeature feature) {
        contextFeatures++;
        String values = new ContextValuesConverter().convertToDatabaseColumn(feature.values());
        transaction
                .loader()
                .add(
                        BulkTable.CONTEXT_FEATURE,
                        storable.of(
                                () -> "context layer "
                                        + context.toDomain().layer().name() + ", feature " + contextFeatures,
                                BulkTable.CONTEXT_FEATURE,
                                context.id(),
                                values,
                                feature.geometry()));
    }

    @Override
    public void endContext(ContextTable table) {
        transaction.loader().flush();
        context.describe(table);
        entities.flush();
        entities.detach(context); // a later clear deletes by statement, behind the entity manager's back
    }

    @Override
    public void commit() {
        transaction.loader().flush();
        removeReplacedRecords();
        transaction.commit();
    }

    @Override
    public void close() {
        transaction.close();
    }

    private void add(BulkTable table, Object... values) {
        features++;
        addAt(() -> sourceFile + ", feature " + features, table, values);
    }

    private void addAt(Supplier<String> where, BulkTable table, Object... values) {
        requireSource();
        Object[] row = new Object[values.length + 2];
        row[0] = studyId;
        row[1] = importId;
        System.arraycopy(values, 0, row, 2, values.length);
        transaction.loader().add(table, storable.of(where, table, row));
    }

    private void requireSource() {
        if (kind == null) {
            throw new IllegalStateException("source(kind, file) comes before its features");
        }
    }

    private void refuseSecond(BulkTable table, String code) {
        requireSource();
        String first = codes.computeIfAbsent(table, any -> new HashMap<>()).putIfAbsent(code, sourceFile);
        if (first != null) {
            throw InvalidInputException.of(
                    sourceFile,
                    "the code " + code + " comes twice" + (first.equals(sourceFile) ? "" : " (also in " + first + ")"),
                    "give each feature its own code");
        }
    }

    private void forget(SourceKind cleared) {
        switch (cleared) {
            case SPACES -> codes.remove(BulkTable.MICRO_SPACE);
            case CARBON -> codes.remove(BulkTable.CARBON_VALUE);
            case COMMUNITIES -> codes.remove(BulkTable.COMMUNITY);
            default -> {
                // has no codes of its own
            }
        }
        if (cleared == kind) {
            kind = null;
        }
    }

    private long changeRecord(SourceKind ofKind, String file, Consumer<ImportRecordEntity> change) {
        ImportRecordEntity entity = entities.createQuery(
                        "select r from ImportRecordEntity r"
                                + " where r.studyId = :study and r.kind = :kind and r.sourceFile = :file",
                        ImportRecordEntity.class)
                .setParameter("study", studyId)
                .setParameter("kind", ofKind)
                .setParameter("file", file)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> new ImportRecordEntity(studyId, ofKind, file, startedAt));
        change.accept(entity);
        entities.persist(entity);
        entities.flush();
        entities.detach(entity); // a later clear deletes by statement, behind the entity manager's back
        return entity.id();
    }

    /** Records of files that brought something of which nothing is left: all of it has been replaced by code or cleared. */
    private void removeReplacedRecords() {
        String nothingLeft = ENTITIES.values().stream()
                .map(entity -> " and not exists (select 1 from " + entity.getSimpleName()
                        + " e where e.studyId = r.studyId and e.importId = r.id)")
                .collect(Collectors.joining());
        update(
                "delete from ImportRecordEntity r where r.studyId = :study and r.acceptedCount > 0"
                        + " and r.importedAt < :started" + nothingLeft,
                Map.of("started", startedAt));
    }

    private void update(String statement, Map<String, Object> parameters) {
        var query = entities.createQuery(statement).setParameter("study", studyId);
        parameters.forEach(query::setParameter);
        query.executeUpdate();
    }
}
