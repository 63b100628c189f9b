package io.microscape.store;

import com.zaxxer.hikari.HikariDataSource;
import io.microscape.store.h2.EmbeddedDatabase;
import io.microscape.store.postgis.PostgisDatabase;
import io.microscape.study.InvalidInputException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.hibernate.SessionFactory;

/**
 * Opens stores. Neither Spring nor Spring Data has a part in it: a command would wait for each of them longer than for
 * the database. Hibernate starts in a thread of its own while the database is opened.
 */
public final class StudyStores {
    private StudyStores() {}

    /**
     * Opens the store; its tables are made or migrated first where that is needed, and then checked against the entities.
     *
     * @throws InvalidInputException if the database cannot be opened; the message says what to do
     */
    public static CloseableStudyStore open(StoreSettings settings) {
        Database database = database(settings);
        HikariDataSource dataSource = database.newDataSource();
        CompletableFuture<SessionFactory> factory = CompletableFuture.supplyAsync(
                () -> EntityMapping.newSessionFactory(database, dataSource),
                task -> new Thread(task, "hibernate").start());
        try (Connection connection = database.open(dataSource)) {
            boolean changed = new SchemaMigration(database).migrate(dataSource, connection);
            database.opened(connection);
            if (changed) {
                factory.join().getSchemaManager().validateMappedObjects();
            }
            return new JpaStudyStore(database, dataSource, factory.join());
        } catch (SQLException e) {
            close(dataSource, factory);
            throw StoreException.of("opening the database", e);
        } catch (RuntimeException e) {
            close(dataSource, factory);
            throw e;
        }
    }

    static Database database(StoreSettings settings) {
        return settings.isEmbedded() ? new EmbeddedDatabase(settings.home()) : new PostgisDatabase(settings);
    }

    private static void close(HikariDataSource dataSource, CompletableFuture<SessionFactory> factory) {
        factory.thenAccept(SessionFactory::close);
        dataSource.close();
    }
}
