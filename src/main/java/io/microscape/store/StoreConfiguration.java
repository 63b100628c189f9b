package io.microscape.store;

import com.zaxxer.hikari.HikariDataSource;
import io.microscape.store.entity.CanopyRasterEntity;
import io.microscape.store.entity.CanopyRasterRepository;
import io.microscape.store.entity.CanopyTileEntity;
import io.microscape.store.entity.CanopyTileRepository;
import io.microscape.store.entity.CarbonAccountEntity;
import io.microscape.store.entity.CarbonAccountRepository;
import io.microscape.store.entity.CommunityEntity;
import io.microscape.store.entity.CommunityRepository;
import io.microscape.store.entity.CrownEntity;
import io.microscape.store.entity.CrownRepository;
import io.microscape.store.entity.FeatureRepository;
import io.microscape.store.entity.ImportRecordEntity;
import io.microscape.store.entity.ImportRecordRepository;
import io.microscape.store.entity.LandscapeIndicesEntity;
import io.microscape.store.entity.LandscapeIndicesRepository;
import io.microscape.store.entity.MicroSpaceEntity;
import io.microscape.store.entity.MicroSpaceRepository;
import io.microscape.store.entity.ParametersColumns;
import io.microscape.store.entity.PlantingEntity;
import io.microscape.store.entity.PlantingRepository;
import io.microscape.store.entity.RoadEntity;
import io.microscape.store.entity.RoadRepository;
import io.microscape.store.entity.StudyEntity;
import io.microscape.store.entity.StudyRepository;
import io.microscape.store.entity.SurfaceEntity;
import io.microscape.store.entity.SurfaceRepository;
import io.microscape.store.h2.EmbeddedDatabase;
import io.microscape.store.postgis.PostgisDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.cfg.BytecodeSettings;
import org.hibernate.cfg.JdbcSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Everything the store is made of; a {@link StoreSettings} bean is all it needs. It stands by itself: none of Spring Boot's
 * configurations for data sources, Flyway and JPA is used, because a command line waits for each of them. Hibernate is told
 * its dialect and entities rather than left to find them, starts in a thread of its own while the database is opened, and
 * checks its mapping against the schema when the schema has changed.
 */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(basePackageClasses = FeatureRepository.class, bootstrapMode = BootstrapMode.LAZY)
public class StoreConfiguration {
    private static final String[] MANAGED_TYPES = Stream.of(
                    StudyEntity.class,
                    ParametersColumns.class,
                    ImportRecordEntity.class,
                    MicroSpaceEntity.class,
                    SurfaceEntity.class,
                    RoadEntity.class,
                    CrownEntity.class,
                    PlantingEntity.class,
                    CarbonAccountEntity.class,
                    CommunityEntity.class,
                    CanopyRasterEntity.class,
                    CanopyTileEntity.class,
                    CanopyTileEntity.Place.class,
                    LandscapeIndicesEntity.class,
                    LandscapeIndicesEntity.Place.class)
            .map(Class::getName)
            .toArray(String[]::new);

    @Bean
    Database database(StoreSettings settings) {
        return settings.isEmbedded() ? new EmbeddedDatabase(settings.home()) : new PostgisDatabase(settings);
    }

    @Bean
    HikariDataSource dataSource(Database database) {
        return database.newDataSource();
    }

    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(Database database, DataSource dataSource) {
        Map<String, Object> properties = new HashMap<>(database.hibernateProperties());
        properties.put("hibernate.boot.allow_jdbc_metadata_access", false);
        properties.put("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName());
        properties.put("hibernate.cache.use_second_level_cache", false);
        properties.put(BytecodeSettings.BYTECODE_PROVIDER_INSTANCE, new BytecodeProviderImpl());
        // An import that is refused because of another one is told to the user, not logged.
        properties.put(JdbcSettings.LOG_JDBC_ERRORS, false);
        properties.put("jakarta.persistence.validation.mode", "none");
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setManagedTypes(PersistenceManagedTypes.of(MANAGED_TYPES));
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(properties);
        factory.setBootstrapExecutor(new SimpleAsyncTaskExecutor("hibernate-"));
        return factory;
    }

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
        return new JpaTransactionManager(entityManagerFactory);
    }

    @Bean
    FeatureRepositories featureRepositories(
            MicroSpaceRepository spaces,
            SurfaceRepository surfaces,
            RoadRepository roads,
            CrownRepository crowns,
            PlantingRepository plantings,
            CarbonAccountRepository carbonAccounts,
            CommunityRepository communities,
            CanopyRasterRepository canopyRasters,
            CanopyTileRepository canopyTiles) {
        return new FeatureRepositories(
                spaces, surfaces, roads, crowns, plantings, carbonAccounts, communities, canopyRasters, canopyTiles);
    }

    /** Lazy, so that a database that cannot be opened is reported by who asks for the store, not by Spring as well. */
    @Bean
    @Lazy
    CloseableStudyStore studyStore(
            Database database,
            HikariDataSource dataSource,
            EntityManagerFactory entityManagerFactory,
            PlatformTransactionManager transactionManager,
            StudyRepository studies,
            ImportRecordRepository importRecords,
            LandscapeIndicesRepository indices,
            FeatureRepositories features) {
        prepare(database, dataSource, entityManagerFactory);
        return new JpaStudyStore(
                database,
                dataSource,
                entityManagerFactory,
                transactionManager,
                studies,
                importRecords,
                indices,
                features);
    }

    private static void prepare(Database database, HikariDataSource dataSource, EntityManagerFactory factory) {
        try (Connection connection = database.open(dataSource)) {
            if (new SchemaMigration(database).migrate(dataSource, connection)) {
                factory.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
            }
            database.opened(connection);
        } catch (SQLException e) {
            throw StoreException.of("opening the database", e);
        }
    }
}
