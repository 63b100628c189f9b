package io.microscape.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.microscape.study.CarbonAccount;
import io.microscape.study.MicroSpace;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import io.microscape.testing.PostgisServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database filled under the first schema, opened by this program: nothing is lost, and the views speak of it. */
class SchemaUpgradeTest {
    /** Rows as the first version wrote them; B has an account but was not measured, and its operation was not given. */
    private static final String[] FIRST_VERSION = {"""
        INSERT INTO study (study_key, title_zh, crs, radius_m, road_density_per, period_years, connectivity_distance,
            layers, data_version)
        VALUES ('old', '口袋公园', 'EPSG:4544', 20, 'SPACE', 30, 'EDGE', ARRAY['net_carbon'], 1)""", """
        INSERT INTO import_record (study_id, kind, source_file, accepted_count, imported_at)
        SELECT id, 'SPACES', '空间.shp', 2, CURRENT_TIMESTAMP FROM study""", """
        INSERT INTO micro_space (study_id, import_id, code, name, community, sampled, geometry)
        SELECT r.study_id, r.id, c.code, '园' || c.code, '斑竹村', true, %s
        FROM import_record r CROSS JOIN (VALUES ('A'), ('B')) c (code)""", """
        INSERT INTO carbon_account (study_id, import_id, code, soil_sink_kg, vegetation_sink_kg, material_emission_kg,
            construction_emission_kg, operation_emission_kg, method, source, "%s")
        SELECT r.study_id, r.id, c.code, 10, 200.25, 30, 4, c.operation, 'LCA', '论文', 2023
        FROM import_record r CROSS JOIN (VALUES ('A', 0.5), ('B', NULL)) c (code, operation)""", """
        INSERT INTO landscape_indices (study_id, code, radius_m, road_density_per, period_years, connectivity_distance,
            area_m2, perimeter_m, green_ratio, neighbours)
        SELECT id, 'A', 20, 'SPACE', 30, 'EDGE', 400, 80, 0.25, 1 FROM study"""};

    @TempDir
    private Path folder;

    @Test
    void embedded() throws SQLException {
        upgrade(
                StoreSettings.embedded(folder),
                "GEOMETRY 'SRID=4326;POLYGON ((106.4 29.8, 106.401 29.8, 106.401 29.801, 106.4 29.8))'",
                "YEAR");
    }

    @Test
    void postgis() throws SQLException {
        PostgisServer server = PostgisServer.get();
        upgrade(
                new StoreSettings(folder, server.newDatabase("upgrade"), server.user(), server.password()),
                "'SRID=4326;POLYGON ((106.4 29.8, 106.401 29.8, 106.401 29.801, 106.4 29.8))'::geometry",
                "year");
    }

    private static void upgrade(StoreSettings settings, String geometry, String year) throws SQLException {
        Database database = StudyStores.database(settings);
        try (HikariDataSource dataSource = database.newDataSource();
                Connection connection = database.open(dataSource);
                Statement statement = connection.createStatement()) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:" + database.migrations())
                    .target("1")
                    .repeatableSqlMigrationPrefix("none")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
            for (String insert : FIRST_VERSION) {
                statement.execute(
                        insert.contains("micro_space")
                                ? insert.formatted(geometry)
                                : insert.contains("carbon_account") ? insert.formatted(year) : insert);
            }
        }

        try (CloseableStudyStore store = StudyStores.open(settings)) {
            Study study = store.study("old").orElseThrow();
            assertThat(study.title().zh()).isEqualTo("口袋公园");
            assertThat(study.parameters().radiusM()).isEqualTo(20);
            assertThat(study.parameters().periodYears()).isEqualTo(30);
            assertThat(study.parameters().metrics().groups())
                    .isEqualTo(StudyParameters.DEFAULTS.metrics().groups());
            List<String> names = new ArrayList<>();
            store.eachSpace("old", (MicroSpace space) -> names.add(space.name()));
            assertThat(names).containsExactly("园A", "园B");
            List<CarbonAccount> accounts = store.carbonAccounts("old");
            assertThat(accounts).extracting(CarbonAccount::netCarbonKg).containsExactly(175.75, null);
            assertThat(accounts).extracting(CarbonAccount::source).containsOnly("论文");
            assertThat(accounts).extracting(CarbonAccount::year).containsOnly(2023);
        }
        try (HikariDataSource dataSource = database.newDataSource();
                Connection connection = database.open(dataSource);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT code, area_m2, net_carbon_kg, net_carbon_kg_per_year, vegetation_sink_kg"
                                + " FROM microspace_atlas WHERE study = 'old' ORDER BY code")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getDouble("area_m2")).isEqualTo(400);
            assertThat(row.getDouble("net_carbon_kg")).isEqualTo(175.75);
            assertThat(row.getDouble("net_carbon_kg_per_year")).isEqualTo(175.75 / 30);
            assertThat(row.next()).isTrue();
            assertThat(row.getDouble("vegetation_sink_kg")).isEqualTo(200.25);
            assertThat(row.getObject("net_carbon_kg")).isNull();
            assertThat(row.next()).isFalse();
        }
    }
}
