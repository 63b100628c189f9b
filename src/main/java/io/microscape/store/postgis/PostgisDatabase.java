package io.microscape.store.postgis;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.microscape.store.Database;
import io.microscape.store.StoreSettings;
import io.microscape.store.bulk.BulkLoader;
import io.microscape.study.InvalidInputException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** PostgreSQL 14 or newer with PostGIS 3. */
public final class PostgisDatabase implements Database {
    private final StoreSettings settings;

    public PostgisDatabase(StoreSettings settings) {
        this.settings = settings;
    }

    @Override
    public HikariDataSource newDataSource() {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setPoolName("microscape-postgis");
        dataSource.setDriverClassName("org.postgresql.Driver");
        dataSource.setJdbcUrl(settings.url());
        dataSource.setUsername(settings.user());
        dataSource.setPassword(settings.password());
        dataSource.setMaximumPoolSize(POOL_SIZE);
        dataSource.setMinimumIdle(1);
        return dataSource;
    }

    @Override
    public Connection open(HikariDataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException | PoolInitializationException e) {
            throw new InvalidInputException(
                    "%s: cannot connect (%s); check MICROSCAPE_DB_URL, MICROSCAPE_DB_USER and MICROSCAPE_DB_PASSWORD"
                            .formatted(settings.url(), e.getMessage()),
                    e);
        }
    }

    @Override
    public String migrations() {
        return "db/migration/postgresql";
    }

    @Override
    public Map<String, Object> hibernateProperties() {
        return Map.of(
                "jakarta.persistence.database-product-name", "PostgreSQL",
                "jakarta.persistence.database-major-version", "14",
                "jakarta.persistence.database-minor-version", "0");
    }

    @Override
    public BulkLoader loader(Connection connection) throws SQLException {
        return new CopyLoader(connection);
    }
}
