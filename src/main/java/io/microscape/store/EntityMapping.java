package io.microscape.store;

import io.microscape.store.entity.CanopyRasterEntity;
import io.microscape.store.entity.CanopyTileEntity;
import io.microscape.store.entity.CarbonEstimateEntity;
import io.microscape.store.entity.CarbonValueEntity;
import io.microscape.store.entity.CommunityCarbonItemEntity;
import io.microscape.store.entity.CommunityEntity;
import io.microscape.store.entity.CommunityMembershipEntity;
import io.microscape.store.entity.ContextFeatureEntity;
import io.microscape.store.entity.ContextLayerEntity;
import io.microscape.store.entity.CrownEntity;
import io.microscape.store.entity.ImportRecordEntity;
import io.microscape.store.entity.InventoryItemEntity;
import io.microscape.store.entity.LandscapeIndicesEntity;
import io.microscape.store.entity.MicroSpaceEntity;
import io.microscape.store.entity.ParametersColumns;
import io.microscape.store.entity.PatchColumns;
import io.microscape.store.entity.PlantingEntity;
import io.microscape.store.entity.RenovationEntity;
import io.microscape.store.entity.RoadEntity;
import io.microscape.store.entity.RoadNetworkColumns;
import io.microscape.store.entity.SpaceConnectivityEntity;
import io.microscape.store.entity.SpatialStatisticEntity;
import io.microscape.store.entity.StudyConnectivityEntity;
import io.microscape.store.entity.StudyEntity;
import io.microscape.store.entity.SurfaceEntity;
import io.microscape.store.hibernate.NoDocuments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.cfg.BytecodeSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/**
 * The entities and how Hibernate maps them. It is told its dialect and entities rather than left to find them, and needs no
 * connection to start.
 */
final class EntityMapping {
    private static final List<Class<?>> CLASSES = List.of(
            StudyEntity.class,
            ParametersColumns.class,
            ImportRecordEntity.class,
            MicroSpaceEntity.class,
            SurfaceEntity.class,
            RoadEntity.class,
            CrownEntity.class,
            PlantingEntity.class,
            CarbonValueEntity.class,
            CarbonEstimateEntity.class,
            CarbonEstimateEntity.Place.class,
            InventoryItemEntity.class,
            CommunityEntity.class,
            CommunityCarbonItemEntity.class,
            CommunityMembershipEntity.class,
            CommunityMembershipEntity.Place.class,
            RenovationEntity.class,
            CanopyRasterEntity.class,
            CanopyTileEntity.class,
            ContextFeatureEntity.class,
            ContextLayerEntity.class,
            CanopyTileEntity.Place.class,
            LandscapeIndicesEntity.class,
            LandscapeIndicesEntity.Place.class,
            SpatialStatisticEntity.class,
            SpatialStatisticEntity.Place.class,
            PatchColumns.class,
            RoadNetworkColumns.class,
            SpaceConnectivityEntity.class,
            SpaceConnectivityEntity.Place.class,
            StudyConnectivityEntity.class,
            StudyConnectivityEntity.Place.class);

    private EntityMapping() {}

    static SessionFactory newSessionFactory(Database database, DataSource dataSource) {
        Map<String, Object> properties = new HashMap<>(database.hibernateProperties());
        properties.put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
        properties.put("hibernate.boot.allow_jdbc_metadata_access", false);
        properties.put("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName());
        properties.put("hibernate.cache.use_second_level_cache", false);
        properties.put(MappingSettings.XML_MAPPING_ENABLED, false);
        properties.put(MappingSettings.JSON_FORMAT_MAPPER, new NoDocuments());
        properties.put(MappingSettings.XML_FORMAT_MAPPER, new NoDocuments());
        properties.put(BytecodeSettings.BYTECODE_PROVIDER_INSTANCE, new BytecodeProviderImpl());
        // An import that is refused because of another one is told to the user, not logged.
        properties.put(JdbcSettings.LOG_JDBC_ERRORS, false);
        properties.put("jakarta.persistence.validation.mode", "none");
        return new HibernatePersistenceConfiguration("microscape")
                .managedClasses(CLASSES)
                .properties(properties)
                .createEntityManagerFactory();
    }
}
