package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.store.StudyStore;
import io.microscape.study.CommunityMembership;
import io.microscape.study.CommunitySummary;
import io.microscape.study.Progress;
import io.microscape.testing.PostgisServer;
import io.microscape.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * Yuexiu's 354 spaces in its 29 sub-districts, of which 11 are slivers along its border and two are invalid: membership and
 * roll-up against overlay, transformation and sums in PostGIS.
 */
class YuexiuCommunitiesTest {
    @TempDir
    private static Path home;

    private static List<CommunityMembership> memberships;
    private static Map<String, CommunitySummary> summaries;
    private static Map<String, Integer> expectedSpaces;
    private static Map<String, String> expectedMembers;
    private static Map<String, double[]> expectedMeans;

    @BeforeAll
    static void computeHereAndThere() throws IOException, SQLException {
        Path file = Files.writeString(home.resolve("study.yml"), """
                study: districts
                crs: EPSG:4547
                sources:
                  communities: {file: "%1$s/Yuexiu_subdistricts_proj.gpkg", fields: {code: full_id, name: name}}
                  spaces: {file: "%1$s/Yuexiu_osm_green_proj.gpkg", fields: {code: osm_id}}
                  surfaces: {file: "%1$s/Yuexiu_osm_green_proj.gpkg", where: "landuse IS NOT NULL", fields: {cover: "=green"}}
                """.formatted(
                        SharedData.path("yuexiu/study.yml").toAbsolutePath().getParent()));
        PostgisServer server = PostgisServer.get();
        try (Workspace workspace =
                        Workspace.open(Settings.fromEnvironment(Map.of("MICROSCAPE_HOME", home.toString())));
                Connection connection = DriverManager.getConnection(
                        server.newDatabase("districts"), server.user(), server.password())) {
            workspace.pipeline().run(file, Progress.NONE);
            StudyStore store = workspace.store();
            memberships = store.memberships("districts");
            summaries = store.communitySummaries("districts").stream()
                    .collect(Collectors.toMap(summary -> summary.community().code(), summary -> summary));
            load(connection, store);
        }
    }

    private static void load(Connection connection, StudyStore store) throws SQLException {
        Map<String, Geometry> spaces = new HashMap<>();
        Map<String, Geometry> districts = new HashMap<>();
        Map<String, Geometry> green = new HashMap<>();
        store.eachSpace("districts", space -> spaces.put(space.code(), space.geometry()));
        store.eachSurface("districts", surface -> green.put("g" + green.size(), surface.geometry()));
        store.eachCommunity("districts", community -> {
            if (community.geometry() != null) {
                districts.put(community.code(), community.geometry());
            }
        });
        insert(connection, "space", spaces);
        insert(connection, "district", districts);
        insert(connection, "green", green);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE INDEX ON green USING gist (geom)");
            statement.execute("""
                    CREATE TABLE member AS
                    SELECT DISTINCT ON (s.code) s.code, d.code AS district, ST_Area(s.geom) AS area,
                        coalesce((SELECT ST_Area(ST_Intersection(s.geom, ST_Union(g.geom))) FROM green g
                            WHERE ST_Intersects(s.geom, g.geom)), 0) AS green
                    FROM space s JOIN district d ON ST_Intersects(s.geom, d.geom)
                    WHERE ST_Area(ST_Intersection(s.geom, d.geom)) > 0
                    ORDER BY s.code, ST_Area(ST_Intersection(s.geom, d.geom)) DESC""");
            expectedMembers = new HashMap<>();
            try (ResultSet row = statement.executeQuery("SELECT code, district FROM member")) {
                while (row.next()) {
                    expectedMembers.put(row.getString(1), row.getString(2));
                }
            }
            expectedSpaces = new TreeMap<>();
            expectedMeans = new TreeMap<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT district, count(*), sum(area), sum(green) / sum(area) FROM member GROUP BY district")) {
                while (row.next()) {
                    expectedSpaces.put(row.getString(1), row.getInt(2));
                    expectedMeans.put(row.getString(1), new double[] {row.getDouble(3), row.getDouble(4)});
                }
            }
        }
    }

    private static void insert(Connection connection, String table, Map<String, Geometry> geometries)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = prepared(connection, statement, table)) {
            for (Map.Entry<String, Geometry> entry : geometries.entrySet()) {
                insert.setString(1, entry.getKey());
                insert.setBytes(2, new WKBWriter().write(entry.getValue()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static PreparedStatement prepared(Connection connection, Statement statement, String table)
            throws SQLException {
        statement.execute("CREATE TABLE " + table + " (code text PRIMARY KEY, geom geometry)");
        return connection.prepareStatement(
                "INSERT INTO " + table + " VALUES (?, ST_MakeValid(ST_Transform(ST_GeomFromWKB(?, 4326), 4547)))");
    }

    @Test
    void everySpaceCountsToTheDistrictThatMostOfItLiesIn() {
        assertThat(memberships)
                .hasSize(354)
                .allSatisfy(member -> assertThat(member.from()).isEqualTo(CommunityMembership.From.LOCATION));
        assertThat(memberships.stream()
                        .collect(Collectors.toMap(CommunityMembership::code, CommunityMembership::community)))
                .containsExactlyInAnyOrderEntriesOf(expectedMembers);
    }

    @Test
    void sliversAreKeptAndHoldNoSpace() {
        assertThat(summaries).hasSize(29);
        assertThat(summaries.values().stream().filter(summary -> summary.spaces() == 0))
                .hasSize(11);
        assertThat(summaries.values().stream()
                        .filter(summary -> summary.community().geometry() == null))
                .hasSize(6)
                .allSatisfy(summary -> assertThat(summary.spaces()).isZero());
    }

    @Test
    void meansAreWeightedByArea() {
        assertThat(expectedMeans).hasSize(18);
        expectedMeans.forEach((code, expected) -> {
            CommunitySummary summary = summaries.get(code);
            assertThat(summary.spaces()).as(code).isEqualTo(expectedSpaces.get(code));
            assertThat(summary.areaM2()).as(code).isCloseTo(expected[0], within(1e-6 * expected[0]));
            assertThat(summary.value("green_ratio")).as(code).isCloseTo(expected[1], within(1e-6));
            assertThat(summary.spacesWith("green_ratio")).as(code).isEqualTo(expectedSpaces.get(code));
            assertThat(summary.value("canopy_cover")).as(code).isNull();
        });
    }
}
