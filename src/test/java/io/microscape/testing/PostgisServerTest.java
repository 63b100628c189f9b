package io.microscape.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class PostgisServerTest {
    @Test
    void givesSeparateDatabasesThatKnowPostgis() throws Exception {
        PostgisServer server = PostgisServer.get();
        String first = server.newDatabase("harness");
        String second = server.newDatabase("harness");

        assertThat(first).isNotEqualTo(second);
        try (var connection = DriverManager.getConnection(first, server.user(), server.password());
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT ST_AsText(ST_Envelope('LINESTRING(1 2,3 4)'::geometry)),"
                        + " current_setting('server_encoding')")) {
            result.next();
            assertThat(result.getString(1)).isEqualTo("POLYGON((1 2,1 4,3 4,3 2,1 2))");
            assertThat(result.getString(2)).isEqualTo("UTF8");
        }
    }
}
